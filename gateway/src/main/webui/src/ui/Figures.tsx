import type { ReactNode } from 'react'

export interface FigureProps {
  label: string
  value: ReactNode
  note?: ReactNode
  tone?: 'good' | 'warn' | 'bad'
  main?: boolean
}

/** Key figures in a row: one list of terms and values, read in order. */
export function Figures({ items, compact }: { items: FigureProps[]; compact?: boolean }) {
  return (
    <dl className={compact ? 'j-figures j-figures--compact' : 'j-figures'}>
      {items.map(({ label, value, note, tone, main }) => (
        <div
          key={label}
          className={['j-figure', main && 'j-figure--main', tone && `j-tone-${tone}`]
            .filter(Boolean)
            .join(' ')}
        >
          <dt>{label}</dt>
          <dd className="j-figure__value">{value}</dd>
          {note && <dd className="j-figure__note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
