import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { Confirmation, ValueStream } from '../../api/types'
import { useFormat } from '../../ui/format'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { Tag, type Tone } from '../../ui/Tag'
import { useDepartmentName } from '../departments/queries'
import { DepartmentName } from '../departments/DepartmentName'
import { confirmationsQuery, useConfirm } from './queries'

const tones: Record<Confirmation['state'], Tone> = { confirmed: 'good', due: 'warn', voided: 'warn', missing: 'calm' }

/** Who stands behind purpose and outcome, since when, and who is asked again. */
export function Confirmations({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const { data: confirmations } = useSuspenseQuery(confirmationsQuery(stream.code))
  const confirmed = confirmations.filter(({ state }) => state === 'confirmed').length
  return (
    <div className="j-confirmations">
      <h3 className="j-state__title">
        {t('confirm.title', { count: confirmed, total: confirmations.length })}
      </h3>
      <p className="j-quiet">{t('confirm.hint', { days: stream.confirmationDays })}</p>
      <ul className="j-list">
        {confirmations.map((confirmation) => (
          <ConfirmationRow key={confirmation.department} stream={stream} confirmation={confirmation} />
        ))}
      </ul>
    </div>
  )
}

function ConfirmationRow({ stream, confirmation }: { stream: ValueStream; confirmation: Confirmation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const session = useSession()
  const act = useConfirm(stream)
  const { department, state, by, at, dueAt } = confirmation
  return (
    <li className="j-row j-row--slim">
      <div className="j-row__words">
        <p>
          <DepartmentName code={department} /> <Tag tone={tones[state]}>{t(`confirm.state.${state}`)}</Tag>
        </p>
        <p className="j-quiet j-small">
          {by && at
            ? t('confirm.by', { who: by, when: format.day(at) })
            : t(confirmation.owner ? 'confirm.never' : 'confirm.neverStage')}
          {dueAt && ` ${t(state === 'due' ? 'confirm.wasDue' : 'confirm.again', { when: format.day(dueAt) })}`}
        </p>
        {act.error && <ProblemAlert error={act.error} takesFocus />}
      </div>
      {session.heads(department) && state !== 'confirmed' && (
        <Button
          variant="primary"
          isLoading={act.isPending}
          isAriaDisabled={act.isPending}
          onClick={() => act.mutate({ input: { department } })}
        >
          {t('confirm.act', { department: nameOf(department) })}
        </Button>
      )}
    </li>
  )
}
