import { useTranslation } from 'react-i18next'
import type { Signal } from '../../api/types'
import { useFormat } from '../../ui/format'
import { useDepartmentName } from '../departments/queries'

export type MeasureOf = Signal['evidence'][number]['measure']

export const figureOf = (signal: Signal, measure: MeasureOf) =>
  signal.evidence.find((one) => one.measure === measure)?.value ?? null

export const codeOf = (link: string) => link.slice(link.indexOf(':') + 1)

/** What has been found, in one sentence of the reader's language. The service's own sentence is for other readers. */
export function useSentence() {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCarrier()
  return (signal: Signal) => {
    const name = signal.subjectName ?? ''
    const figure = (measure: MeasureOf) => figureOf(signal, measure)
    switch (signal.kind) {
      case 'service-without-stream':
        return t('signal.says.service-without-stream', { name })
      case 'stream-without-joint-owner': {
        const departments = figure('departments-on-map') ?? 0
        if (figure('owners') === 0) return t('signal.says.nobody-owns', { name })
        return departments > 1
          ? t('signal.says.one-owns-for-many', { name, count: departments })
          : t('signal.says.one-owns', { name })
      }
      case 'stream-without-measure':
        return t('signal.says.stream-without-measure', { name })
      case 'measures-inside-one-department':
        return t('signal.says.measures-inside-one-department', {
          count: figure('streams-measured') ?? 0,
          inside: format.integer(figure('streams-inside')),
        })
      case 'bouncing-pair':
        return t('signal.says.bouncing-pair', {
          name,
          share: format.percent(figure('return-share')),
          from: nameOf(signal, signal.from),
          to: nameOf(signal, signal.to),
        })
      case 'growing-queue':
        return t('signal.says.growing-queue', {
          name,
          to: nameOf(signal, signal.to),
          wait: format.hours(figure('mean-wait')),
          before: format.hours(figure('mean-wait-before')),
        })
    }
  }
}

/** Teams have names, departments have codes with names. */
export function useCarrier() {
  const departmentName = useDepartmentName()
  return (signal: Signal, carrier: string | null) =>
    signal.level === 'department' ? departmentName(carrier) : (carrier ?? '–')
}
