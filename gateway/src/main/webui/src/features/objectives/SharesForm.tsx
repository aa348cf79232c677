import { Title } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Objective } from '../../api/types'
import { useFormat } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName } from '../departments/queries'
import { agreementIn } from './AcceptForm'
import { lastChangeOf, readObjective, useProposeShares } from './queries'
import { ShareFields } from './ShareFields'
import { areWhole, sharesIn, toSend } from './shares'

/** Other shares are put to all owners at once, who are asked again. */
export function SharesForm({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const act = useProposeShares(objective, onClose)
  const [draft, setDraft] = useState(() => sharesIn(objective.owners))
  const [tried, setTried] = useState(false)
  return (
    <section className="j-formpart" aria-labelledby="shares">
      <Title headingLevel="h2" size="xl" id="shares">
        {t('shares.propose')}
      </Title>
      <RecordForm
        label={t('shares.propose')}
        submit={t('shares.submit')}
        record={objective}
        queryKey={['objective', objective.ref]}
        read={() => readObjective(objective.ref)}
        lastChange={() => lastChangeOf(`objective:${objective.ref}`)}
        act={act}
        input={() => {
          setTried(true)
          return areWhole(draft) ? { shares: toSend(draft) } : undefined
        }}
        fields={['shares']}
        about={(record) => agreementIn(record, nameOf, format)}
        onCancel={onClose}
      >
        <p>{t('shares.asksAgain')}</p>
        <ShareFields draft={draft} tried={tried} error={act.error?.about('shares')} onChange={setDraft} />
      </RecordForm>
    </section>
  )
}
