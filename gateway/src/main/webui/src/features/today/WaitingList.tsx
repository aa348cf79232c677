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
  const { headOf } = useSession()
  const okr = useQuery(waitingQuery('okr'))
  const governance = useQuery(waitingQuery('governance'))
  const both = [okr, governance]
  if (both.every((query) => query.isPending)) return <WaitingLines />

  const items = both.flatMap((query) => query.data ?? []).sort(morePressing)
  return (
    <>
      {both.map(
        (query, index) =>
          query.error && (
            <ProblemAlert
              key={index}
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          ),
      )}
      {items.length === 0 && both.every((query) => query.isSuccess) && (
        <EmptyHint title={t('today.nothing')}>
          <p>
            {headOf.length > 0 ? (
              <>
                {t('today.nothingHint')}{' '}
                <Link to={paths.newObjective()}>{t('objective.new')}</Link>
              </>
            ) : (
              t('today.nothingReached')
            )}
          </p>
        </EmptyHint>
      )}
      {items.length > 0 && (
        <ol className="j-todo">
          {items.map((item) => (
            <WaitingItem key={`${item.kind} ${item.subject} ${item.department}`} item={item} />
          ))}
        </ol>
      )}
    </>
  )
}

function WaitingItem({ item }: { item: Waiting }) {
  const { t } = useTranslation()
  const nameOf = useDepartmentName()
  const { headOf } = useSession()
  return (
    <li className="j-todo__item">
      <Link to={placeOfWaiting(item)} className="j-todo__link">
        <span className={`j-todo__what j-todo__what--${item.kind}`}>
          {t(`waiting.${item.kind}`)}
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

function placeOfWaiting({ subject }: Waiting) {
  return placeOf(subject) ?? paths.objectives()
}

const referenceIn = (subject: string) => subject.slice(subject.indexOf(':') + 1)

/** What is due first comes first; what has no date follows, the oldest first. */
export function morePressing(one: Waiting, other: Waiting) {
  if (one.due && other.due) return one.due.localeCompare(other.due)
  if (one.due) return -1
  if (other.due) return 1
  return (one.since ?? '').localeCompare(other.since ?? '')
}
