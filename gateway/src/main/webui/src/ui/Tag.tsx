import type { ReactNode } from 'react'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm'

/** A state in a word. The mark's shape tells what its colour tells. */
export function Tag({ tone = 'calm', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`j-tag j-tag--${tone}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
        {tone === 'good' && <path d="M1.5 5.5 4 8l4.5-6" fill="none" stroke="currentColor" strokeWidth="2" />}
        {tone === 'warn' && <path d="M5 1l4.5 8h-9z" fill="currentColor" />}
        {tone === 'bad' && <rect x="1" y="1" width="8" height="8" fill="currentColor" />}
        {tone === 'info' && <circle cx="5" cy="5" r="4" fill="currentColor" />}
        {tone === 'calm' && <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />}
      </svg>
      {children}
    </span>
  )
}
