import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPair } from '../../api/types'
import { FilterSelect } from '../../ui/FilterSelect'
import { Section } from '../../ui/Section'
import { useFormat } from '../../ui/format'
import { useSearch } from '../../ui/useSearch'
import { ChosenPair, chosenIn } from './ChosenPair'
import { useFlowFilters } from './FlowFilters'
import { HeatLegend, HeatMap, type Shade } from './HeatMap'
import { matrixOf } from './matrix'
import { useCarrierName } from './useCarrierName'

const sizes = ['12', '20', '40']

/** The heat map of who hands over to whom. */
export function HandoffMap({ pairs, total }: { pairs: HandoffPair[]; total: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { level } = useFlowFilters()
  const nameOf = useCarrierName(level)
  const [search, setSearch] = useSearch('show', 'shade', 'pair')
  const shade: Shade = search.shade === 'wait' ? 'wait' : 'count'
  const show = search.show === 'all' ? Infinity : Number(search.show) || 12
  const matrix = useMemo(() => matrixOf(pairs, show), [pairs, show])
  const chosen = chosenIn(search.pair)
  const carriers = new Set(pairs.flatMap(({ from, to }) => [from, to])).size

  return (
    <Section
      title={t('heat.title', { total: format.integer(total) })}
      hint={t('heat.hint')}
      actions={
        <>
          <FilterSelect
            label={t('heat.shade')}
            value={shade}
            onChange={(value) => setSearch({ shade: value === 'count' ? '' : value })}
            choices={[
              { value: 'count', label: t('heat.byCount') },
              { value: 'wait', label: t('heat.byWait') },
            ]}
          />
          {carriers > 12 && (
            <FilterSelect
              label={t('heat.show')}
              value={search.show || '12'}
              onChange={(value) => setSearch({ show: value === '12' ? '' : value })}
              choices={[
                ...sizes
                  .filter((size) => Number(size) < carriers)
                  .map((size) => ({ value: size, label: t('heat.top', { count: Number(size) }) })),
                { value: 'all', label: t('heat.all', { number: format.integer(carriers) }) },
              ]}
            />
          )}
        </>
      }
    >
      <HeatMap
        key={`${matrix.carriers.length} ${matrix.carriers[0]}`}
        matrix={matrix}
        shade={shade}
        nameOf={(carrier) => nameOf(carrier, matrix.others)}
        chosen={chosen}
        onChoose={(from, to) => setSearch({ pair: JSON.stringify([from, to]) })}
      />
      <HeatLegend shade={shade} />
      <div aria-live="polite">
        {chosen && <ChosenPair {...chosen} matrix={matrix} pairs={pairs} level={level} />}
      </div>
    </Section>
  )
}
