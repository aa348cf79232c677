import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap, GapSide, ValueStream } from '../../api/types'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { required, TextAreaField, TextField } from '../../ui/fields'
import { Figures } from '../../ui/Figures'
import { secondsOf, useFormat, type Format } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { Tag, type Tone } from '../../ui/Tag'
import { useSearch } from '../../ui/useSearch'
import { useDepartmentName } from '../departments/queries'
import { csvAddress } from '../streams/queries'
import { gapsQuery, lastChangeOf, readStream, useChangeStream } from './queries'

const tones: Record<Gap['kind'], Tone> = { changed: 'info', unchanged: 'calm', dropped: 'warn', added: 'good' }

/** What lies between today and the future state, stage by stage, and who sees to it. */
export function GapList({ stream, mayEdit }: { stream: ValueStream; mayEdit: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useDepartmentName()
  const [{ gap: open }, set] = useSearch('gap')
  const { data: gaps } = useSuspenseQuery(gapsQuery(stream))
  if (!gaps.difference || !gaps.future) {
    return (
      <EmptyHint title={t('gap.none')}>
        <p>{t('gap.noneHint')}</p>
      </EmptyHint>
    )
  }
  const chosen = gaps.items.find(({ stage }) => stage === open)
  return (
    <>
      <Figures
        compact
        items={[
          { label: t('stage.sumLead'), value: more(gaps.difference.leadTime, format), note: t('gap.to', { value: format.duration(gaps.future.leadTime) }) },
          { label: t('stage.sumProcess'), value: more(gaps.difference.processTime, format), note: t('gap.to', { value: format.duration(gaps.future.processTime) }) },
          { label: t('stage.activityRatio'), value: points(gaps.difference.activityRatio, format), note: t('gap.to', { value: format.percent(gaps.future.activityRatio, 1) }) },
          { label: t('stage.rolled'), value: points(gaps.difference.rolledCompleteAndAccurate, format), note: t('gap.to', { value: format.percent(gaps.future.rolledCompleteAndAccurate) }) },
          { label: t('map.handoffs'), value: format.signed(gaps.difference.handoffs, ''), note: t('gap.to', { value: format.integer(gaps.future.handoffs) }) },
        ]}
      />
      {mayEdit && chosen && (
        <ImprovementForm key={chosen.stage} stream={stream} gap={chosen} onClose={() => set({ gap: '' })} />
      )}
      <DataTable
        label={t('gap.title')}
        rows={gaps.items}
        keyOf={(gap) => gap.stage}
        columns={[
          { name: t('gap.stage'), main: true, cell: (gap) => gap.name },
          { name: t('gap.becomes'), cell: (gap) => <Tag tone={tones[gap.kind]}>{t(`gap.kind.${gap.kind}`)}</Tag> },
          { name: t('stage.leadTime'), numeric: true, cell: (gap) => more(gap.difference.leadTime, format) },
          { name: t('stage.processTime'), numeric: true, cell: (gap) => more(gap.difference.processTime, format) },
          { name: t('stage.completeAndAccurate'), numeric: true, cell: (gap) => points(gap.difference.completeAndAccurate, format) },
          {
            name: t('gap.who'),
            cell: (gap) => (gap.difference.department ? `${names(gap.current, nameOf, format)} → ${names(gap.future, nameOf, format)}` : names(gap.future ?? gap.current, nameOf, format)),
          },
          {
            name: t('gap.improvement'),
            cell: (gap) => (
              <>
                {gap.improvement && (
                  <>
                    {gap.improvement.note}
                    <span className="j-quiet j-small j-block">
                      {[gap.improvement.owner, gap.improvement.due && t('gap.by', { when: format.day(gap.improvement.due) })].filter(Boolean).join(', ')}
                    </span>
                  </>
                )}
                {mayEdit && gap.kind !== 'unchanged' && (
                  <Button variant="link" isInline onClick={() => set({ gap: gap.stage })} aria-label={`${t(gap.improvement ? 'gap.change' : 'gap.plan')}: ${gap.name}`}>
                    {t(gap.improvement ? 'gap.change' : 'gap.plan')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      <CsvButton href={csvAddress(stream.code, 'gaps', { limit: 200 })} name={`${stream.code}-gaps`} />
    </>
  )
}

function ImprovementForm({ stream, gap, onClose }: { stream: ValueStream; gap: Gap; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useChangeStream(stream.code, onClose)
  const [values, setValues] = useState({
    note: gap.improvement?.note ?? '',
    owner: gap.improvement?.owner ?? '',
    due: gap.improvement?.due ?? '',
  })
  const [tried, setTried] = useState(false)
  const set = (field: keyof typeof values) => (value: string) => setValues({ ...values, [field]: value })
  const missing = required(values.note, t)

  function input() {
    setTried(true)
    if (missing) return undefined
    const improvement = { note: values.note.trim(), owner: values.owner.trim() || null, due: values.due || null }
    return { improvements: { [gap.stage]: improvement } }
  }

  return (
    <div className="j-formpart">
      <h3 className="j-state__title">{t('gap.planFor', { stage: gap.name })}</h3>
      <RecordForm
        label={t('gap.planFor', { stage: gap.name })}
        submit={t('map.save')}
        record={stream}
        queryKey={['stream', stream.code]}
        read={() => readStream(stream.code)}
        lastChange={() => lastChangeOf(`value-stream:${stream.code}`)}
        act={act}
        input={input}
        fields={['note', 'owner', 'due']}
        onCancel={onClose}
      >
        <TextAreaField label={t('gap.note')} required rows={2} value={values.note} error={act.error?.about('note') ?? (tried ? missing : undefined)} onChange={set('note')} />
        <div className="j-columns">
          <TextField label={t('gap.owner')} value={values.owner} error={act.error?.about('owner')} onChange={set('owner')} />
          <TextField label={t('gap.due')} type="date" value={values.due} error={act.error?.about('due')} onChange={set('due')} />
        </div>
      </RecordForm>
    </div>
  )
}

function names(side: GapSide | null, nameOf: (code: string) => string, format: Format) {
  return side ? format.list(side.departments.map(nameOf)) : '–'
}

/** A plus where it grows; a duration brings its own minus. */
function more(duration: string, format: Format) {
  const seconds = secondsOf(duration) ?? 0
  return seconds === 0 ? '±0' : `${seconds > 0 ? '+' : ''}${format.seconds(seconds)}`
}

const points = (value: number | null | undefined, format: Format) => (value == null ? '–' : format.signed(value, 'ratio'))
