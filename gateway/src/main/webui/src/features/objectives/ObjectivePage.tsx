import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useSession } from '../../api/session'
import type { Objective } from '../../api/types'
import { paths } from '../../paths'
import { EmptyHint } from '../../ui/EmptyHint'
import { Page } from '../../ui/Page'
import { RecordForm } from '../../ui/RecordForm'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { Links } from '../links/Links'
import { AcceptForm } from './AcceptForm'
import { KeyResultPart } from './KeyResultPart'
import { Owners } from './Owners'
import { SharesForm } from './SharesForm'
import {
  cyclesQuery,
  lastChangeOf,
  objectiveQuery,
  readObjective,
  useCloseObjective,
} from './queries'
import { ObjectiveState, Score } from './state'

export function ObjectivePage() {
  const { ref = '' } = useParams()
  const { t } = useTranslation()
  const session = useSession()
  const nameOf = useDepartmentName()
  const { data: objective } = useSuspenseQuery(objectiveQuery(ref))
  const { data: cycles } = useSuspenseQuery(cyclesQuery)
  const [search, setSearch] = useSearch('do', 'for')
  const open = objective.state !== 'closed'
  const ours = objective.owners.filter((owner) => session.heads(owner.department))
  const owed = open ? ours.filter((owner) => !owner.accepted) : []
  const accepting =
    search.do === 'accept' ? owed.find((owner) => owner.department === search.for) ?? owed[0] : undefined
  const close = () => setSearch({ do: '', for: '' })
  const cycle = cycles.find((one) => one.code === objective.cycle)?.name ?? objective.cycle

  return (
    <Page
      title={objective.title}
      eyebrow={[
        objective.ref,
        objective.joint ? t('objective.joint') : t('objective.solo'),
        t(`objective.kind.${objective.kind}`),
        cycle,
      ].join(' · ')}
      trail={[{ name: t('nav.objectives'), to: paths.objectives() }]}
      lead={objective.why && <p>{objective.why}</p>}
      actions={<ObjectiveState objective={objective} />}
    >
      {owed.length > 0 && !accepting && (
        <div className="j-next">
          <p className="j-next__title">{t('objective.waitsForYou')}</p>
          <p>{t(owed.some(({ commitment }) => commitment) ? 'objective.acceptAgain' : 'objective.waitsForYouHint')}</p>
          {objective.keyResults.length === 0 && <p>{t('objective.noKeyResultsYet')}</p>}
          <div className="j-actions">
            {owed.map((owner) => (
              <Button
                key={owner.department}
                onClick={() => setSearch({ do: 'accept', for: owner.department })}
              >
                {owed.length > 1
                  ? t('objective.acceptFor', { department: nameOf(owner.department) })
                  : t('objective.accept')}
              </Button>
            ))}
          </div>
        </div>
      )}
      {accepting && <AcceptForm key={accepting.department} objective={objective} owner={accepting} onClose={close} />}

      <Section title={t('objective.score')} hint={t('objective.scoreHint')}>
        <Score objective={objective} />
      </Section>

      <Section
        title={t('keyResult.many')}
        actions={
          open &&
          ours.length > 0 && (
            <Button
              variant="secondary"
              component={(props) => <Link {...props} to={paths.newKeyResult(objective.ref)} />}
            >
              {t('keyResult.add')}
            </Button>
          )
        }
      >
        {objective.keyResults.length === 0 ? (
          <EmptyHint title={t('keyResult.none')}>
            <p>{t('keyResult.noneHint')}</p>
          </EmptyHint>
        ) : (
          <ul className="j-list">
            {objective.keyResults.map((keyResult) => (
              <KeyResultPart
                key={keyResult.ref}
                keyResult={keyResult}
                mayCheckIn={open && ours.length > 0}
              />
            ))}
          </ul>
        )}
      </Section>

      <Section
        title={t('objective.owners')}
        hint={t('objective.ownersHint')}
        actions={
          open &&
          objective.joint &&
          ours.length > 0 &&
          search.do !== 'shares' && (
            <Button variant="secondary" onClick={() => setSearch({ do: 'shares', for: '' })}>
              {t('shares.propose')}
            </Button>
          )
        }
      >
        {open && objective.joint && ours.length > 0 && search.do === 'shares' && (
          <SharesForm objective={objective} onClose={close} />
        )}
        <Owners owners={objective.owners} />
      </Section>

      {objective.links.length > 0 && (
        <Section title={t('links.title')}>
          <Links links={objective.links} />
        </Section>
      )}

      {objective.state === 'agreed' && ours.length > 0 && (
        <Section title={t('objective.close')} hint={t('objective.closeHint')} className="j-noprint">
          {search.do === 'close' ? (
            <CloseForm objective={objective} onClose={close} />
          ) : (
            <Button variant="secondary" onClick={() => setSearch({ do: 'close' })}>
              {t('objective.close')}
            </Button>
          )}
        </Section>
      )}
    </Page>
  )
}

function CloseForm({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useCloseObjective(objective, onClose)
  return (
    <RecordForm
      label={t('objective.close')}
      submit={t('objective.closeNow')}
      record={objective}
      queryKey={['objective', objective.ref]}
      read={() => readObjective(objective.ref)}
      lastChange={() => lastChangeOf(`objective:${objective.ref}`)}
      act={act}
      input={() => ({})}
      onCancel={onClose}
    >
      <p>{t('objective.closeSure')}</p>
    </RecordForm>
  )
}
