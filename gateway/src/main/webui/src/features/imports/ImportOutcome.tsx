import { Alert } from '@patternfly/react-core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportResult } from '../../api/types'
import { paths } from '../../paths'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { Figures } from '../../ui/Figures'
import { useFormat } from '../../ui/format'
import { csvAddress } from '../streams/queries'

/** What became of an import. */
export function ImportOutcome({ result, code }: { result: ImportResult; code: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const unchanged = result.accepted === 0 && result.duplicate > 0 && result.rejected === 0
  const counts = { accepted: format.integer(result.accepted), rejected: format.integer(result.rejected) }
  return (
    <div className="j-result">
      <Alert
        component="p"
        isInline
        variant={result.rejected > 0 ? 'warning' : 'success'}
        title={
          unchanged
            ? t('import.unchanged')
            : result.rejected > 0
              ? t('import.withRejected', counts)
              : t('import.done', { count: result.accepted, ...counts })
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
      <RejectedLines rejections={result.rejections ?? []} />
      {result.rejected > 0 && (
        <CsvButton
          href={csvAddress(code, `imports/${result.import}/rejections`, {})}
          name={`${result.import}-${code}`}
        />
      )}
    </div>
  )
}

export function RejectedLines({ rejections }: { rejections: ImportResult['rejections'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (rejections.length === 0) return null
  return (
    <DataTable
      label={t('import.rejections')}
      rows={rejections}
      keyOf={(one) => `${one.line} ${one.field}`}
      columns={[
        { name: t('import.line'), numeric: true, cell: (one) => format.integer(one.line) },
        { name: t('import.fieldName'), cell: (one) => one.field ?? '–' },
        { name: t('import.reason'), cell: (one) => one.reason, main: true },
      ]}
    />
  )
}
