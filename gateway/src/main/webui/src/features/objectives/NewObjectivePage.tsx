import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSession } from '../../api/session'
import { paths } from '../../paths'
import { ActForm } from '../../ui/ActForm'
import { EmptyHint } from '../../ui/EmptyHint'
import { CheckField, RadioField, required, SelectField, TextAreaField, TextField } from '../../ui/fields'
import { Page } from '../../ui/Page'
import { useSearch } from '../../ui/useSearch'
import { decisionQuery } from '../decisions/queries'
import { useDepartments } from '../departments/queries'
import { escalationQuery } from '../escalations/queries'
import { LinkTo } from '../links/Links'
import { cyclesQuery, useDraftObjective } from './queries'
import { ShareFields } from './ShareFields'
import { areWhole, evenShares, toSend, type Draft } from './shares'

const fields = ['cycle', 'title', 'why', 'kind', 'owners', 'shares']

export function NewObjectivePage() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Page
      title={t('objective.new')}
      lead={<p>{t('objective.newLead')}</p>}
      trail={[{ name: t('nav.objectives'), to: paths.objectives() }]}
    >
      {session.isHead ? (
        <NewObjective />
      ) : (
        <EmptyHint title={t('form.headsOnly')}>
          <p>{t('form.headsOnlyHint')}</p>
        </EmptyHint>
      )}
    </Page>
  )
}

function NewObjective() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const session = useSession()
  const departments = useDepartments()
  const { data: cycles } = useSuspenseQuery(cyclesQuery)
  const [{ from }] = useSearch('from')
  const decisionRef = from.startsWith('decision:') ? from.slice('decision:'.length) : undefined
  // The decision only helps to fill in the form: the form works without it as well.
  const { data: decision } = useQuery({
    ...decisionQuery(decisionRef ?? ''),
    enabled: Boolean(decisionRef),
  })
  const escalationRef = from.startsWith('escalation:') ? from.slice('escalation:'.length) : undefined
  const { data: escalation } = useQuery({
    ...escalationQuery(escalationRef ?? ''),
    enabled: Boolean(escalationRef),
  })
  const [values, setValues] = useState({
    cycle: undefined as string | undefined,
    title: '',
    why: undefined as string | undefined,
    kind: 'committed',
  })
  const [chosen, setOwners] = useState<string[]>()
  const [proposed, setProposed] = useState<{ of: string; shares: Draft }>()
  const [tried, setTried] = useState(false)
  const act = useDraftObjective((objective) => void navigate(paths.objective(objective.ref)))

  // What made the matter pressing is a reason; what was chosen is not.
  const why = values.why ?? decision?.whyNow ?? escalation?.concern ?? ''
  const owners = chosen ?? decision?.departments ?? escalation?.departments ?? session.headOf
  // Shares that were written for other owners say nothing of these.
  const ofOwners = owners.join(' ')
  const shares = proposed?.of === ofOwners ? proposed.shares : evenShares(owners)
  const cycle = values.cycle ?? currentCycle(cycles)?.code ?? ''
  const errors = {
    cycle: required(cycle, t),
    title: required(values.title, t),
    why: required(why, t),
    kind: undefined,
    owners: owners.some((owner) => session.heads(owner)) ? undefined : t('objective.ownOwner'),
    shares: areWhole(shares) ? undefined : t('shares.whole'),
  }
  const errorOf = (field: keyof typeof errors) =>
    act.error?.about(field) ?? (tried ? errors[field] : undefined)

  function submit() {
    setTried(true)
    if (Object.values(errors).some(Boolean)) return
    act.mutate({
      input: {
        cycle,
        title: values.title.trim(),
        why: why.trim(),
        kind: values.kind as 'committed',
        owners,
        shares: toSend(shares),
        links: from ? [from] : [],
      },
    })
  }

  return (
    <ActForm
      label={t('objective.new')}
      submit={t('objective.draft')}
      busy={act.isPending}
      problem={act.error}
      fields={fields}
      onSubmit={submit}
      onCancel={() => void navigate(-1)}
    >
      {from && (
        <p className="j-from">
          {t('objective.from')} <LinkTo link={from} />
          {(decision ?? escalation) && (
            <span className="j-from__what">{decision?.question ?? escalation?.title}</span>
          )}
        </p>
      )}
      <TextField
        label={t('field.title')}
        hint={t('objective.titleHint')}
        required
        value={values.title}
        error={errorOf('title')}
        onChange={(title) => setValues({ ...values, title })}
      />
      <TextAreaField
        label={t('field.why')}
        hint={t('objective.whyHint')}
        required
        value={why}
        error={errorOf('why')}
        onChange={(text) => setValues({ ...values, why: text })}
      />
      <CheckField
        label={t('objective.owners')}
        hint={t('objective.ownersChoose')}
        required
        values={owners}
        error={errorOf('owners')}
        onChange={setOwners}
        choices={departments.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {owners.length > 1 && (
        <ShareFields
          draft={shares}
          tried={tried}
          error={act.error?.about('shares')}
          onChange={(draft) => setProposed({ of: ofOwners, shares: draft })}
        />
      )}
      <RadioField
        label={t('field.kind')}
        required
        value={values.kind}
        error={errorOf('kind')}
        onChange={(kind) => setValues({ ...values, kind })}
        choices={(['committed', 'aspirational'] as const).map((kind) => ({
          value: kind,
          label: t(`objective.kind.${kind}`),
          hint: t(`objective.kindHint.${kind}`),
        }))}
      />
      <SelectField
        label={t('objective.cycle')}
        required
        value={cycle}
        error={errorOf('cycle')}
        onChange={(code) => setValues({ ...values, cycle: code })}
        choices={cycles.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </ActForm>
  )
}

export function currentCycle<C extends { start: string; end: string }>(
  cycles: C[],
  today = new Date().toISOString().slice(0, 10),
) {
  return cycles.find(({ start, end }) => start <= today && today <= end) ?? cycles[0]
}
