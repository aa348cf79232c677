import { Button } from '@patternfly/react-core'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RulesPreview as Preview } from '../../api/types'
import { DataTable } from '../../ui/DataTable'
import { useFormat } from '../../ui/format'
import { Waiting } from '../../ui/Guarded'
import { ProblemAlert } from '../../ui/ProblemAlert'
import { Tag } from '../../ui/Tag'
import { Track } from '../../ui/Track'
import { useStream } from '../streams/StreamPage'
import { previewQuery } from './queries'
import { useClassName } from './RulesList'
import { fromKind, ruleOf, saysNothing, unplacedFirst, type Draft } from './rules'

const pause = 500

/** What the rules, as they stand, would do to real events: asked for when the writing pauses. */
export function usePreview(drafts: Draft[]) {
  const stream = useStream()
  const wanted = JSON.stringify(drafts.filter((draft) => !saysNothing(draft)).map(ruleOf))
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pause)
    return () => clearTimeout(timer)
  }, [wanted])
  const query = useQuery({
    ...previewQuery(stream.code, JSON.parse(asked) as ReturnType<typeof ruleOf>[]),
    placeholderData: keepPreviousData,
    retry: false,
  })
  // What is shown beside a rule must be of these rules, not of those of half a second ago.
  return { query, fresh: asked === wanted && !query.isPlaceholderData }
}

const shown = 12

export function RulesPreview({
  preview,
  onRuleFor,
}: {
  preview: UseQueryResult<Preview>
  onRuleFor: (start: Partial<Draft>) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const className = useClassName()
  const [all, setAll] = useState(false)
  const { data, error } = preview
  const kinds = data ? unplacedFirst(data.kinds) : []
  return (
    <div className="j-rules__preview" aria-busy={preview.isFetching}>
      <h3>{t('rules.preview')}</h3>
      {error ? (
        <ProblemAlert error={error} />
      ) : !data ? (
        <Waiting lines={5} />
      ) : data.events === 0 ? (
        <p className="j-quiet">{t('rules.noEvents')}</p>
      ) : (
        <>
          <p className="j-quiet">{t('rules.previewHint', { events: format.integer(data.events) })}</p>
          <dl className="j-rules__shares">
            <div>
              <dt>{t('rules.placed')}</dt>
              <dd>{format.percent(data.placed / data.events, 1)}</dd>
              <dd aria-hidden="true">
                <Track share={data.placed / data.events} label={t('rules.placed')} />
              </dd>
            </div>
            <div>
              <dt>{t('rules.classed')}</dt>
              <dd>{format.percent(data.classed / data.events, 1)}</dd>
              <dd aria-hidden="true">
                <Track share={data.classed / data.events} label={t('rules.classed')} />
              </dd>
            </div>
          </dl>
          <DataTable
            label={t('rules.kinds')}
            rows={all ? kinds : kinds.slice(0, shown)}
            keyOf={(kind) => JSON.stringify([kind.activity, kind.state, kind.team, kind.department])}
            columns={[
              {
                name: t('rules.pattern.activity'),
                main: true,
                cell: (kind) => (
                  <>
                    {kind.activity}
                    <span className="j-kind">{[kind.state, kind.team, kind.department].filter(Boolean).join(' · ')}</span>
                  </>
                ),
              },
              { name: t('rules.events'), numeric: true, cell: (kind) => format.integer(kind.events) },
              {
                name: t('rules.stage'),
                cell: (kind) =>
                  kind.stage ?? (
                    <>
                      <Tag tone="warn">{t('rules.unplaced')}</Tag>{' '}
                      <Button
                        variant="link"
                        isInline
                        aria-label={t('rules.ruleForOf', { activity: kind.activity })}
                        onClick={() => onRuleFor(fromKind(kind))}
                      >
                        {t('rules.ruleFor')}
                      </Button>
                    </>
                  ),
              },
              { name: t('rules.class'), cell: (kind) => className(kind.class) },
            ]}
          />
          {kinds.length > shown && !all && (
            <div className="j-more">
              <Button variant="secondary" onClick={() => setAll(true)}>
                {t('rules.allKinds', { count: kinds.length })}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
