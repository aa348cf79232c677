import { Button } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSource } from '../../api/types'
import { ActForm } from '../../ui/ActForm'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { Tag, type Tone } from '../../ui/Tag'
import { sourcesQuery, usePause, useResume } from './queries'

const tones: Record<EventSource['state'], Tone> = { open: 'good', paused: 'warn', closed: 'calm' }

export function Sources({ code }: { code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: sources } = useSuspenseQuery(sourcesQuery(code))
  const [pausing, setPausing] = useState<string>()
  const chosen = sources.find(({ name, state }) => name === pausing && state === 'open')
  if (sources.length === 0) {
    return (
      <EmptyHint title={t('import.noSources')}>
        <p>{t('import.noSourcesHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <DataTable
        label={t('import.sources')}
        rows={sources}
        keyOf={(source) => source.name}
        columns={[
          { name: t('import.source'), main: true, cell: (source) => source.name },
          { name: t('import.stateName'), cell: (source) => <State source={source} /> },
          {
            name: t('import.formatName'),
            cell: (source) => (source.format ? t(`import.format.${source.format}`) : '–'),
          },
          { name: t('import.lastImport'), cell: (source) => format.moment(source.totals.lastImportAt) },
          { name: t('import.accepted'), numeric: true, cell: (source) => format.integer(source.totals.accepted) },
          { name: t('import.rejected'), numeric: true, cell: (source) => format.integer(source.totals.rejected) },
          {
            name: t('import.act'),
            cell: (source) =>
              source.state === 'open' ? (
                <Button
                  variant="link"
                  isInline
                  aria-label={t('import.pauseOne', { name: source.name })}
                  aria-expanded={pausing === source.name}
                  onClick={() => setPausing(pausing === source.name ? undefined : source.name)}
                >
                  {t('import.pause')}
                </Button>
              ) : source.state === 'paused' ? (
                <Resume code={code} source={source} />
              ) : (
                '–'
              ),
          },
        ]}
      />
      {chosen && <Pause key={chosen.name} code={code} source={chosen} onDone={() => setPausing(undefined)} />}
    </>
  )
}

function State({ source }: { source: EventSource }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stop = source.closed ?? source.paused
  return (
    <>
      <Tag tone={tones[source.state]}>{t(`import.state.${source.state}`)}</Tag>
      {stop && (
        <span className="j-quiet j-small j-stop">
          {t(stop.reason ? 'import.pausedWhy' : 'import.pausedBy', {
            reason: stop.reason,
            by: stop.by,
            when: format.moment(stop.at),
          })}
        </span>
      )}
    </>
  )
}

function Pause({ code, source, onDone }: { code: string; source: EventSource; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const act = usePause(code, source, onDone)
  return (
    <div className="j-formpart">
      <h3>{t('import.pauseTitle', { name: source.name })}</h3>
      <ActForm
        label={t('import.pauseTitle', { name: source.name })}
        submit={t('import.pause')}
        busy={act.isPending}
        problem={act.error}
        fields={['reason']}
        onSubmit={() => act.mutate({ input: reason })}
        onCancel={onDone}
      >
        <TextField
          label={t('import.pauseReason')}
          hint={t('import.pauseReasonHint')}
          error={act.error?.about('reason')}
          value={reason}
          onChange={setReason}
        />
      </ActForm>
    </div>
  )
}

function Resume({ code, source }: { code: string; source: EventSource }) {
  const { t } = useTranslation()
  const act = useResume(code, source)
  return (
    <>
      <Button
        variant="link"
        isInline
        aria-label={t('import.resumeOne', { name: source.name })}
        isLoading={act.isPending}
        isAriaDisabled={act.isPending}
        onClick={() => !act.isPending && act.mutate({ input: undefined })}
      >
        {t('import.resume')}
      </Button>
      {act.error && <ProblemAlert error={act.error} />}
    </>
  )
}
