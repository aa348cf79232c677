import { useTranslation } from 'react-i18next'
import type { HandoffPair, Level } from '../../api/types'
import { useFormat } from '../../ui/format'
import { ItemsOf, lifted, RaiseAbout } from './PairActs'
import type { matrixOf} from './matrix';
import { meanWait } from './matrix'
import { useCarrierName } from './useCarrierName'

/** The pair that the address names, if it names one. */
export function chosenIn(pair: string) {
  try {
    const [from, to] = JSON.parse(pair) as [string, string]
    return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
  } catch {
    return undefined
  }
}

/** One pair in numbers, with what can be done about it. */
export function ChosenPair({
  from,
  to,
  matrix,
  pairs,
  level,
}: {
  from: string
  to: string
  matrix: ReturnType<typeof matrixOf>
  pairs: HandoffPair[]
  level: Level
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCarrierName(level)
  const cell = matrix.cell(from, to)
  if (!cell) return null
  const pair = pairs.find((one) => one.from === from && one.to === to)
  const back = matrix.cell(to, from)
  return (
    <div className="j-chosen">
      <div className="j-chosen__facts">
        <p className="j-chosen__pair">
          {nameOf(from, matrix.others)} <span aria-hidden="true">→</span>
          <span className="j-hidden">{t('handoffs.to')}</span> {nameOf(to, matrix.others)}
        </p>
        <dl className="j-pair">
          <div>
            <dt>{t('handoffs.count')}</dt>
            <dd>{format.integer(cell.count)}</dd>
          </div>
          <div>
            <dt>{t('handoffs.meanWait')}</dt>
            <dd>{format.hours(meanWait(cell))}</dd>
          </div>
          {pair && (
            <div>
              <dt>{t('handoffs.p85Wait')}</dt>
              <dd>{format.hours(pair.p85WaitHours)}</dd>
              {lifted(pair) && <dd className="j-quiet j-small">{t('handoffs.lifted')}</dd>}
            </div>
          )}
          <div>
            <dt>{t('handoffs.back')}</dt>
            <dd>{format.integer(back?.count ?? 0)}</dd>
          </div>
          {pair && (
            <div>
              <dt>{t('pairs.returns')}</dt>
              <dd>{format.integer(pair.returns)}</dd>
            </div>
          )}
        </dl>
      </div>
      {pair && (
        <div className="j-actions">
          <ItemsOf pair={pair} level={level} />
          <RaiseAbout pair={pair} level={level} />
        </div>
      )}
    </div>
  )
}
