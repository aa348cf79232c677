import { Button } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../api/types'
import type { Choice } from '../../ui/fields'
import { FilterSelect } from '../../ui/FilterSelect'
import { useHandedOn } from '../../ui/useHandedOn'
import { useSearch } from '../../ui/useSearch'
import { departmentsQuery } from '../departments/queries'
import { useStream } from './StreamPage'

export function useFlowFilters() {
  const [{ level: asked, ...period }, set] = useSearch('level', 'from', 'to', 'type', 'team', 'department', 'stage')
  const level: Level = asked === 'department' || asked === 'stage' ? asked : 'team'
  return { level, chosenLevel: asked !== '', period, set, narrowed: Object.values(period).some(Boolean) }
}

/** Which work items count, and whether teams, departments or stages carry them. */
export function FlowFilters({ withoutLevel }: { withoutLevel?: boolean }) {
  const { t } = useTranslation()
  const stream = useStream()
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { level, period, set, narrowed } = useFlowFilters()
  const [more, setMore] = useState(Boolean(period.team || period.department || period.stage))
  return (
    <div className="j-filters" role="search" aria-label={t('flow.filters')}>
      {!withoutLevel && (
        <FilterSelect
          label={t('flow.level')}
          value={level}
          onChange={(chosen) => set({ level: chosen === 'team' ? '' : chosen })}
          choices={[
            { value: 'team', label: t('level.team') },
            { value: 'department', label: t('level.department') },
            { value: 'stage', label: t('level.stage') },
          ]}
        />
      )}
      <DateFilter label={t('flow.from')} value={period.from} onChange={(from) => set({ from })} />
      <DateFilter label={t('flow.to')} value={period.to} onChange={(to) => set({ to })} />
      <WordFilter
        key={period.type}
        label={t('flow.type')}
        any={t('flow.anyType')}
        value={period.type}
        onChange={(type) => set({ type })}
      />
      {more && (
        <>
          <WordFilter
            key={`team ${period.team}`}
            label={t('narrow.wentThroughTeam')}
            any={t('narrow.anyTeam')}
            value={period.team}
            onChange={(team) => set({ team })}
          />
          <FilterSelect
            label={t('narrow.wentThroughDepartment')}
            all={t('narrow.anyOne')}
            value={period.department}
            onChange={(department) => set({ department })}
            choices={withAsked(
              departments.map(({ code, name }) => ({ value: code, label: name })),
              period.department,
            )}
          />
          <FilterSelect
            label={t('narrow.wentThroughStage')}
            all={t('narrow.anyOne')}
            value={period.stage}
            onChange={(stage) => set({ stage })}
            choices={withAsked(
              stream.stages.map(({ name }) => ({ value: name, label: name })),
              period.stage,
            )}
          />
        </>
      )}
      <Button variant="link" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? t('narrow.fewerFilters') : t('narrow.moreFilters')}
      </Button>
      {narrowed && (
        <Clear onClear={() => set({ from: '', to: '', type: '', team: '', department: '', stage: '' })} />
      )}
    </div>
  )
}

/** An address may name what is no longer offered: the choice still shows it. */
function withAsked(choices: Choice[], asked: string) {
  return !asked || choices.some(({ value }) => value === asked)
    ? choices
    : [...choices, { value: asked, label: asked }]
}

function Clear({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  const button = useHandedOn<HTMLButtonElement>()
  return (
    <Button ref={button} variant="link" onClick={onClear}>
      {t('flow.clear')}
    </Button>
  )
}

function DateFilter({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="j-filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="j-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

function WordFilter({
  label,
  any,
  value,
  onChange,
}: {
  label: string
  any: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  const [text, setText] = useState(value)
  return (
    <form
      className="j-filter"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim())
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className="j-input"
        placeholder={any}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== value && onChange(text.trim())}
      />
    </form>
  )
}
