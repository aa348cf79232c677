import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const SECOND = 1
const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** Seconds in an ISO-8601 duration such as `PT315H14M34S` or `P3D`. */
export function secondsOf(duration: string | null | undefined): number | undefined {
  const match =
    /^(-)?P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(-?\d+(?:\.\d+)?)H)?(?:(-?\d+(?:\.\d+)?)M)?(?:(-?\d+(?:\.\d+)?)S)?)?$/.exec(
      duration ?? '',
    )
  if (!match) return undefined
  const [, minus, weeks, days, hours, minutes, seconds] = match
  const sum =
    Number(weeks ?? 0) * 7 * DAY +
    Number(days ?? 0) * DAY +
    Number(hours ?? 0) * HOUR +
    Number(minutes ?? 0) * MINUTE +
    Number(seconds ?? 0) * SECOND
  return minus ? -sum : sum
}

/** How many decimals of a measure are printed, counted in its own unit: a ratio is printed as a percentage with one. */
export const shownDigits = (unit: string | null | undefined) =>
  unit === 'ratio' ? 3 : unit && ['%', 'percent', 'hours', 'h', 'days'].includes(unit) ? 1 : 3

type Absent = null | undefined

/** Every number, date and duration that the portal shows, in the reader's language. */
export function formatter(locale: string, timeZone?: string) {
  const cache = new Map<string, unknown>()
  const kept = <T>(key: string, make: () => T): T => {
    if (!cache.has(key)) cache.set(key, make())
    return cache.get(key) as T
  }
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    kept(`n${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)).format(value)
  const date = (value: string | Date, options: Intl.DateTimeFormatOptions) =>
    kept(`d${JSON.stringify(options)}`, () =>
      new Intl.DateTimeFormat(locale, { timeZone, ...options }),
    ).format(typeof value === 'string' ? new Date(value) : value)
  // A number and its unit stay on one line.
  const unit = (value: number, name: string, digits = 0, long = false) =>
    number(value, {
      style: 'unit',
      unit: name,
      unitDisplay: long ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).replaceAll(' ', '\u00a0')

  function seconds(value: number, long = false): string {
    const sign = value < 0 ? '−' : ''
    let rest = Math.abs(value)
    if (rest < MINUTE) return sign + unit(Math.round(rest), 'second', 0, long)
    // Two neighbouring units say enough; the smaller one is rounded, and carries over when it fills up.
    const [big, bigName, small, smallName] =
      rest >= DAY - 30 * MINUTE
        ? ([DAY, 'day', HOUR, 'hour'] as const)
        : rest >= HOUR - 30
          ? ([HOUR, 'hour', MINUTE, 'minute'] as const)
          : ([MINUTE, 'minute', MINUTE, 'minute'] as const)
    rest = Math.round(rest / small) * small
    const bigs = Math.floor(rest / big)
    const smalls = Math.round((rest - bigs * big) / small)
    const parts = [bigs > 0 || big === small ? unit(bigs, bigName, 0, long) : '']
    // Beyond a fortnight the odd hours say nothing any more.
    if (smalls > 0 && !(big === DAY && bigs >= 14)) parts.push(unit(smalls, smallName, 0, long))
    return sign + parts.filter(Boolean).join(' ')
  }

  return {
    locale,
    integer: (value: number | Absent) =>
      value == null ? '–' : number(value, { maximumFractionDigits: 0 }),
    decimal: (value: number | Absent, digits = 2) =>
      value == null ? '–' : number(value, { maximumFractionDigits: digits }),
    fixed: (value: number | Absent, digits = 1) =>
      value == null
        ? '–'
        : number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    percent: (share: number | Absent, digits = 0) =>
      share == null ? '–' : number(share, { style: 'percent', maximumFractionDigits: digits }),
    /** A value with the unit that the service names; a ratio reads better as a percentage. */
    measured: (value: number | Absent, unitName?: string | null) => {
      if (value == null) return '–'
      if (unitName === 'ratio') return number(value, { style: 'percent', maximumFractionDigits: 1 })
      if (unitName === '%' || unitName === 'percent') {
        return number(value / 100, { style: 'percent', maximumFractionDigits: 1 })
      }
      if (unitName === 'hours' || unitName === 'h') return unit(value, 'hour', 1)
      if (unitName === 'days') return unit(value, 'day', 1)
      const plain = number(value, { maximumFractionDigits: 3 })
      return unitName ? `${plain} ${unitName}` : plain
    },
    signed: (value: number, unitName?: string | null) =>
      unitName === 'ratio'
        ? `${number(value * 100, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })}\u00a0points`
        : `${number(value, { signDisplay: 'exceptZero', maximumFractionDigits: shownDigits(unitName) })}${unitName ? ` ${unitName}` : ''}`,
    seconds,
    duration: (iso: string | Absent, long = false) => {
      const value = secondsOf(iso)
      return value === undefined ? '–' : seconds(value, long)
    },
    hours: (value: number | Absent) => (value == null ? '–' : seconds(value * HOUR)),
    /** One unit and a decimal, for tables with many columns: "2.2 days". */
    shortHours: (value: number | Absent) =>
      value == null
        ? '–'
        : value < 1
          ? unit(value * 60, 'minute')
          : value < 48
            ? unit(value, 'hour', value < 10 ? 1 : 0)
            : unit(value / 24, 'day', value < 240 ? 1 : 0),
    /** The shortest there is, for an axis: "33d". */
    narrowHours: (value: number) =>
      number(value < 72 ? value : value / 24, {
        style: 'unit',
        unit: value < 72 ? 'hour' : 'day',
        unitDisplay: 'narrow',
        maximumFractionDigits: 1,
      }),
    /** Working time is counted in hours: a working day is not a day. */
    workingTime: (iso: string | Absent) => {
      const value = secondsOf(iso)
      return value === undefined ? '–' : unit(value / HOUR, 'hour', 1)
    },
    day: (value: string | Absent) =>
      value ? date(dayAtNoon(value), { day: 'numeric', month: 'short', year: 'numeric' }) : '–',
    longDay: (value: Date) =>
      date(value, { weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: (value: Date) => date(value, { day: 'numeric', month: 'short' }),
    /** A UTC day as the beginning of a period: with its year where periods are months, with its day where they are shorter. */
    shortPeriod: (start: string, months: boolean) =>
      kept(`p${months}`, () =>
        new Intl.DateTimeFormat(locale, {
          timeZone: 'UTC',
          month: 'short',
          ...(months ? { year: '2-digit' } : { day: 'numeric' }),
        }),
      ).format(new Date(start)),
    utcDay: (value: string) =>
      kept('u', () =>
        new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
      ).format(new Date(value)),
    month: (value: string) =>
      kept('m', () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' })).format(
        new Date(value),
      ),
    time: (value: Date) => date(value, { hour: '2-digit', minute: '2-digit' }),
    moment: (value: string | Absent) =>
      value
        ? date(value, {
            day: 'numeric',
            month: 'short',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            timeZoneName: 'short',
          })
        : '–',
    relative: (value: string, now: number) => {
      const difference = (new Date(value).getTime() - now) / 1000
      const size = Math.abs(difference)
      const relative = kept('r', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
      if (size < HOUR) return relative.format(Math.round(difference / MINUTE), 'minute')
      if (size < 36 * HOUR) return relative.format(Math.round(difference / HOUR), 'hour')
      if (size < 45 * DAY) return relative.format(Math.round(difference / DAY), 'day')
      return relative.format(Math.round(difference / (30.4 * DAY)), 'month')
    },
    /** How much is left, never more than there is: a deadline that is rounded up comes as a surprise. */
    until: (value: string, now: number) => {
      const left = (new Date(value).getTime() - now) / 1000
      const relative = kept('r1', () => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))
      if (left < HOUR) return relative.format(Math.floor(left / MINUTE), 'minute')
      if (left < 2 * DAY) return relative.format(Math.floor(left / HOUR), 'hour')
      return relative.format(Math.floor(left / DAY), 'day')
    },
    /** How long something has lasted, in one unit: "2 days", "30 hours". */
    lasting: (since: string, now: number) => {
      const size = Math.max(0, now - new Date(since).getTime()) / 1000
      if (size < HOUR) return unit(Math.round(size / MINUTE), 'minute', 0, true)
      if (size < 36 * HOUR) return unit(Math.round(size / HOUR), 'hour', 0, true)
      if (size < 45 * DAY) return unit(Math.round(size / DAY), 'day', 0, true)
      return unit(Math.round(size / (30.4 * DAY)), 'month', 0, true)
    },
    list: (values: string[]) =>
      kept('l', () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(values),
  }
}

// A plain date means the same day everywhere: read at midnight UTC it would slip to the day before in the west.
function dayAtNoon(value: string) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00`) : new Date(value)
}

export type Format = ReturnType<typeof formatter>

/** The reader's own region, when it speaks the chosen language (en-IE, fr-CA); otherwise Europe's. */
export function localeFor(language: string, wishes: readonly string[] = navigator.languages) {
  const fallback = language === 'fr' ? 'fr-FR' : 'en-GB'
  return wishes.find((wish) => wish.startsWith(`${language}-`)) ?? fallback
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatter(localeFor(i18n.language)), [i18n.language])
}
