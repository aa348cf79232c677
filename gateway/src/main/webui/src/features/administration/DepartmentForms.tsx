import { Title } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Department } from '../../api/types'
import { ActForm } from '../../ui/ActForm'
import { required, SelectField, TextAreaField, TextField } from '../../ui/fields'
import { RecordForm } from '../../ui/RecordForm'
import { useDepartments } from '../departments/queries'
import { lastChangeOf, readDepartment, useAddDepartment, useChangeDepartment, type DepartmentWish } from './queries'

interface Values {
  code: string
  name: string
  purpose: string
  expertise: string
  parent: string
  timeZone: string
}

const names = ['code', 'name', 'purpose', 'expertise', 'parent', 'timeZone']

const wishOf = ({ name, purpose, expertise, parent, timeZone }: Values): DepartmentWish => ({
  name: name.trim(),
  purpose: purpose.trim(),
  expertise: expertise.trim() || null,
  parent: parent || null,
  timeZone: timeZone.trim(),
})

function useValues(initial: Values, about: (field: string) => string | undefined) {
  const { t } = useTranslation()
  const [values, setValues] = useState(initial)
  const [tried, setTried] = useState(false)
  const errors: Partial<Record<keyof Values, string | undefined>> = {
    code: required(values.code, t),
    name: required(values.name, t),
    purpose: required(values.purpose, t),
    timeZone: required(values.timeZone, t),
  }
  return {
    values,
    set: (field: keyof Values) => (value: string) => setValues({ ...values, [field]: value }),
    errorOf: (field: keyof Values) => about(field) ?? (tried ? errors[field] : undefined),
    /** Marks what is missing; whether nothing is. */
    complete: () => {
      setTried(true)
      return !Object.values(errors).some(Boolean)
    },
  }
}

export function AddDepartmentForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAddDepartment(onClose)
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const form = useValues(
    { code: '', name: '', purpose: '', expertise: '', parent: '', timeZone },
    (field) => act.error?.about(field),
  )
  return (
    <section className="j-formpart" aria-labelledby="add-department">
      <Title headingLevel="h3" size="lg" id="add-department">
        {t('admin.addDepartment')}
      </Title>
      <ActForm
        label={t('admin.addDepartment')}
        submit={t('admin.add')}
        busy={act.isPending}
        problem={act.error}
        fields={names}
        onSubmit={() =>
          form.complete() && act.mutate({ input: { code: form.values.code.trim(), ...wishOf(form.values) } })
        }
        onCancel={onClose}
      >
        <TextField
          label={t('admin.code')}
          hint={t('admin.codeHint')}
          required
          value={form.values.code}
          error={form.errorOf('code')}
          onChange={form.set('code')}
        />
        <Fields {...form} />
      </ActForm>
    </section>
  )
}

export function ChangeDepartmentForm({ department, onClose }: { department: Department; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useChangeDepartment(department.code, onClose)
  const { code, name, purpose, expertise, parent, timeZone } = department
  const form = useValues(
    { code, name, purpose, expertise: expertise ?? '', parent: parent ?? '', timeZone },
    (field) => act.error?.about(field),
  )
  return (
    <section className="j-formpart" aria-labelledby="change-department">
      <Title headingLevel="h3" size="lg" id="change-department">
        {t('admin.changeOf', { department: name })}
      </Title>
      <RecordForm
        label={t('admin.changeOf', { department: name })}
        submit={t('admin.save')}
        record={department}
        queryKey={['departments']}
        read={() => readDepartment(code)}
        lastChange={() => lastChangeOf(`department:${code}`)}
        act={act}
        input={() => (form.complete() ? wishOf(form.values) : undefined)}
        fields={names}
        about={(record) => ({ name: record.name, purpose: record.purpose })}
        onCancel={onClose}
      >
        <Fields {...form} of={code} />
      </RecordForm>
    </section>
  )
}

function Fields({
  values,
  set,
  errorOf,
  of,
}: Pick<ReturnType<typeof useValues>, 'values' | 'set' | 'errorOf'> & { of?: string }) {
  const { t } = useTranslation()
  const departments = useDepartments()
  return (
    <>
      <TextField
        label={t('field.name')}
        required
        value={values.name}
        error={errorOf('name')}
        onChange={set('name')}
      />
      <TextAreaField
        label={t('field.purpose')}
        required
        rows={2}
        value={values.purpose}
        error={errorOf('purpose')}
        onChange={set('purpose')}
      />
      <TextAreaField
        label={t('department.expertise')}
        hint={t('form.optional')}
        rows={2}
        value={values.expertise}
        error={errorOf('expertise')}
        onChange={set('expertise')}
      />
      <div className="j-columns">
        <SelectField
          label={t('admin.parent')}
          value={values.parent}
          error={errorOf('parent')}
          onChange={set('parent')}
          choices={[
            { value: '', label: '–' },
            ...departments
              .filter(({ code }) => code !== of)
              .map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <TextField
          label={t('admin.timeZone')}
          hint={t('admin.timeZoneHint')}
          required
          list={timeZones}
          value={values.timeZone}
          error={errorOf('timeZone')}
          onChange={set('timeZone')}
        />
      </div>
    </>
  )
}

const timeZones = Intl.supportedValuesOf('timeZone')
