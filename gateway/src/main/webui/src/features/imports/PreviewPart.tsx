import { useTranslation } from 'react-i18next'
import type { EventPreview } from '../../api/types'
import { DataTable } from '../../ui/DataTable'
import { useFormat } from '../../ui/format'
import { RejectedLines } from './ImportOutcome'

/** The first events as they would be taken, and what would be left out. */
export function PreviewPart({ preview }: { preview: EventPreview }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (preview.missing.length > 0) return <p className="j-quiet">{t('import.look.none')}</p>
  const counts = { events: format.integer(preview.events), items: format.integer(preview.workItems) }
  const shows = (field: 'team' | 'department' | 'actor' | 'state' | 'type') =>
    preview.samples.some((event) => event[field] != null)
  const optional = (['team', 'department', 'state', 'actor', 'type'] as const).filter(shows)
  return (
    <>
      <p aria-live="polite">
        {t(preview.partial ? 'import.look.part' : 'import.look.whole', counts)}
        {preview.from && preview.to && (
          <> {t('import.look.period', { from: format.moment(preview.from), to: format.moment(preview.to) })}</>
        )}
        {preview.rejected > 0 && <strong> {t('import.look.rejected', { count: preview.rejected })}</strong>}
      </p>
      {preview.samples.length > 0 && (
        <DataTable
          label={t('import.look.table')}
          rows={preview.samples.slice(0, 8).map((event, index) => ({ ...event, index }))}
          keyOf={(event) => String(event.index)}
          columns={[
            { name: t('import.field.workItem'), main: true, cell: (event) => event.workItem },
            { name: t('import.field.occurredAt'), cell: (event) => format.moment(event.occurredAt) },
            { name: t('import.field.activity'), cell: (event) => event.activity },
            ...optional.map((field) => ({
              name: t(`import.field.${field}`),
              cell: (event: EventPreview['samples'][number]) => event[field] ?? '–',
            })),
          ]}
        />
      )}
      <RejectedLines rejections={preview.rejections} />
    </>
  )
}
