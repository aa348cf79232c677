import { Alert, Button, Form, Progress } from '@patternfly/react-core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportResult } from '../../api/types'
import { paths } from '../../paths'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { SelectField, TextField } from '../../ui/fields'
import { Figures } from '../../ui/Figures'
import { useFormat } from '../../ui/format'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { Section } from '../../ui/Section'
import { TakeBack } from '../flow/TakeBack'
import { guessMapping, headerOf, mapped, mustBeMapped, type Mapped } from './csv'
import { csvAddress, importsQuery } from './queries'
import { useStream } from './StreamPage'
import { beginningOf, upload } from './upload'

interface Chosen {
  file: File
  csv: boolean
  columns: string[]
  delimiter: string
}

export function ImportTab() {
  const { t } = useTranslation()
  const stream = useStream()
  return (
    <>
      <Section title={t('import.title')} hint={t('import.hint')}>
        <UploadForm code={stream.code} />
      </Section>
      <Section title={t('import.history')}>
        <History code={stream.code} />
      </Section>
    </>
  )
}

function UploadForm({ code }: { code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>()
  const [mapping, setMapping] = useState<Partial<Record<Mapped, string>>>({})
  const [timeFormat, setTimeFormat] = useState('')
  const [noValue, setNoValue] = useState('')
  const [source, setSource] = useState('')
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState<unknown>()
  const [result, setResult] = useState<ImportResult>()
  const missing = chosen?.csv ? mustBeMapped.filter((field) => !mapping[field]) : []

  async function choose(file: File | undefined) {
    setResult(undefined)
    setProblem(undefined)
    if (!file) return setChosen(undefined)
    const csv = !/\.(ndjson|jsonl|json)(\.gz)?$/i.test(file.name)
    const header = csv ? headerOf(await beginningOf(file)) : { columns: [], delimiter: ',' }
    setChosen({ file, csv, ...header })
    setMapping(guessMapping(header.columns))
    setSource(file.name.replace(/(\.[a-z]+)+$/i, '').replace(/[^A-Za-z0-9_.-]+/g, '-'))
  }

  async function send() {
    if (!chosen || missing.length > 0) return
    setProblem(undefined)
    setResult(undefined)
    setProgress(0)
    const used = Object.values(mapping)
    const address = csvAddress(code, 'events', {
      source: source || undefined,
      mapping: chosen.csv
        ? JSON.stringify({
            ...mapping,
            attributes: chosen.columns.filter((column) => column && !used.includes(column)),
            noValue: noValue ? [noValue] : undefined,
            timeFormat: timeFormat || undefined,
            delimiter: chosen.delimiter,
          })
        : undefined,
    })
    try {
      setResult(
        await upload(
          address,
          chosen.file,
          chosen.csv ? 'text/csv' : 'application/x-ndjson',
          setProgress,
        ),
      )
      await Promise.all(
        [['imports', code], ['flow', code], ['handoffs', code], ['work-items', code]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setProgress(undefined)
    }
  }

  return (
    <Form
      className="j-form"
      aria-label={t('import.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (progress === undefined) void send()
      }}
    >
      <div className="j-file">
        <label htmlFor="event-log">{t('import.file')}</label>
        <input
          id="event-log"
          type="file"
          accept=".csv,.txt,.ndjson,.jsonl,.gz"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <p className="j-quiet j-small">{t('import.fileHint')}</p>
      </div>
      {chosen?.csv && (
        <fieldset className="j-mapping">
          <legend>{t('import.mapping')}</legend>
          <p className="j-quiet">{t('import.mappingHint', { count: chosen.columns.length })}</p>
          <div className="j-mapping__fields">
            {mapped.map((field) => (
              <SelectField
                key={field}
                label={t(`import.field.${field}`)}
                required={mustBeMapped.includes(field)}
                value={mapping[field] ?? ''}
                onChange={(column) => setMapping({ ...mapping, [field]: column || undefined })}
                choices={[
                  { value: '', label: t('import.notMapped') },
                  ...chosen.columns
                    .filter(Boolean)
                    .map((column) => ({ value: column, label: column })),
                ]}
              />
            ))}
            <TextField
              label={t('import.timeFormat')}
              hint={t('import.timeFormatHint')}
              value={timeFormat}
              onChange={setTimeFormat}
            />
            <TextField
              label={t('import.noValue')}
              hint={t('import.noValueHint')}
              value={noValue}
              onChange={setNoValue}
            />
          </div>
        </fieldset>
      )}
      {chosen && (
        <TextField
          label={t('import.source')}
          hint={t('import.sourceHint')}
          value={source}
          onChange={setSource}
        />
      )}
      {missing.length > 0 && (
        <Alert
component="p"
          isInline
          isPlain
          variant="info"
          title={t('import.missing', {
            fields: format.list(missing.map((field) => t(`import.field.${field}`))),
          })}
        />
      )}
      {progress !== undefined && (
        <Progress
          value={Math.round(progress * 100)}
          title={progress < 1 ? t('import.sending') : t('import.working')}
          aria-label={t('import.sending')}
        />
      )}
      {problem !== undefined && <ProblemAlert error={problem} takesFocus />}
      <div className="j-actions">
        <Button
          type="submit"
          isDisabled={!chosen || missing.length > 0}
          isAriaDisabled={progress !== undefined}
          isLoading={progress !== undefined}
        >
          {t('import.send')}
        </Button>
      </div>
      <div aria-live="polite">{result && <Result result={result} code={code} />}</div>
    </Form>
  )
}

function Result({ result, code }: { result: ImportResult; code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rejections = result.rejections ?? []
  const unchanged = result.accepted === 0 && result.duplicate > 0
  return (
    <div className="j-result">
      <Alert
component="p"
        isInline
        variant={result.rejected > 0 ? 'warning' : 'success'}
        title={
          unchanged && result.rejected === 0
            ? t('import.unchanged')
            : result.rejected > 0
              ? t('import.withRejected', {
                  accepted: format.integer(result.accepted),
                  rejected: format.integer(result.rejected),
                })
              : t('import.done', { count: result.accepted, accepted: format.integer(result.accepted) })
        }
        actionLinks={<Link to={paths.stream(code)}>{t('import.see')}</Link>}
      />
      <Figures
        compact
        items={[
          { label: t('import.accepted'), value: format.integer(result.accepted) },
          { label: t('import.duplicate'), value: format.integer(result.duplicate) },
          { label: t('import.rejected'), value: format.integer(result.rejected) },
          { label: t('flow.workItems'), value: format.integer(result.workItems) },
        ]}
      />
      {rejections.length > 0 && (
        <DataTable
          label={t('import.rejections')}
          rows={rejections}
          keyOf={(rejection) => `${rejection.line} ${rejection.field}`}
          columns={[
            { name: t('import.line'), numeric: true, cell: (one) => format.integer(one.line) },
            { name: t('import.column'), cell: (one) => one.field ?? '–' },
            { name: t('import.reason'), cell: (one) => one.reason, main: true },
          ]}
        />
      )}
    </div>
  )
}

function History({ code }: { code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: imports } = useSuspenseQuery(importsQuery(code))
  if (imports.length === 0) {
    return (
      <EmptyHint title={t('import.noneYet')}>
        <p>{t('import.noneYetHint')}</p>
      </EmptyHint>
    )
  }
  return (
    <DataTable
      label={t('import.history')}
      rows={imports}
      keyOf={(one) => one.import}
      columns={[
        { name: t('import.one'), main: true, cell: (one) => one.import },
        { name: t('import.source'), cell: (one) => one.source },
        { name: t('import.finished'), cell: (one) => format.moment(one.finishedAt) },
        { name: t('import.accepted'), numeric: true, cell: (one) => format.integer(one.accepted) },
        { name: t('import.duplicate'), numeric: true, cell: (one) => format.integer(one.duplicate) },
        { name: t('import.rejected'), numeric: true, cell: (one) => format.integer(one.rejected) },
        { name: t('takeBack.column'), cell: (one) => <TakeBack code={code} of={one} /> },
      ]}
    />
  )
}
