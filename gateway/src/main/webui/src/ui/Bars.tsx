import type { ReactNode } from 'react'

export interface Bar {
  key: string
  name: ReactNode
  value: number
  shown: ReactNode
  note?: ReactNode
}

/** Amounts by length, the largest first, each with its number: a list, so that it reads without the drawing. */
export function Bars({ label, bars, tone = 'one' }: { label: string; bars: Bar[]; tone?: 'one' | 'other' }) {
  const most = Math.max(...bars.map(({ value }) => value)) || 1
  return (
    <ul className={`j-bars j-bars--${tone}`} aria-label={label}>
      {bars.map(({ key, name, value, shown, note }) => (
        <li key={key} className="j-bar">
          <span className="j-bar__name">{name}</span>
          <span className="j-bar__value">{shown}</span>
          <Length share={value / most} />
          {note && <span className="j-bar__note">{note}</span>}
        </li>
      ))}
    </ul>
  )
}

export function Length({ share, tone }: { share: number; tone?: 'one' | 'other' }) {
  return (
    <svg className={tone ? `j-bar__line j-bar__line--${tone}` : 'j-bar__line'} viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="j-bar__whole" width="200" height="8" rx="2" />
      <rect className="j-bar__part" width={share > 0 ? Math.max(1.5, Math.min(1, share) * 200) : 0} height="8" rx="2" />
    </svg>
  )
}
