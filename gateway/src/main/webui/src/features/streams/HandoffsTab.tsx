import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyHint } from '../../ui/EmptyHint'
import { Section } from '../../ui/Section'
import { useSearch } from '../../ui/useSearch'
import { FlowDiagram } from '../flow/FlowDiagram'
import { Recalculating } from '../flow/Recalculating'
import { ChosenPair, chosenIn } from './ChosenPair'
import { FlowFilters, useFlowFilters } from './FlowFilters'
import { HandoffMap } from './HandoffMap'
import { useStream } from './StreamPage'
import { WorstPairs } from './WorstPairs'
import { matrixOf } from './matrix'
import { handoffsQuery } from './queries'
import { useCarrierName } from './useCarrierName'

export function HandoffsTab() {
  const { t } = useTranslation()
  return (
    <>
      <FlowFilters />
      <Recalculating />
      <Section title={t('diagram.title')} hint={t('diagram.explained')} lines={8}>
        <Diagram />
      </Section>
      <Handoffs />
    </>
  )
}

function Handoffs() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, period, narrowed } = useFlowFilters()
  const wanted = useDeferredValue({ level, ...period })
  const { level: wantedLevel, ...wantedPeriod } = wanted
  const { data } = useSuspenseQuery(handoffsQuery(stream.code, wantedLevel, wantedPeriod))
  if (data.items.length === 0) {
    return (
      <EmptyHint title={t('handoffs.none')}>
        <p>{t(narrowed ? 'handoffs.noneHint' : level === 'department' ? 'handoffs.noDepartments' : level === 'stage' ? 'handoffs.noStages' : 'handoffs.noTeams')}</p>
      </EmptyHint>
    )
  }
  return (
    <>
      <HandoffMap pairs={data.items} total={data.total} />
      <WorstPairs pairs={data.items} known={data.pairs} />
    </>
  )
}

/** Departments first, where there are any: that is the level at which heads act. The reader's choice goes before it. */
function Diagram() {
  const { t } = useTranslation()
  const stream = useStream()
  const { level, chosenLevel, period } = useFlowFilters()
  const wanted = useDeferredValue(period)
  const { data: asked } = useSuspenseQuery(handoffsQuery(stream.code, level, wanted))
  const { data: departments } = useSuspenseQuery(
    handoffsQuery(stream.code, chosenLevel ? level : 'department', wanted),
  )
  const byDepartment = !chosenLevel && departments.items.length > 0
  const { items } = byDepartment ? departments : asked
  const drawn = byDepartment ? 'department' : level
  const nameOf = useCarrierName(drawn)
  const [search, setSearch] = useSearch('flow')
  const matrix = useMemo(() => matrixOf(items, 10), [items])
  const chosen = chosenIn(search.flow)
  if (items.length === 0) return <p className="j-quiet">{t('handoffs.none')}</p>
  return (
    <>
      <p className="j-small j-quiet">{t(`diagram.between.${drawn}`)}</p>
      <FlowDiagram
        key={drawn}
        matrix={matrix}
        nameOf={(carrier) => nameOf(carrier, matrix.others)}
        chosen={chosen}
        onChoose={(from, to) => setSearch({ flow: JSON.stringify([from, to]) })}
      />
      <div aria-live="polite">
        {chosen && <ChosenPair {...chosen} matrix={matrix} pairs={items} level={drawn} />}
      </div>
    </>
  )
}
