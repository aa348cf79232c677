import { Alert, Button, Form, Progress, Spinner } from '@patternfly/react-core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldMapping, ImportResult, ValueStream } from '../../api/types'
import { CheckField, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { csvAddress } from '../streams/queries'
import { bytes } from './bytes'
import { ImportOutcome } from './ImportOutcome'
import { asSent, keptBy, missingOf, sourceNamed, type Kept } from './mapping'
import { MappingFields } from './MappingFields'
import { PreviewPart } from './PreviewPart'
import { keep, previewQuery, sourcesQuery } from './queries'
import { formatOf, send, type LogFormat, type Sent } from './upload'

/** From a file to its figures: choose, say what is what, look, import. */
export function ImportSteps({ stream }: { stream: ValueStream }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queries = useQueryClient()
  const code = stream.code
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [source, setSource] = useState('')
  const [said, setSaid] = useState<FieldMapping>()
  const [asked, setAsked] = useState<{ over: Kept; keeps: boolean }>()
  const [sent, setSent] = useState<Sent>()
  const [problem, setProblem] = useState<unknown>()
  const [result, setResult] = useState<ImportResult>()
  const [notKept, setNotKept] = useState<'failed' | 'changed'>()
  const form: LogFormat = file ? formatOf(file) : 'csv'
  const { data: sources } = useQuery(sourcesQuery(code))

  // What the file is guessed to say stands until somebody says otherwise; a known source says what it said last time.
  const guessed = useQuery(previewQuery(code, file, form, undefined))
  const columns = guessed.data?.columns ?? []
  const known = sources?.find(({ name }) => name === (source || 'default'))
  const remembered = known?.format === form ? (known.mapping ?? undefined) : undefined
  const mapping = said ?? remembered ?? (file && !guessed.isPlaceholderData ? guessed.data?.suggested : undefined) ?? {}
  const missing = missingOf(mapping, form)
  const used = asSent(mapping, form, columns.map(({ name }) => name))
  // How another sender's files are read is replaced only when somebody asks for it.
  const kept = keptBy(known, form, used)
  const keeps = kept !== 'same' && (asked?.over === kept ? asked.keeps : kept === 'nothing')
  const preview = useQuery({
    ...previewQuery(code, file, form, used),
    enabled: file !== undefined && guessed.isSuccess && missing.length === 0,
  })

  function choose(chosen: File | undefined) {
    setFile(chosen)
    setSaid(undefined)
    setResult(undefined)
    setProblem(undefined)
    setNotKept(undefined)
    setAsked(undefined)
    setSource(chosen ? sourceNamed(chosen.name) : '')
  }

  async function importFile() {
    if (!file || missing.length > 0 || sent) return
    setProblem(undefined)
    setResult(undefined)
    setNotKept(undefined)
    setSent({ bytes: 0, size: file.size, perSecond: 0 })
    const address = csvAddress(code, 'events', {
      source: source || undefined,
      mapping: used ? JSON.stringify(used) : undefined,
    })
    try {
      const outcome = await send<ImportResult>(address, file, file, form, setSent)
      setResult(outcome)
      if (keeps) {
        await keep(code, outcome.source, known, form, used).then(
          (done) => setNotKept(done ? undefined : 'changed'),
          () => setNotKept('failed'),
        )
      }
      await Promise.all(
        ['imports', 'sources', 'flow', 'handoffs', 'work-items'].map((part) =>
          queries.invalidateQueries({ queryKey: [part, code] }),
        ),
      )
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSent(undefined)
    }
  }

  return (
    <Form
      className="j-form j-importsteps"
      aria-label={t('import.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void importFile()
      }}
    >
      <Step title={t('import.step.file')}>
        <div className="j-file">
          <label htmlFor="event-log">{t('import.file')}</label>
          <input
            ref={picker}
            id="event-log"
            type="file"
            accept=".csv,.txt,.ndjson,.jsonl,.xes,.xml,.gz"
            aria-describedby="event-log-hint"
            onChange={(event) => choose(event.target.files?.[0])}
          />
          <p id="event-log-hint" className="j-quiet j-small">
            {file
              ? t('import.chosen', { format: t(`import.format.${form}`), size: bytes(file.size, format.locale) })
              : t('import.fileHint')}
          </p>
        </div>
        {guessed.isFetching && <Busy text={t('import.look.busy')} />}
        {guessed.error && <ProblemAlert error={guessed.error} takesFocus />}
      </Step>

      {file && guessed.isSuccess && !guessed.isPlaceholderData && (
        <>
          <Step title={t('import.step.mapping')}>
            <TextField
              label={t('import.source')}
              hint={t('import.sourceHint')}
              value={source}
              onChange={(name) => {
                setSource(name)
                setSaid(undefined)
                setAsked(undefined)
              }}
              list={sources?.filter(({ state }) => state !== 'closed').map(({ name }) => name)}
            />
            <MappingFields
              stream={stream}
              format={form}
              columns={columns}
              mapping={mapping}
              onChange={setSaid}
            />
          </Step>
          <Step title={t('import.step.look')}>
            {missing.length > 0 ? (
              <Alert
                component="p"
                isInline
                isPlain
                variant="info"
                title={t('import.missing', {
                  fields: format.list(missing.map((field) => t(`import.field.${field}`))),
                })}
              />
            ) : preview.error ? (
              <ProblemAlert error={preview.error} />
            ) : preview.data ? (
              <PreviewPart preview={preview.data} />
            ) : (
              <Busy text={t('import.look.busy')} />
            )}
          </Step>
          <Step title={t('import.step.send')}>
            {kept !== 'same' && (
              <CheckField
                label={t('import.keep')}
                choices={[{ value: 'keep', label: t(kept === 'different' ? 'import.keepInstead' : 'import.keepMapping') }]}
                values={keeps ? ['keep'] : []}
                onChange={(values) => setAsked({ over: kept, keeps: values.length > 0 })}
              />
            )}
            {sent && <Progressing sent={sent} />}
            {problem !== undefined && <ProblemAlert error={problem} takesFocus />}
            <div className="j-actions">
              <Button
                type="submit"
                isDisabled={missing.length > 0}
                isLoading={sent !== undefined}
                isAriaDisabled={sent !== undefined}
              >
                {t('import.send')}
              </Button>
              {result && (
                <Button
                  variant="secondary"
                  onClick={() => {
                    if (picker.current) picker.current.value = ''
                    choose(undefined)
                    picker.current?.focus()
                  }}
                >
                  {t('import.again')}
                </Button>
              )}
            </div>
            <div aria-live="polite">
              {result && <ImportOutcome result={result} code={code} />}
              {notKept && <Alert component="p" isInline isPlain variant="info" title={t(`import.notKept.${notKept}`)} />}
            </div>
          </Step>
        </>
      )}
    </Form>
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="j-mapping j-step">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Busy({ text }: { text: string }) {
  return (
    <p className="j-quiet" role="status">
      <Spinner size="sm" aria-hidden="true" aria-valuetext={undefined} /> {text}
    </p>
  )
}

/** Bytes and rate while it is sent; then the service counts, and nobody knows how long. */
function Progressing({ sent }: { sent: Sent }) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const share = sent.size > 0 ? sent.bytes / sent.size : 0
  const text =
    share < 1
      ? t('import.sending', {
          sent: bytes(sent.bytes, locale),
          size: bytes(sent.size, locale),
          rate: bytes(sent.perSecond, locale),
        })
      : t('import.working')
  return <Progress value={Math.round(share * 100)} title={text} aria-label={text} />
}
