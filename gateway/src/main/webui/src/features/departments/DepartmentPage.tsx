import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { DecisionList } from '../decisions/DecisionsPage'
import { EscalationList } from '../escalations/EscalationsPage'
import { ObjectiveList } from '../objectives/ObjectivesPage'
import { streamsOfQuery } from '../streams/queries'
import { StreamWhole } from '../today/StreamWhole'
import { departmentQuery, useDepartmentName } from './queries'

/** A department seen from above: the streams it is part of as wholes, then what it owns with others. */
export function DepartmentPage() {
  const { code = '' } = useParams()
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const session = useSession()
  const { data: department } = useSuspenseQuery(departmentQuery(code))
  return (
    <Page
      title={department.name}
      eyebrow={
        department.parent
          ? t('department.partOf', { department: nameOf(department.parent) })
          : session.departments.includes(code)
            ? t('department.ours')
            : t('department.one')
      }
      trail={[{ name: t('nav.departments'), to: paths.departments() }]}
      lead={
        <>
          {department.purpose && <p>{department.purpose}</p>}
          {department.expertise && (
            <p className="j-meta">
              <span className="j-meta__name">{t('department.expertise')}</span> {department.expertise}
            </p>
          )}
        </>
      }
    >
      <Section title={t('department.streams')} lines={5}>
        <Streams code={code} />
      </Section>
      <Section title={t('nav.objectives')}>
        <ObjectiveList filter={{ department: code }} />
      </Section>
      <Section title={t('department.openEscalations')}>
        <EscalationList filter={{ department: code }} />
      </Section>
      <Section title={t('nav.decisions')}>
        <DecisionList filter={{ department: code }} />
      </Section>
    </Page>
  )
}

function Streams({ code }: { code: string }) {
  const { t } = useTranslation()
  const { data: streams } = useSuspenseQuery(streamsOfQuery(code))
  if (streams.length === 0) {
    return (
      <EmptyHint
        title={t('department.noStreams')}
        action={<Link to={paths.streams()}>{t('today.noStreamsAction')}</Link>}
      >
        <p>{t('department.noStreamsHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <div className="j-wholes">
      {streams.map((stream) => (
        <StreamWhole key={stream.code} stream={stream} departments={[code]} />
      ))}
    </div>
  )
}
