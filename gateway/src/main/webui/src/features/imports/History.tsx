import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CsvButton } from '../../ui/CsvButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { TakeBack } from '../flow/TakeBack'
import { csvAddress, importsQuery } from '../streams/queries'

export function History({ code }: { code: string }) {
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
        { name: t('import.by'), cell: (one) => one.importedBy },
        { name: t('import.finished'), cell: (one) => format.moment(one.finishedAt) },
        { name: t('import.accepted'), numeric: true, cell: (one) => format.integer(one.accepted) },
        { name: t('import.duplicate'), numeric: true, cell: (one) => format.integer(one.duplicate) },
        { name: t('import.rejected'), numeric: true, cell: (one) => format.integer(one.rejected) },
        {
          name: t('import.rejections'),
          cell: (one) =>
            one.rejected > 0 ? (
              <CsvButton href={csvAddress(code, `imports/${one.import}/rejections`, {})} name={`${one.import}-${code}`} />
            ) : (
              '–'
            ),
        },
        { name: t('takeBack.column'), cell: (one) => <TakeBack code={code} of={one} /> },
      ]}
    />
  )
}
