import { useTranslation } from 'react-i18next'
import type { Decision } from '../../api/types'
import { When } from '../../ui/Clock'
import { Tag } from '../../ui/Tag'
import { DepartmentName } from '../departments/DepartmentName'

const tone = { agree: 'good', object: 'bad', abstain: 'calm' } as const

/** Every affected department in one list: what it said and why, or that it has not taken part yet. */
export function Ballot({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  return (
    <ul className="j-ballot">
      {decision.departments.map((department) => {
        const vote = decision.votes.find((one) => one.department === department)
        return (
          <li key={department}>
            <div className="j-ballot__who">
              <DepartmentName code={department} />
            </div>
            <div className="j-ballot__what">
              {vote ? (
                <>
                  <p>
                    <Tag tone={tone[vote.position]}>{t(`vote.position.${vote.position}`)}</Tag>
                    {vote.option && <span className="j-ballot__option">{t('vote.onOption', { option: vote.option })}</span>}
                  </p>
                  {vote.reason && <p>{vote.reason}</p>}
                  <p className="j-quiet j-small">
                    {vote.by && `${vote.by}, `}
                    <When at={vote.at} />
                  </p>
                </>
              ) : (
                <Tag tone="warn">{t('vote.notYet')}</Tag>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
