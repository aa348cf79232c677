import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Decision } from '../../api/types'
import { paths } from '../../paths'
import { When } from '../../ui/Clock'
import { EmptyHint } from '../../ui/EmptyHint'
import { shownDigits, useFormat } from '../../ui/format'
import { Tag } from '../../ui/Tag'

type Effect = NonNullable<Decision['effects']>[number]

/** What the decision has moved: the measure when it was taken, and now. */
export function Effects({ decision, ours }: { decision: Decision; ours: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const effects = decision.effects ?? []
  if (effects.length === 0) {
    return (
      <EmptyHint
        title={decision.objectives.length === 0 ? t('effect.noObjective') : t('effect.noMeasure')}
        action={
          ours &&
          decision.objectives[0] && (
            <Link to={paths.newKeyResult(decision.objectives[0])}>{t('effect.addMeasure')}</Link>
          )
        }
      >
        <p>
          {decision.objectives.length === 0 ? t('effect.noObjectiveHint') : t('effect.noMeasureHint')}
        </p>
      </EmptyHint>
    )
  }
  return (
    <ul className="j-effects">
      {effects.map((effect) => {
        const change = differenceShown(effect)
        return (
          <li key={effect.keyResult} className="j-effect">
            <h3>
              <Link to={paths.keyResult(effect.objective, effect.keyResult)}>{effect.title}</Link>
            </h3>
            <div className="j-effect__numbers">
              <dl>
                <div>
                  <dt>{t('effect.before')}</dt>
                  <dd>{format.measured(effect.atDecision, effect.unit)}</dd>
                </div>
              </dl>
              <span className="j-effect__arrow" aria-hidden="true">
                →
              </span>
              <dl>
                <div>
                  <dt>{t('effect.now')}</dt>
                  <dd>{format.measured(effect.latest, effect.unit)}</dd>
                </div>
              </dl>
              <p>
                {effect.change == null || change === 0 ? (
                  <Tag tone="calm">{t('effect.same')}</Tag>
                ) : (
                  <Tag tone={effect.better ? 'good' : 'bad'}>
                    {format.signed(change, effect.unit)},{' '}
                    {effect.better ? t('effect.better') : t('effect.worse')}
                  </Tag>
                )}
              </p>
            </div>
            {effect.measuredAt && (
              <p className="j-quiet j-small">
                {t('effect.measured')} <When at={effect.measuredAt} />
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The difference of the two figures as they are printed: a reader who subtracts comes to the same. */
export function differenceShown({ atDecision, latest, change, unit }: Effect) {
  if (atDecision == null || latest == null) return change ?? 0
  const digits = shownDigits(unit)
  const round = (value: number) => Math.round(value * 10 ** digits)
  return (round(latest) - round(atDecision)) / 10 ** digits
}
