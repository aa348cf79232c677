import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format'

/** The time now, anew each half minute, so that no clock on a page that stays open stands still. */
export function useNow() {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** How long is left, in words and in a colour that is never alone. */
export function Due({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  if (!at) return null
  const left = new Date(at).getTime() - now
  const tone = left < 0 ? 'bad' : left < 24 * 3_600_000 ? 'warn' : 'calm'
  return (
    <time dateTime={at} title={format.moment(at)} className={`j-due j-due--${tone}`}>
      <ClockFace />
      {left < 0
        ? t('clock.overdue', { when: format.relative(at, now) })
        : t('clock.due', { when: format.until(at, now) })}
    </time>
  )
}

export function When({ at }: { at: string | null | undefined }) {
  const format = useFormat()
  const now = useNow()
  if (!at) return <>–</>
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.relative(at, now)}
    </time>
  )
}

/** How long something has lasted: "2 days". */
export function Lasting({ since }: { since: string | null | undefined }) {
  const format = useFormat()
  const now = useNow()
  if (!since) return <>–</>
  return (
    <time dateTime={since} title={format.moment(since)}>
      {format.lasting(since, now)}
    </time>
  )
}

function ClockFace() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M8 4.5V8l2.5 1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
