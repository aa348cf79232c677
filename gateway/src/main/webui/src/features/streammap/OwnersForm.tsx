import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueStream } from '../../api/types'
import { CheckField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartmentName, useDepartments } from '../departments/queries'
import { lastChangeOf, readStream, useChangeStream } from './queries'

/** Adds departments that own the stream as equals. None is left out here: a department leaves by its own head. */
export function OwnersForm({ stream, onClose }: { stream: ValueStream; onClose: () => void }) {
  const { t } = useTranslation()
  const departments = useDepartments()
  const nameOf = useDepartmentName()
  const act = useChangeStream(stream.code, onClose)
  const [added, setAdded] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  // Those who take part already come first.
  const takesPart = (code: string) => stream.stages.some(({ department }) => department === code)
  const ranked = [...departments].sort((one, other) => Number(takesPart(other.code)) - Number(takesPart(one.code)))

  return (
    <div className="j-formpart">
      <RecordForm
        label={t('owners.set')}
        submit={t('owners.save')}
        record={stream}
        queryKey={['stream', stream.code]}
        read={() => readStream(stream.code)}
        lastChange={() => lastChangeOf(`value-stream:${stream.code}`)}
        act={act}
        input={() => {
          setTried(true)
          return added.length > 0 ? { owners: [...new Set([...stream.owners, ...added])] } : undefined
        }}
        about={({ owners }) => ({ owners: owners.map(nameOf).join(', ') })}
        fields={['owners']}
        onCancel={onClose}
      >
        <CheckField
          label={t('owners.who')}
          hint={t('owners.hint')}
          required
          values={[...stream.owners, ...added]}
          fixed={stream.owners}
          error={act.error?.about('owners') ?? (tried && added.length === 0 ? t('owners.nobody') : undefined)}
          onChange={(chosen) => setAdded(chosen.filter((code) => !stream.owners.includes(code)))}
          choices={ranked.map(({ code, name }) => ({
            value: code,
            label: takesPart(code) && !stream.owners.includes(code) ? t('owners.takesPart', { department: name }) : name,
          }))}
        />
      </RecordForm>
    </div>
  )
}
