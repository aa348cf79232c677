import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useSession } from '../../api/session'
import type { Decision } from '../../api/types'
import { paths } from '../../paths'
import { Due, When } from '../../ui/Clock'
import { useFormat } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { DepartmentName } from '../departments/DepartmentName'
import { useDepartmentName } from '../departments/queries'
import { Links, LinkTo } from '../links/Links'
import { Ballot } from './Ballot'
import { DecideForm } from './DecideForm'
import { missingIn, tookPart } from './DecisionsPage'
import { Effects } from './Effects'
import { decisionQuery } from './queries'
import { DecisionState } from './state'
import { VoteForm } from './VoteForm'

export function DecisionPage() {
  const { ref = '' } = useParams()
  const { t } = useTranslation()
  const session = useSession()
  const { data: decision } = useSuspenseQuery(decisionQuery(ref))
  const decided = decision.state === 'decided'
  const ours = decision.departments.filter((department) => session.heads(department))

  return (
    <Page
      title={decision.question}
      eyebrow={[decision.ref, t(`decision.method.${decision.method}`)].join(' · ')}
      trail={[{ name: t('nav.decisions'), to: paths.decisions() }]}
      lead={decision.whyNow && <p>{decision.whyNow}</p>}
      actions={<DecisionState decision={decision} />}
    >
      {decision.state === 'open' ? <Next decision={decision} ours={ours} /> : <Outcome decision={decision} />}

      {decided && (
        <Section title={t('effect.title')} hint={t('effect.hint')}>
          <Effects decision={decision} ours={ours.length > 0} />
        </Section>
      )}

      <Section title={t('decision.options')}>
        <ol className="j-options">
          {decision.options.map((option) => (
            <li
              key={option.code}
              className={
                decision.outcome?.option === option.code ? 'j-option j-option--taken' : 'j-option'
              }
            >
              <span className="j-option__code" aria-hidden="true">
                {option.code}
              </span>
              <div>
                <h3>
                  {option.title}
                  {decision.outcome?.option === option.code && (
                    <span className="j-own">{t('decision.taken')}</span>
                  )}
                </h3>
                {option.description && <p>{option.description}</p>}
              </div>
            </li>
          ))}
        </ol>
      </Section>

      <Section
        title={t('decision.votes')}
        hint={t('decision.votesHint', { done: tookPart(decision), all: decision.departments.length })}
      >
        <Ballot decision={decision} />
      </Section>

      <Section title={t('decision.how')}>
        <Rules decision={decision} />
      </Section>

      {(decision.escalation || decision.links.length > 0 || decision.objectives.length > 0) && (
        <Section title={t('links.title')}>
          <Links links={decision.links.filter(({ link }) => !namedElsewhere(link, decision))} />
          <ul className="j-links">
            {decision.escalation && (
              <li>
                {t('decision.fromEscalation')} <LinkTo bare link={`escalation:${decision.escalation}`} />
              </li>
            )}
            {decision.objectives.map((objective) => (
              <li key={objective}>
                {t('decision.ledTo')} <LinkTo bare link={`objective:${objective}`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const namedElsewhere = (link: string, decision: Decision) =>
  link === `escalation:${decision.escalation}` ||
  decision.objectives.some((objective) => link === `objective:${objective}`)

function Next({ decision, ours }: { decision: Decision; ours: string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const session = useSession()
  const [search, setSearch] = useSearch('do', 'for')
  const owed = ours.filter(
    (department) => !decision.votes.some((vote) => vote.department === department),
  )
  const driver = session.heads(decision.driver.department)
  const voting =
    search.do === 'vote'
      ? (ours.find((department) => department === search.for) ?? owed[0] ?? ours[0])
      : undefined
  const missing = missingIn(decision)
  const complete = missing.length === 0
  const close = () => setSearch({ do: '', for: '' })
  if (voting) return <VoteForm key={voting} decision={decision} department={voting} onClose={close} />
  if (search.do === 'decide' && driver) return <DecideForm decision={decision} onClose={close} />
  return (
    <div className="j-next">
      <p className="j-next__title">
        {owed.length > 0
          ? t('decision.voteWaits')
          : driver && complete
            ? t('decision.outcomeWaits')
            : t('decision.othersWait', { done: tookPart(decision), all: decision.departments.length })}
      </p>
      {decision.closesAt && (
        <p>
          <Due at={decision.closesAt} />
        </p>
      )}
      <div className="j-actions j-noprint">
        {ours.map((department) => (
          <Button
            key={department}
            variant={owed.includes(department) ? 'primary' : 'secondary'}
            onClick={() => setSearch({ do: 'vote', for: department })}
          >
            {owed.includes(department) ? t('vote.one') : t('vote.change')}
          </Button>
        ))}
        {driver && (
          <Button
            variant={owed.length === 0 && complete ? 'primary' : 'secondary'}
            isAriaDisabled={!complete}
            aria-describedby={complete ? undefined : 'decide-missing'}
            onClick={() => setSearch({ do: 'decide' })}
          >
            {t('decide.open')}
          </Button>
        )}
      </div>
      {driver && !complete && (
        <p id="decide-missing" className="j-quiet j-small">
          {t('decide.missing', { departments: format.list(missing.map(nameOf)) })} {t('decide.missingHint')}
        </p>
      )}
    </div>
  )
}

function Outcome({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const session = useSession()
  const { outcome } = decision
  const option = decision.options.find((one) => one.code === outcome?.option)
  const mine = decision.departments.some((department) => session.heads(department))
  return (
    <div className={decision.state === 'decided' ? 'j-next j-next--done' : 'j-next'}>
      <p className="j-next__title">
        {option ? `${option.code}: ${option.title}` : t(`decision.state.${decision.state}`)}
      </p>
      {outcome?.text && <p className="j-said">{outcome.text}</p>}
      {outcome && (
        <p className="j-quiet j-small">
          {outcome.by && `${outcome.by}, `}
          <When at={outcome.at} />
          {outcome.validity && (
            <>
              {' · '}
              <Validity decision={decision} />
            </>
          )}
        </p>
      )}
      {decision.state === 'decided' && mine && (
        <div className="j-actions j-noprint">
          <Button
            variant={decision.objectives.length === 0 ? 'primary' : 'secondary'}
            component={(props) => (
              <Link {...props} to={paths.newObjective({ from: `decision:${decision.ref}` })} />
            )}
          >
            {t('decision.makeObjective')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What makes it valid, from the votes themselves: in the reader's language, and the same figures as the service's sentence. */
function Validity({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const option = decision.outcome?.option
  if (!option) return <>{t('decision.valid.nothing')}</>
  const agreed = decision.votes.filter((vote) => vote.position === 'agree' && vote.option === option).length
  const abstained = decision.votes.filter((vote) => vote.position === 'abstain').length
  const figures = { all: decision.departments.length, agreed, abstained, option, sides: decision.votes.length - abstained }
  if (decision.method === 'majority') return <>{t('decision.valid.majority', figures)}</>
  return <>{t(abstained === 0 ? 'decision.valid.allAgreed' : 'decision.valid.someAbstained', figures)}</>
}

function Rules({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <dl className="j-facts">
      <div>
        <dt>{t('decision.driver')}</dt>
        <dd>
          <DepartmentName code={decision.driver.department} />
          {decision.driver.name && <span className="j-quiet"> {decision.driver.name}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('decision.methodName')}</dt>
        <dd>
          {t(`decision.methodHint.${decision.method}`, {
            threshold: format.percent(decision.threshold ?? 0.5),
          })}
        </dd>
      </div>
      {decision.quorum != null && (
        <div>
          <dt>{t('decision.quorum')}</dt>
          <dd>{format.percent(decision.quorum)}</dd>
        </div>
      )}
      {decision.reviewOn && (
        <div>
          <dt>{t('decision.reviewOn')}</dt>
          <dd>{format.day(decision.reviewOn)}</dd>
        </div>
      )}
    </dl>
  )
}
