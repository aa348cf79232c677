import { FormSelect, FormSelectOption } from '@patternfly/react-core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useStream } from '../streams/StreamPage'
import { settingsQuery, useChangeSettings } from './queries'
import { useMaySay } from './RunningAndChanging'

/** What owners have said of the types, and how to say something else; nothing for those who may not. */
export function useTypeMarks() {
  const stream = useStream()
  const queries = useQueryClient()
  const query = settingsQuery(stream.code)
  const { data: settings } = useQuery({ ...query, enabled: useMaySay() })
  const act = useChangeSettings(stream.code, (saved) => queries.setQueryData(query.queryKey, saved))
  if (!settings) return undefined
  // While it is on its way, what was chosen is shown.
  const changing = (act.isPending && act.variables.input.changingTypes) || settings.changingTypes
  return {
    changing,
    error: act.error,
    say: (type: string, changes: boolean) => {
      if (act.isPending) return
      const others = (settings.changingTypes ?? []).filter((one) => one !== type)
      act.mutate(
        { input: { changingTypes: changes ? [...others, type] : others }, version: settings.version },
        // Whoever was faster has said something else: it is shown, so that the next choice is made on it.
        { onError: () => void queries.invalidateQueries({ queryKey: query.queryKey }) },
      )
    },
  }
}

export type TypeMarks = NonNullable<ReturnType<typeof useTypeMarks>>

export function TypeMark({ type, marks }: { type: string | null; marks: TypeMarks }) {
  const { t } = useTranslation()
  if (type === null) return marks.changing ? t('running.kind.running') : <span className="j-unknown">{t('running.unsaid')}</span>
  return (
    <FormSelect
      aria-label={t('running.markOf', { type })}
      value={marks.changing === null ? '' : marks.changing.includes(type) ? 'changing' : 'running'}
      onChange={(_event, chosen) => marks.say(type, chosen === 'changing')}
    >
      {marks.changing === null && <FormSelectOption value="" label={t('running.unsaid')} isDisabled />}
      <FormSelectOption value="running" label={t('running.kind.running')} />
      <FormSelectOption value="changing" label={t('running.kind.changing')} />
    </FormSelect>
  )
}
