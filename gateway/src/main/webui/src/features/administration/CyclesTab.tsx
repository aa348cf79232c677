import { Button, Title } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Cycle } from '../../api/types'
import { paths } from '../../paths'
import { ActForm } from '../../ui/ActForm'
import { DataTable } from '../../ui/DataTable'
import { required, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { cyclesQuery } from '../objectives/queries'
import { useAddCycle } from './queries'

const names = ['code', 'name', 'start', 'end'] as const

export function CyclesTab() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearch('do')
  return (
    <Section
      title={t('admin.cycles')}
      hint={t('admin.cyclesHint')}
      actions={
        search.do !== 'add' && <Button onClick={() => setSearch({ do: 'add' })}>{t('admin.addCycle')}</Button>
      }
    >
      {search.do === 'add' && <AddCycleForm onClose={() => setSearch({ do: '' })} />}
      <Cycles />
    </Section>
  )
}

function Cycles() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: cycles } = useSuspenseQuery(cyclesQuery)
  return (
    <DataTable<Cycle>
      label={t('admin.cycles')}
      rows={cycles}
      keyOf={({ code }) => code}
      columns={[
        { name: t('field.name'), main: true, cell: ({ code, name }) => <Link to={paths.objectives({ cycle: code })}>{name}</Link> },
        { name: t('admin.code'), cell: ({ code }) => code },
        { name: t('admin.start'), cell: ({ start }) => format.day(start) },
        { name: t('admin.end'), cell: ({ end }) => format.day(end) },
      ]}
    />
  )
}

function AddCycleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAddCycle(onClose)
  const [values, setValues] = useState({ code: '', name: '', start: '', end: '' })
  const [tried, setTried] = useState(false)
  const errorOf = (field: (typeof names)[number]) =>
    act.error?.about(field) ?? (tried ? required(values[field], t) : undefined)
  const field = (name: (typeof names)[number], label: string, type: 'text' | 'date', hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      type={type}
      required
      value={values[name]}
      error={errorOf(name)}
      onChange={(value) => setValues({ ...values, [name]: value })}
    />
  )
  return (
    <section className="j-formpart" aria-labelledby="add-cycle">
      <Title headingLevel="h3" size="lg" id="add-cycle">
        {t('admin.addCycle')}
      </Title>
      <ActForm
        label={t('admin.addCycle')}
        submit={t('admin.add')}
        busy={act.isPending}
        problem={act.error}
        fields={[...names]}
        onSubmit={() => {
          setTried(true)
          if (names.every((name) => values[name].trim())) act.mutate({ input: values })
        }}
        onCancel={onClose}
      >
        {field('code', t('admin.code'), 'text', t('admin.cycleCodeHint'))}
        {field('name', t('field.name'), 'text')}
        <div className="j-columns">
          {field('start', t('admin.start'), 'date')}
          {field('end', t('admin.end'), 'date')}
        </div>
      </ActForm>
    </section>
  )
}
