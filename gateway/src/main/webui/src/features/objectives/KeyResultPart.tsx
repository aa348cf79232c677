import { Button, ExpandableSection } from '@patternfly/react-core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CheckIn, KeyResult } from '../../api/types'
import { paths } from '../../paths'
import { When } from '../../ui/Clock'
import { DataTable } from '../../ui/DataTable'
import { EmptyHint } from '../../ui/EmptyHint'
import { useFormat } from '../../ui/format'
import { Guarded } from '../../ui/Guarded'
import { Tag } from '../../ui/Tag'
import { Track } from '../../ui/Track'
import { useSearch } from '../../ui/useSearch'
import { measuresQuery, streamQuery } from '../streams/queries'
import { CheckInForm } from './CheckInForm'
import { checkInsQuery } from './queries'

const LineChart = lazy(async () => ({ default: (await import('../../ui/LineChart')).LineChart }))

export function KeyResultPart({
  keyResult,
  mayCheckIn,
}: {
  keyResult: KeyResult
  mayCheckIn: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [search, setSearch] = useSearch('checkIn', 'history')
  const [open, setOpen] = useState(search.history === keyResult.ref)
  const checkingIn = mayCheckIn && search.checkIn === keyResult.ref
  const { latest, unit } = keyResult
  const milestone = keyResult.kind === 'milestone'

  return (
    <li className="j-keyresult" id={keyResult.ref}>
      <div className="j-keyresult__head">
        <div className="j-row__words">
          <p className="j-row__meta">
            <span>{keyResult.ref}</span>
            {keyResult.binding && <Tag tone="info">{t('keyResult.live')}</Tag>}
            {keyResult.weight !== 1 && (
              <span>{t('keyResult.weight', { weight: format.decimal(keyResult.weight) })}</span>
            )}
          </p>
          <h3 className="j-row__title">{keyResult.title}</h3>
          {keyResult.binding && <Measured measure={keyResult.binding.measure} />}
        </div>
        <div className="j-keyresult__value">
          <p className="j-keyresult__now">
            {milestone
              ? t(latest?.value === 1 ? 'keyResult.milestoneDone' : 'keyResult.milestoneOpen')
              : format.measured(latest?.value, unit)}
          </p>
          <p className="j-quiet j-small">
            {milestone
              ? t('keyResult.byMilestone')
              : keyResult.baseline == null
              ? t('keyResult.toTarget', { target: format.measured(keyResult.target, unit) })
              : t('keyResult.fromTo', {
                  baseline: format.measured(keyResult.baseline, unit),
                  target: format.measured(keyResult.target, unit),
                })}
          </p>
        </div>
      </div>
      <Track
        zones
        share={keyResult.progress ?? 0}
        label={t('keyResult.progress', { share: format.percent(keyResult.progress ?? 0) })}
      />
      <p className="j-keyresult__latest">
        {latest ? (
          <>
            <span>{t('keyResult.progress', { share: format.percent(keyResult.progress ?? 0) })}</span>
            {latest.confidence != null && (
              <span>{t('checkIn.confidenceOf', { confidence: latest.confidence })}</span>
            )}
            <span>
              {latest.source === 'measure' ? t('checkIn.byMeasure') : latest.by},{' '}
              <When at={latest.at} />
            </span>
          </>
        ) : (
          <span>{t('checkIn.noneYet')}</span>
        )}
      </p>
      {latest?.comment && <blockquote className="j-quote">{latest.comment}</blockquote>}
      {checkingIn ? (
        <CheckInForm keyResult={keyResult} onClose={() => setSearch({ checkIn: '' })} />
      ) : (
        mayCheckIn && (
          <Button
            variant="secondary"
            className="j-noprint"
            onClick={() => setSearch({ checkIn: keyResult.ref })}
          >
            {t('checkIn.one')}
            <span className="j-hidden">: {keyResult.title}</span>
          </Button>
        )
      )}
      <ExpandableSection
        toggleContent={
          <>
            {t('keyResult.history')}
            <span className="j-hidden">: {keyResult.title}</span>
          </>
        }
        isExpanded={open}
        onToggle={(_event, next) => {
          setOpen(next)
          setSearch({ history: next ? keyResult.ref : '' })
        }}
      >
        {open && (
          <Guarded lines={4}>
            <History keyResult={keyResult} />
          </Guarded>
        )}
      </ExpandableSection>
    </li>
  )
}

/** `value-stream:it-incidents/ping-pong-share`, as a link to where the measure lives. */
function Measured({ measure }: { measure: string }) {
  const { t } = useTranslation()
  const { stream, code } = measureIn(measure)
  // Until the stream has answered, and when it does not, the codes stand in for the names.
  const { data: found } = useQuery(streamQuery(stream))
  const { data: measures } = useQuery(measuresQuery(stream))
  return (
    <p className="j-quiet j-small">
      {t('keyResult.measuredBy')} <Link to={paths.stream(stream)}>{found?.name ?? stream}</Link>:{' '}
      {measures?.find((one) => one.code === code)?.name ?? code}
    </p>
  )
}

export function measureIn(measure: string) {
  const [stream = '', code = ''] = measure.replace(/^value-stream:/, '').split('/')
  return { stream, code }
}

function History({ keyResult }: { keyResult: KeyResult }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: checkIns } = useSuspenseQuery(checkInsQuery(keyResult.ref))
  if (checkIns.length === 0) {
    return (
      <EmptyHint title={t('checkIn.noneYet')}>
        <p>{t('checkIn.noneYetHint')}</p>
      </EmptyHint>
    )
  }
  const byTime = [...checkIns].sort((one, other) => one.at.localeCompare(other.at))
  const show = (value: number) => format.measured(value, keyResult.unit)
  const points = byTime.flatMap(({ at, value }) => (value == null ? [] : [{ at, value }]))
  return (
    <>
      {points.length > 1 && (
        <LineChart
          label={t('keyResult.chart', { title: keyResult.title })}
          points={points}
          show={show}
          marks={[
            ...(keyResult.baseline == null
              ? []
              : [{ value: keyResult.baseline, name: t('keyResult.baseline'), kind: 'baseline' as const }]),
            { value: keyResult.target, name: t('keyResult.target'), kind: 'target' as const },
            ...(keyResult.stretch == null
              ? []
              : [{ value: keyResult.stretch, name: t('keyResult.stretch'), kind: 'stretch' as const }]),
          ]}
        />
      )}
      <DataTable<CheckIn>
        label={t('keyResult.history')}
        rows={byTime.reverse()}
        keyOf={(checkIn) => `${checkIn.at} ${checkIn.by}`}
        columns={[
          { name: t('checkIn.at'), main: true, cell: (one) => format.moment(one.at) },
          { name: t('checkIn.value'), numeric: true, cell: (one) => format.measured(one.value, keyResult.unit) },
          {
            name: t('checkIn.confidence'),
            numeric: true,
            cell: (one) => (one.confidence == null ? '–' : format.integer(one.confidence)),
          },
          { name: t('checkIn.comment'), cell: (one) => one.comment ?? '–' },
          {
            name: t('checkIn.by'),
            cell: (one) => (one.source === 'measure' ? t('checkIn.byMeasure') : (one.by ?? '–')),
          },
        ]}
      />
    </>
  )
}
