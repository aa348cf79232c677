import { Button } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueStream } from '../../api/types'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartments } from '../departments/queries'
import { settingsQuery } from '../flow/queries'
import { draftOf, emptyDraft, faultsOf, futureFrom, futureStageOf, stageOf, type Draft } from './drafts'
import { lastChangeOf, readStream, useChangeStream } from './queries'
import { SortableList } from './SortableList'
import { StageFields } from './StageFields'

/** Both states in one form, saved together, on the version of the stream at which the writing began. */
export function MapEditor({ stream, onClose }: { stream: ValueStream; onClose: () => void }) {
  const { t } = useTranslation()
  const departments = useDepartments()
  // Moving and removing change no field, so the form would not notice: what was there at the beginning counts.
  const [seen] = useState(stream)
  const [current, setCurrent] = useState(() => stream.stages.map(draftOf))
  const [future, setFuture] = useState(() => stream.futureStages.map(draftOf))
  const [tried, setTried] = useState(false)
  const act = useChangeStream(stream.code, onClose)

  const { data: settings } = useQuery(settingsQuery(stream.code))
  const nameBefore = new Map(seen.stages.map(({ key, name }) => [key, name]))
  const rulesOf = ({ key }: Draft) => {
    const name = key && nameBefore.get(key)
    return name ? (settings?.rules.filter(({ stage }) => stage === name).length ?? 0) : 0
  }

  const first = stream.owners[0] ?? departments[0]?.code ?? ''
  const setToday = (stages: Draft[]) => {
    setCurrent(stages)
    // What followed from a stage that is gone is new.
    const keys = new Set(stages.map(({ key }) => key))
    setFuture((before) => before.map((draft) => (draft.follows && !keys.has(draft.follows) ? { ...draft, follows: '' } : draft)))
  }

  function input() {
    setTried(true)
    if ([...current, ...future].some((draft) => Object.keys(faultsOf(draft)).length > 0)) return undefined
    return { stages: current.map(stageOf), futureStages: future.map(withoutClash(current)).map(futureStageOf) }
  }

  const followable = current.filter(({ key }) => key)
  const faulty = tried && [...current, ...future].some((draft) => Object.keys(faultsOf(draft)).length > 0)
  return (
    <div className="j-formpart j-formpart--wide">
      <p className="j-quiet">{t('edit.keys')}</p>
      <RecordForm
        label={t('map.edit')}
        submit={t('map.save')}
        record={seen}
        queryKey={['stream', stream.code]}
        read={() => readStream(stream.code)}
        lastChange={() => lastChangeOf(`value-stream:${stream.code}`)}
        act={act}
        input={input}
        fields={[]}
        onCancel={onClose}
      >
        <SortableList
          title={t('map.today')}
          hint={t('edit.todayHint')}
          items={current}
          nameOf={(draft, index) => draft.name || t('edit.stageNumber', { number: index + 1 })}
          onChange={setToday}
          add={t('edit.addToday')}
          onAdd={() => emptyDraft(current.at(-1)?.department ?? first)}
          render={(draft, change) => (
            <StageFields
              draft={draft}
              onChange={change}
              departments={departments}
              rules={rulesOf(draft)}
              faults={tried ? faultsOf(draft) : {}}
            />
          )}
        />
        <SortableList
          title={t('map.future')}
          hint={t('edit.futureHint')}
          items={future}
          nameOf={(draft, index) => draft.name || t('edit.stageNumber', { number: index + 1 })}
          onChange={setFuture}
          add={t('edit.addFuture')}
          onAdd={() => emptyDraft(future.at(-1)?.department ?? first)}
          render={(draft, change) => (
            <StageFields
              draft={draft}
              onChange={change}
              departments={departments}
              followable={followable}
              faults={tried ? faultsOf(draft) : {}}
            />
          )}
        >
          {future.length === 0 && followable.length > 0 && (
            <Button variant="secondary" onClick={() => setFuture(futureFrom(current))}>
              {t('edit.startFromToday')}
            </Button>
          )}
        </SortableList>
        {faulty && (
          <p role="alert" className="j-fault">
            {t('edit.faulty')}
          </p>
        )}
      </RecordForm>
    </div>
  )
}

/** A stage that follows from none any more cannot keep the key of a stage of today; the service gives it another. */
function withoutClash(current: Draft[]) {
  const keys = new Set(current.map(({ key }) => key))
  return (draft: Draft): Draft => (!draft.follows && keys.has(draft.key) ? { ...draft, key: undefined } : draft)
}
