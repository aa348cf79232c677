import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { Enablement, EnablementPart } from '../../api/types'
import { Length } from '../../ui/Bars'
import { CsvButton } from '../../ui/CsvButton'
import { useFormat } from '../../ui/format'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { useFlowFilters } from '../streams/FlowFilters'
import { csvAddress } from '../streams/queries'
import { useStream } from '../streams/StreamPage'
import { NotNarrowed } from './NotNarrowed'
import { enablementParameters, enablementQuery } from './queries'

/** Three scores, each with what it is made of and what would raise it. */
export function Readiness() {
  const { t } = useTranslation()
  const stream = useStream()
  const { period } = useFlowFilters()
  return (
    <Section
      title={t('ready.title')}
      hint={t('ready.hint')}
      lines={4}
      actions={
        <CsvButton
          name={`${stream.code}-enablement`}
          href={csvAddress(stream.code, 'enablement', enablementParameters(period))}
        />
      }
    >
      <Scores />
    </Section>
  )
}

function Scores() {
  const stream = useStream()
  const { period } = useFlowFilters()
  const wanted = useDeferredValue(period)
  const { data } = useSuspenseQuery(enablementQuery(stream.code, wanted))
  return (
    <>
      <NotNarrowed by={['type', 'team', 'department', 'stage']} />
      <div className="j-scores">
        {data.scores.map((one) => (
          <Score key={one.score} one={one} parts={data.items.filter(({ score }) => score === one.score)} />
        ))}
      </div>
    </>
  )
}

function Score({ one: { score, value }, parts }: { one: Enablement['scores'][number]; parts: EnablementPart[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = t(`ready.score.${score}`)
  return (
    <section className="j-score" aria-label={name}>
      <h3 className="j-trend__name">{name}</h3>
      <p className="j-score__value">
        {value === null ? <span className="j-unknown">{t('ready.unknown')}</span> : <strong>{format.percent(value)}</strong>}
      </p>
      {value !== null && <Length share={value} tone="one" />}
      <p className="j-quiet j-small">{t(`ready.means.${score}`)}</p>
      <details className="j-explained">
        <summary>{t('ready.madeOf')}</summary>
        <ul className="j-score__parts">
          {parts.map((part) => (
            <Part key={part.part} part={part} />
          ))}
        </ul>
      </details>
    </section>
  )
}

const yesOrNo = ['work-items', 'done', 'baseline', 'joint-owners']
const hours = ['consistency']

function Part({ part: { part, value, amount, of } }: { part: EnablementPart }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = part as PartName
  const show = (number: number) => (hours.includes(part) ? format.hours(number) : format.integer(number))
  return (
    <li>
      <p>
        {t(`ready.part.${name}`)}{' '}
        {yesOrNo.includes(part) ? (
          <Tag tone={value === 1 ? 'good' : 'calm'}>{value === 1 ? t('ready.yes') : t('ready.no')}</Tag>
        ) : value === null ? (
          <span className="j-unknown">{t('ready.unknown')}</span>
        ) : (
          <>
            <strong>{format.percent(value)}</strong>{' '}
            <span className="j-quiet j-small">{t('ready.amountOf', { amount: show(amount), of: show(of) })}</span>
          </>
        )}
      </p>
      {value !== 1 && <p className="j-quiet j-small">{t('ready.raise', { how: t(`ready.how.${name}`) })}</p>}
    </li>
  )
}

type PartName =
  | 'automated-handoffs'
  | 'automated-stages'
  | 'within-baseline'
  | 'consistency'
  | 'sla-met'
  | 'work-items'
  | 'done'
  | 'classed'
  | 'teams'
  | 'departments'
  | 'stages'
  | 'sla'
  | 'baseline'
  | 'joint-owners'
