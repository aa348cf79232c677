import { Button } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { HandoffPair, Level } from '../../api/types'
import { paths } from '../../paths'
import { useFlowFilters } from './FlowFilters'
import { useStream } from './StreamPage'
import { useCarrierName } from './useCarrierName'

/** The work items that went over from the one to the other. */
export function ItemsOf({ pair, level, children }: { pair: HandoffPair; level: Level; children?: string }) {
  const { t } = useTranslation()
  const stream = useStream()
  const nameOf = useCarrierName(level)
  const { period } = useFlowFilters()
  return (
    <Link
      to={paths.streamWorkItems(stream.code, {
        ...period,
        level: level === 'team' ? '' : level,
        handedFrom: pair.from,
        handedTo: pair.to,
      })}
      aria-label={children && t('pairs.itemsOf', { count: pair.count, number: children, from: nameOf(pair.from), to: nameOf(pair.to) })}
    >
      {children ?? t('pairs.items')}
    </Link>
  )
}

/** Raises an escalation that knows already what it is about. */
export function RaiseAbout({ pair, level, link }: { pair: HandoffPair; level: Level; link?: boolean }) {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const nameOf = useCarrierName(level)
  if (!session.isHead) return null
  const departmentOf = (carrier: string) =>
    level === 'department' ? carrier : level === 'stage' ? stream.stages.find(({ name }) => name === carrier)?.department : undefined
  const to = paths.newEscalation({
    stream: stream.code,
    from: nameOf(pair.from),
    to: nameOf(pair.to),
    departments: [...new Set([departmentOf(pair.from), departmentOf(pair.to)])].filter(Boolean).join(','),
    count: pair.count,
    wait: pair.meanWaitHours == null ? undefined : Math.round(pair.meanWaitHours * 10) / 10,
  })
  return link ? (
    <Link
      to={to}
      aria-label={t('handoffs.raiseAbout', { from: nameOf(pair.from), to: nameOf(pair.to) })}
    >
      {t('handoffs.raiseShort')}
    </Link>
  ) : (
    <Button variant="primary" component={(props) => <Link {...props} to={to} />}>
      {t('handoffs.raise')}
    </Button>
  )
}

/** A few very long waits lift the mean above what most handoffs take, which reads like a mistake. */
export const lifted = ({ meanWaitHours, p85WaitHours }: HandoffPair) =>
  meanWaitHours != null && p85WaitHours != null && meanWaitHours > p85WaitHours
