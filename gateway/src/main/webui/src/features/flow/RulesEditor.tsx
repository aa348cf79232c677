import { Button } from '@patternfly/react-core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problem'
import type { RulesPreview } from '../../api/types'
import { SelectField, TextField } from '../../ui/fields'
import { useFormat } from '../../ui/format'
import { Tag } from '../../ui/Tag'
import { useStream } from '../streams/StreamPage'
import { classes, moved, newDraft, patterns, problemAt, saysNothing, type Draft } from './rules'

interface RulesEditorProps {
  drafts: Draft[]
  onChange: (drafts: Draft[]) => void
  preview: RulesPreview | undefined
  problem: Problem | null
  tried: boolean
}

type Target = 'up' | 'down' | 'remove' | 'stage'

/** Rules in the order in which they are asked. Buttons move them, so that no mouse is needed, and say where they went. */
export function RulesEditor({ drafts, onChange, preview, problem, tried }: RulesEditorProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  // What takes the focus once the list is drawn anew: moving a part of the page makes it lose it.
  const [next, setNext] = useState<{ key: number; button: Target }>()

  useEffect(() => {
    if (!next) return
    const buttons: string[] = [next.button, 'up', 'down', 'remove']
    const rule = list.current?.querySelector(`[data-rule="${next.key}"]`)
    for (const name of buttons) {
      const target = rule?.querySelector<HTMLElement>(
        name === 'stage' ? 'select' : `[data-button="${name}"]:not(:disabled)`,
      )
      if (target) {
        target.focus()
        break
      }
    }
  }, [next])

  function move(from: number, to: number, button: Target) {
    onChange(moved(drafts, from, to))
    setSaid(t('rules.movedTo', { from: from + 1, to: to + 1 }))
    setNext({ key: drafts[from]!.key, button })
  }

  function remove(index: number) {
    const left = drafts.filter((_draft, at) => at !== index)
    onChange(left)
    setSaid(t('rules.removed', { number: index + 1 }))
    const neighbour = left[index] ?? left.at(-1)
    if (neighbour) setNext({ key: neighbour.key, button: 'remove' })
    else list.current?.parentElement?.querySelector<HTMLElement>('[data-button="add"]')?.focus()
  }

  function add() {
    const draft = newDraft()
    onChange([...drafts, draft])
    setSaid(t('rules.added', { number: drafts.length + 1 }))
    setNext({ key: draft.key, button: 'stage' })
  }

  // What the service knows of the rules as they are sent: those that say nothing yet are left out there.
  const sent = drafts.filter((draft) => !saysNothing(draft)).map(({ key }) => key)
  return (
    <div className="j-rules__editor">
      <h3>{t('rules.list')}</h3>
      <p className="j-quiet">{t('rules.order')}</p>
      {problem?.about('rules') && drafts.every((_draft, index) => !problemAt(problem, index)) && (
        <p className="j-rule__problem">{problem.detail ?? problem.about('rules')}</p>
      )}
      {drafts.length === 0 && <p>{t('rules.noneYet')}</p>}
      <ol ref={list} className="j-rules__list">
        {drafts.map((draft, index) => {
          const decides = preview?.rules[sent.indexOf(draft.key)]
          return (
            <RuleFields
              key={draft.key}
              draft={draft}
              number={index + 1}
              last={index === drafts.length - 1}
              decides={decides}
              problem={
                problemAt(problem, index) ?? (tried && saysNothing(draft) ? t('rules.saysNothing') : undefined)
              }
              onChange={(changed) => onChange(drafts.map((one) => (one.key === draft.key ? changed : one)))}
              onMove={(by) => move(index, index + by, by < 0 ? 'up' : 'down')}
              onRemove={() => remove(index)}
            />
          )
        })}
      </ol>
      <Button variant="secondary" data-button="add" onClick={add}>
        {t('rules.add')}
      </Button>
      <p className="j-hidden" role="status">
        {said}
      </p>
    </div>
  )
}

interface RuleFieldsProps {
  draft: Draft
  number: number
  last: boolean
  decides: RulesPreview['rules'][number] | undefined
  problem: string | undefined
  onChange: (draft: Draft) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function RuleFields({ draft, number, last, decides, problem, onChange, onMove, onRemove }: RuleFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const stream = useStream()
  const problemId = useId()
  const stages = [...new Set([...stream.stages.map(({ name }) => name), draft.stage])].filter(Boolean)
  return (
    <li data-rule={draft.key}>
      <fieldset className={problem ? 'j-rule j-rule--problem' : 'j-rule'} aria-describedby={problem ? problemId : undefined}>
        <legend>{t('rules.number', { number })}</legend>
        {problem && (
          <p id={problemId} className="j-rule__problem">
            {problem}
          </p>
        )}
        <div className="j-rule__fields">
          <SelectField
            label={t('rules.stage')}
            value={draft.stage}
            onChange={(stage) => onChange({ ...draft, stage })}
            choices={[{ value: '', label: t('rules.noStage') }, ...stages.map((name) => ({ value: name, label: name }))]}
          />
          <SelectField
            label={t('rules.class')}
            value={draft.class}
            onChange={(kind) => onChange({ ...draft, class: kind })}
            choices={[
              { value: '', label: t('rules.noClass') },
              ...classes.map((kind) => ({ value: kind, label: t(`rules.kind.${kind}`) })),
            ]}
          />
          {patterns.map((name) => (
            <TextField
              key={name}
              label={t(`rules.pattern.${name}`)}
              value={draft[name]}
              onChange={(text) => onChange({ ...draft, [name]: text })}
            />
          ))}
        </div>
        <div className="j-rule__foot">
          <p className="j-small">
            {decides &&
              (decides.placed + decides.classed === 0 ? (
                <Tag tone="warn">{t('rules.decidesNothing')}</Tag>
              ) : (
                t('rules.decides', { placed: format.integer(decides.placed), classed: format.integer(decides.classed) })
              ))}
          </p>
          <div className="j-actions">
            <Button variant="link" isInline data-button="up" isDisabled={number === 1} aria-label={t('rules.upOf', { number })} onClick={() => onMove(-1)}>
              {t('rules.up')}
            </Button>
            <Button variant="link" isInline data-button="down" isDisabled={last} aria-label={t('rules.downOf', { number })} onClick={() => onMove(1)}>
              {t('rules.down')}
            </Button>
            <Button variant="link" isInline isDanger data-button="remove" aria-label={t('rules.removeOf', { number })} onClick={onRemove}>
              {t('rules.remove')}
            </Button>
          </div>
        </div>
      </fieldset>
    </li>
  )
}
