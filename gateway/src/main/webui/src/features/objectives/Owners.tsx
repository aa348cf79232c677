import { useTranslation } from 'react-i18next'
import type { Owner } from '../../api/types'
import { When } from '../../ui/Clock'
import { useFormat } from '../../ui/format'
import { Tag } from '../../ui/Tag'
import { DepartmentName } from '../departments/DepartmentName'

/** The owners side by side, as equals: the same four answers and the same two shares from each. */
export function Owners({ owners }: { owners: Owner[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="j-equals">
      {owners.map((owner) => (
        <li key={owner.department} className="j-equal">
          <h3>
            <DepartmentName code={owner.department} />
          </h3>
          <p>
            {owner.accepted ? (
              <Tag tone="good">{t('owner.accepted')}</Tag>
            ) : (
              <Tag tone="warn">{t('owner.notYet')}</Tag>
            )}
            {owner.accepted && owner.acceptedAt && (
              <span className="j-quiet j-small">
                {' '}
                {owner.acceptedBy && `${owner.acceptedBy}, `}
                <When at={owner.acceptedAt} />
              </span>
            )}
          </p>
          <dl className="j-answers">
            {(['commitment', 'contribution', 'whatIsInItForUs'] as const).map((field) => (
              <div key={field}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>{owner[field] || <span className="j-unknown">{t('owner.open')}</span>}</dd>
              </div>
            ))}
          </dl>
          <dl className="j-shares">
            {(['riskShare', 'rewardShare'] as const).map((field) => (
              <div key={field}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>
                  {format.percent(owner[field] / 100)}
                  <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="j-share__whole" width="100" height="4" />
                    <rect className="j-share__part" width={owner[field]} height="4" />
                  </svg>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
