import { useTranslation } from 'react-i18next'
import type { FlowRule } from '../../api/types'
import { DataTable } from '../../ui/DataTable'
import { classOf, patterns } from './rules'

/** What work does from an event on, in a word. */
export function useClassName() {
  const { t } = useTranslation()
  return (text: string | null) => {
    const known = classOf(text)
    return known ? t(`rules.kind.${known}`) : '–'
  }
}

/** The rules for those who read them. */
export function RulesList({ rules }: { rules: FlowRule[] }) {
  const { t } = useTranslation()
  const className = useClassName()
  if (rules.length === 0) return <p className="j-quiet">{t('rules.noneYet')}</p>
  return (
    <DataTable
      label={t('rules.list')}
      rows={rules.map((rule, index) => ({ ...rule, index }))}
      keyOf={(rule) => String(rule.index)}
      columns={[
        { name: t('rules.one'), numeric: true, cell: (rule) => String(rule.index + 1) },
        ...patterns.map((name) => ({
          name: t(`rules.pattern.${name}`),
          cell: (rule: FlowRule) => rule[name] ?? '–',
        })),
        { name: t('rules.stage'), main: true, cell: (rule) => rule.stage ?? '–' },
        { name: t('rules.class'), cell: (rule) => className(rule.class) },
      ]}
    />
  )
}
