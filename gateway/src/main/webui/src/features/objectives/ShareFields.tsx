import { useTranslation } from 'react-i18next'
import { NumberField, numberFrom } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { useDepartmentName } from '../departments/queries'
import { areWhole, kinds, sumOf, type Draft } from './shares'

/** Risk and reward of all owners side by side: nobody's part is decided without the others seeing it. */
export function ShareFields({
  draft,
  tried,
  error,
  onChange,
}: {
  draft: Draft
  tried: boolean
  /** What the service says of them all. */
  error?: string
  onChange: (draft: Draft) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  return (
    <fieldset className="j-sharefields">
      <legend>{t('shares.title')}</legend>
      <p className="j-quiet j-small">{t('shares.hint')}</p>
      {Object.entries(draft).map(([department, shares]) => (
        <div key={department} className="j-columns">
          {kinds.map((kind) => (
            <NumberField
              key={kind}
              label={t(`shares.${kind}`, { department: nameOf(department) })}
              required
              unit="%"
              value={shares[kind]}
              error={tried && !isPercent(shares[kind]) ? t('shares.percent') : undefined}
              onChange={(value) => onChange({ ...draft, [department]: { ...shares, [kind]: value } })}
            />
          ))}
        </div>
      ))}
      <p aria-live="polite" className={tried && !areWhole(draft) ? 'j-wrong' : 'j-quiet j-small'}>
        {t('shares.sum', {
          risk: format.percent(sumOf(draft, 'riskShare') / 100),
          reward: format.percent(sumOf(draft, 'rewardShare') / 100),
        })}
      </p>
      {error && <p className="j-wrong">{error}</p>}
    </fieldset>
  )
}

function isPercent(value: string) {
  const share = numberFrom(value)
  return share !== undefined && Number.isInteger(share) && share >= 0 && share <= 100
}
