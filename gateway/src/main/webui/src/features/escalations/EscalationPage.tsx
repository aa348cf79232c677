import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useSession } from '../../api/session'
import type { Escalation } from '../../api/types'
import { paths } from '../../paths'
import { When } from '../../ui/Clock'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { DepartmentName } from '../departments/DepartmentName'
import { Links, LinkTo } from '../links/Links'
import { AckForm, AgreeForm, HandBackForm, ProposeForm, ResolveForm } from './forms'
import { escalationQuery } from './queries'
import { EscalationState } from './state'
import { PeersClock, Steps } from './Steps'

export function EscalationPage() {
  const { ref = '' } = useParams()
  const { t } = useTranslation()
  const { data: escalation } = useSuspenseQuery(escalationQuery(ref))
  const open = escalation.state !== 'resolved'
  return (
    <Page
      title={escalation.title}
      eyebrow={[escalation.ref, t(`escalation.kind.${escalation.kind}`)].join(' · ')}
      trail={[{ name: t('nav.escalations'), to: paths.escalations() }]}
      lead={escalation.concern && <p>{escalation.concern}</p>}
      actions={<EscalationState escalation={escalation} />}
    >
      {open && <PeersClock escalation={escalation} />}
      <Steps escalation={escalation} />
      {escalation.resolution && <Resolved escalation={escalation} resolution={escalation.resolution} />}
      {open && <WhatNext escalation={escalation} />}

      <Section title={t('escalation.peers')} hint={t('escalation.peersHint')}>
        <ul className="j-equals">
          {escalation.departments.map((department) => (
            <Peer key={department} department={department} escalation={escalation} />
          ))}
        </ul>
      </Section>

      {escalation.about.length > 0 && (
        <Section title={t('escalation.about')}>
          <Links links={escalation.about} />
        </Section>
      )}

      <Section title={t('escalation.followed')}>
        {escalation.decisions.length + escalation.objectives.length > 0 ? (
          <ul className="j-links">
            {escalation.decisions.map((one) => (
              <li key={one}>
                <LinkTo link={`decision:${one}`} />
              </li>
            ))}
            {escalation.objectives.map((one) => (
              <li key={one}>
                <LinkTo link={`objective:${one}`} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="j-quiet">{t('escalation.nothingFollowed')}</p>
        )}
      </Section>
    </Page>
  )
}

function Peer({ department, escalation }: { department: string; escalation: Escalation }) {
  const { t } = useTranslation()
  const raised = escalation.raisedBy.department === department
  const acknowledged = escalation.acknowledgements.find((one) => one.department === department)
  const agreed = escalation.proposal?.agreed.includes(department)
  return (
    <li className="j-equal">
      <h3>
        <DepartmentName code={department} />
      </h3>
      <ul className="j-plainlist">
        {raised ? (
          <li>
            <Tag tone="good">{t('escalation.raised')}</Tag>{' '}
            <span className="j-quiet j-small">{escalation.raisedBy.name}</span>
          </li>
        ) : acknowledged ? (
          <li>
            <Tag tone="good">{t('escalation.acknowledged')}</Tag>{' '}
            <span className="j-quiet j-small">
              {acknowledged.by && `${acknowledged.by}, `}
              <When at={acknowledged.at} />
            </span>
          </li>
        ) : (
          <li>
            <Tag tone="warn">{t('escalation.notAcknowledged')}</Tag>
          </li>
        )}
        {escalation.proposal && (
          <li>
            {agreed ? (
              <Tag tone="good">{t('escalation.agrees')}</Tag>
            ) : (
              <Tag tone="calm">{t('escalation.notAgreed')}</Tag>
            )}
          </li>
        )}
      </ul>
    </li>
  )
}

/** A solution is where joint work begins: from here it goes on to an objective, or to whatever has followed already. */
function Resolved({
  escalation,
  resolution,
}: {
  escalation: Escalation
  resolution: NonNullable<Escalation['resolution']>
}) {
  const { t } = useTranslation()
  const session = useSession()
  const ours = escalation.departments.some((department) => session.heads(department))
  return (
    <div className="j-next j-next--done">
      <p className="j-next__title">{t(`escalation.resolvedAs.${resolution.kind}`)}</p>
      {resolution.text && <p className="j-said">{resolution.text}</p>}
      <p className="j-quiet j-small">
        {resolution.by && `${resolution.by}, `}
        <When at={resolution.at} />
      </p>
      {ours && escalation.decisions.length === 0 && (
        <div className="j-actions j-noprint">
          <Button
            variant={escalation.objectives.length === 0 ? 'primary' : 'secondary'}
            component={(props) => (
              <Link {...props} to={paths.newObjective({ from: `escalation:${escalation.ref}` })} />
            )}
          >
            {t('escalation.makeObjective')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What this reader can do now, and what the others are doing. */
function WhatNext({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  const session = useSession()
  const ours = escalation.departments.filter((department) => session.heads(department))
  const toAcknowledge = ours.filter(
    (department) =>
      department !== escalation.raisedBy.department &&
      !escalation.acknowledgements.some((one) => one.department === department),
  )
  const { proposal } = escalation
  const toAgree = proposal ? ours.filter((department) => !proposal.agreed.includes(department)) : []
  const climbed = escalation.state === 'climbed'

  return (
    <Section
      title={t('escalation.next')}
      hint={ours.length > 0 ? t('escalation.nextHint') : undefined}
      className="j-acts"
    >
      {toAcknowledge.map((department) => (
        <AckForm key={department} escalation={escalation} department={department} />
      ))}
      {proposal && (
        <div className="j-proposal">
          <p className="j-quiet">
            {t('escalation.proposalBy')} <DepartmentName code={proposal.department} />
            {proposal.by && `, ${proposal.by}`}, <When at={proposal.at} />
          </p>
          <blockquote className="j-quote">{proposal.text}</blockquote>
          {toAgree.map((department) => (
            <AgreeForm key={department} escalation={escalation} department={department} />
          ))}
        </div>
      )}
      {ours.length > 0 && <ProposeForm escalation={escalation} department={ours[0]!} />}
      {ours.length > 0 && escalation.decisions.length === 0 && (
        <p className="j-noprint">
          {t('escalation.orDecide')}{' '}
          <Link to={paths.newDecision({ escalation: escalation.ref })}>{t('escalation.decide')}</Link>
        </p>
      )}
      {session.isSponsor && climbed && (
        <>
          <ResolveForm escalation={escalation} />
          <HandBackForm escalation={escalation} />
        </>
      )}
      {session.isSponsor && !climbed && ours.length === 0 && (
        <p className="j-quiet">{t('escalation.withPeers')}</p>
      )}
      {!session.isSponsor && ours.length === 0 && (
        <p className="j-quiet">{t('escalation.notYours')}</p>
      )}
      {session.isHead && ours.length === 0 && (
        <p>
          <Button
            variant="link"
            isInline
            component={(props) => <Link {...props} to={paths.escalations()} />}
          >
            {t('escalations.all')}
          </Button>
        </p>
      )}
    </Section>
  )
}
