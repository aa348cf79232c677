import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Waiting } from '../../api/types'
import { useSession } from '../../api/session'
import { paths, placeOf } from '../../paths'
import { Due, Lasting } from '../../ui/Clock'
import { EmptyHint } from '../../ui/EmptyHint'
import { Waiting as WaitingLines } from '../../ui/Guarded'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { useDepartmentName } from '../departments/queries'
import { waitingQuery } from './queries'

/** What waits for me, the most pressing first. Each service answers for itself; one that is down is named. */
export function WaitingList() {
  const { t } = useTranslation()
  const { headOf, isSponsor } = useSession()
  const catalog = useQuery(waitingQuery('catalog'))
  const okr = useQuery(waitingQuery('okr'))
  const governance = useQuery(waitingQuery('governance'))
  const all = [catalog, okr, governance]
  if (all.every((query) => query.isPending)) return <WaitingLines />

  const items = together(all.flatMap((query) => query.data ?? []).sort(morePressing))
  return (
    <>
      {all.map(
        (query, index) =>
          query.error && (
            <ProblemAlert
              key={index}
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          ),
      )}
      {items.length === 0 && all.every((query) => query.isSuccess) && (
        <EmptyHint title={t('today.nothing')}>
          <p>
            {headOf.length > 0 ? (
              <>
                {t('today.nothingHint')}{' '}
                <Link to={paths.newObjective()}>{t('objective.new')}</Link>
              </>
            ) : (
              t(isSponsor ? 'today.nothingReached' : 'today.nothingAsked')
            )}
          </p>
        </EmptyHint>
      )}
      {items.length > 0 && (
        <ol className="j-todo">
          {items.map((acts) => (
            <WaitingItem key={keyOf(acts[0])} acts={acts} />
          ))}
        </ol>
      )}
    </>
  )
}

/** The acts that wait on one thing, the most pressing first. */
type Acts = [Waiting, ...Waiting[]]

function WaitingItem({ acts }: { acts: Acts }) {
  const [item] = acts
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const { headOf } = useSession()
  return (
    <li className="j-todo__item">
      <Link to={placeOfWaiting(item)} className="j-todo__link">
        <span className={`j-todo__what j-todo__what--${item.kind}`}>
          {acts.map(({ kind }) => t(`waiting.${kind}`)).join(', ')}
        </span>
        <span className="j-todo__title">{item.title}</span>
      </Link>
      <span className="j-todo__meta">
        <span>{referenceIn(item.subject)}</span>
        {item.department && headOf.length > 1 && (
          <span>{t('waiting.for', { department: nameOf(item.department) })}</span>
        )}
        {item.due ? (
          <Due at={item.due} />
        ) : (
          item.since && (
            <span>
              {t('waiting.since')} <Lasting since={item.since} />
            </span>
          )
        )}
      </span>
    </li>
  )
}

function placeOfWaiting({ kind, subject }: Waiting) {
  if (kind === 'confirm-stream') return paths.streamMap(referenceIn(subject))
  return placeOf(subject) ?? paths.objectives()
}

const keyOf = (item: Waiting) => `${placeOfWaiting(item)} ${item.subject} ${item.department}`

/** What is asked of one department about one thing stands in one row, where the most pressing of it belongs. */
export function together(items: Waiting[]): Acts[] {
  const rows = new Map<string, Acts>()
  for (const item of items) {
    const row = rows.get(keyOf(item))
    if (row) row.push(item)
    else rows.set(keyOf(item), [item])
  }
  return [...rows.values()]
}

const referenceIn = (subject: string) => subject.slice(subject.indexOf(':') + 1)

/** What is due first comes first; what has no date follows, the oldest first. */
export function morePressing(one: Waiting, other: Waiting) {
  if (one.due && other.due) return one.due.localeCompare(other.due)
  if (one.due) return -1
  if (other.due) return 1
  return (one.since ?? '').localeCompare(other.since ?? '')
}
