import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { FlowRule, FlowSettings } from '../../api/types'
import { SelectField, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { RecordForm } from '../../ui/RecordForm'
import { Section } from '../../ui/Section'
import { nextDay } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { dayBefore, useBaselineName } from './figures'
import { lastChangeOfStream, readSettings, settingsQuery, useChangeSettings, type SettingsChange } from './queries'
import { Recalculating } from './Recalculating'
import { draftsOf, newDraft, patterns, ruleOf, sameRules, saysNothing, type Draft } from './rules'
import { RulesEditor } from './RulesEditor'
import { RulesList, useClassName } from './RulesList'
import { RulesPreview, usePreview } from './RulesPreview'

export function RulesTab() {
  const { t } = useTranslation()
  const stream = useStream()
  const session = useSession()
  const owner = stream.owners.some((code) => session.heads(code))
  return (
    <>
      <Recalculating />
      <Section title={t('rules.title')} hint={t('rules.hint')} lines={8}>
        {owner ? <Form /> : <Read />}
      </Section>
    </>
  )
}

function Read() {
  const { t } = useTranslation()
  const stream = useStream()
  const { data: settings } = useSuspenseQuery(settingsQuery(stream.code))
  return (
    <>
      <p className="j-quiet">{t('rules.ownersOnly')}</p>
      <RulesList rules={settings.rules} />
      <OtherSettings settings={settings} />
    </>
  )
}

function OtherSettings({ settings }: { settings: FlowSettings }) {
  const { t } = useTranslation()
  const baselineName = useBaselineName()
  const keepName = useKeepName()
  return (
    <dl className="j-facts">
      <div>
        <dt>{t('rules.baseline')}</dt>
        <dd>{settings.baseline ? baselineName(settings.baseline) : t('rules.noBaseline')}</dd>
      </div>
      <div>
        <dt>{t('rules.keepFor')}</dt>
        <dd>{keepName(settings.keepFor)}</dd>
      </div>
    </dl>
  )
}

function Form() {
  const stream = useStream()
  const queries = useQueryClient()
  const { data: settings } = useSuspenseQuery(settingsQuery(stream.code))
  // The form stays with what it began from, whatever comes in meanwhile: what is being written must not go away.
  const [began, setBegan] = useState({ from: settings, round: 0 })
  const again = (from: FlowSettings) => setBegan(({ round }) => ({ from, round: round + 1 }))
  return (
    <SettingsForm
      key={began.round}
      settings={began.from}
      onSaved={(saved) => {
        queries.setQueryData(settingsQuery(stream.code).queryKey, saved)
        again(saved)
      }}
      onCancel={() => again(queries.getQueryData(settingsQuery(stream.code).queryKey) ?? settings)}
    />
  )
}

function useRuleInWords() {
  const { t } = useTranslation()
  const className = useClassName()
  return (rule: FlowRule) =>
    [
      ...patterns.filter((name) => rule[name]).map((name) => `${t(`rules.pattern.${name}`)}: ${rule[name]}`),
      rule.stage && `→ ${rule.stage}`,
      rule.class && className(rule.class),
    ]
      .filter(Boolean)
      .join(', ')
}

const periods = ['P6M', 'P1Y', 'P2Y', 'P3Y', 'P5Y', 'P7Y', 'P10Y']

function useKeepName() {
  const { t } = useTranslation()
  return (period: string | null) => {
    if (!period) return t('rules.forGood')
    const [, number, unit] = /^P(\d+)([YM])$/.exec(period) ?? []
    if (!number) return period
    return unit === 'Y' ? t('rules.years', { count: Number(number) }) : t('rules.months', { count: Number(number) })
  }
}

interface SettingsFormProps {
  settings: FlowSettings
  onSaved: (settings: FlowSettings) => void
  onCancel: () => void
}

function SettingsForm({ settings, onSaved, onCancel }: SettingsFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const keepName = useKeepName()
  const baselineName = useBaselineName()
  const ruleInWords = useRuleInWords()
  const [drafts, setDrafts] = useState<Draft[]>(() => draftsOf(settings.rules))
  const [from, setFrom] = useState(settings.baseline?.from ?? '')
  const [to, setTo] = useState(settings.baseline ? dayBefore(settings.baseline.to) : '')
  const [keepFor, setKeepFor] = useState(settings.keepFor ?? '')
  const [tried, setTried] = useState(false)
  const act = useChangeSettings(stream.code, onSaved)
  const preview = usePreview(drafts)

  const half = Boolean(from) !== Boolean(to)
  const backwards = Boolean(from && to && from > to)
  const rulesChanged = !sameRules(drafts, settings.rules)

  function input(): SettingsChange | undefined {
    setTried(true)
    if (drafts.some(saysNothing) || half || backwards) return undefined
    const baseline = from && to ? { from, to: nextDay(to) } : null
    return {
      ...(rulesChanged && { rules: drafts.map(ruleOf) }),
      ...(keepFor !== (settings.keepFor ?? '') && { keepFor: keepFor || null }),
      ...(JSON.stringify(baseline) !== JSON.stringify(settings.baseline ?? null) && { baseline }),
    }
  }

  return (
    <RecordForm
      label={t('rules.title')}
      submit={t('rules.save')}
      record={settings}
      queryKey={['flow-settings', stream.code]}
      read={() => readSettings(stream.code)}
      lastChange={() => lastChangeOfStream(stream.code)}
      act={act}
      fields={['rules', 'baseline', 'keepFor']}
      about={(one) => ({
        rules: one.rules.map((rule) => ruleInWords(rule)).join('\n'),
        baseline: one.baseline ? baselineName(one.baseline) : t('rules.noBaseline'),
        keepFor: keepName(one.keepFor),
      })}
      input={input}
      onCancel={onCancel}
    >
      <div className="j-rules">
        <RulesEditor
          drafts={drafts}
          onChange={setDrafts}
          preview={preview.fresh ? preview.query.data : undefined}
          problem={act.error}
          tried={tried}
        />
        <RulesPreview
          preview={preview.query}
          onRuleFor={(start) => setDrafts([...drafts, newDraft(start)])}
        />
      </div>
      <fieldset className="j-choices">
        <legend>{t('rules.baseline')}</legend>
        <p className="j-quiet">{t('rules.baselineHint')}</p>
        <div className="j-columns">
          <TextField label={t('rules.baselineFrom')} type="date" value={from} onChange={setFrom} error={tried && half && !from ? t('rules.bothDays') : undefined} />
          <TextField
            label={t('rules.baselineTo')}
            type="date"
            value={to}
            onChange={setTo}
            error={tried && half && !to ? t('rules.bothDays') : backwards ? t('rules.backwards') : act.error?.about('baseline')}
          />
        </div>
      </fieldset>
      <SelectField
        label={t('rules.keepFor')}
        hint={t('rules.keepForHint')}
        error={act.error?.about('keepFor')}
        value={keepFor}
        onChange={setKeepFor}
        choices={[
          { value: '', label: t('rules.forGood') },
          ...[...new Set([...periods, settings.keepFor ?? ''])]
            .filter(Boolean)
            .map((value) => ({ value, label: keepName(value) })),
        ]}
      />
      {rulesChanged && <p className="j-quiet">{t('rules.consequence')}</p>}
      <p role="status" className="j-quiet j-small">
        {settings.updatedAt && t('rules.savedAt', { when: format.moment(settings.updatedAt) })}
      </p>
    </RecordForm>
  )
}
