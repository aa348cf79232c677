import { describe, expect, it } from 'vitest'
import { formatter, localeFor, secondsOf } from './format'

const english = formatter('en-GB', 'UTC')
const french = formatter('fr-FR', 'UTC')
// Intl separates with several kinds of space: what matters is what is read.
const plain = (text: string) => text.replace(/\s/gu, ' ')

describe('durations', () => {
  it('are read as Java writes them', () => {
    expect(secondsOf('PT315H14M34S')).toBe(315 * 3600 + 14 * 60 + 34)
    expect(secondsOf('P3D')).toBe(3 * 86_400)
    expect(secondsOf('PT0.5S')).toBe(0.5)
    expect(secondsOf('soon')).toBeUndefined()
    expect(secondsOf(null)).toBeUndefined()
  })

  it('show their two largest units', () => {
    expect(plain(english.duration('PT315H14M34S'))).toBe('13 days 3 hrs')
    expect(plain(french.duration('PT315H14M34S'))).toBe('13 j 3 h')
    expect(plain(english.duration('PT2H'))).toBe('2 hrs')
    expect(plain(english.duration('PT90M'))).toBe('1 hr 30 mins')
    expect(plain(english.duration('PT45S'))).toBe('45 secs')
    expect(plain(english.duration('P40DT3H'))).toBe('40 days')
  })

  it('carry over when the smaller unit fills up', () => {
    expect(plain(english.seconds(2 * 86_400 - 60))).toBe('2 days')
    expect(plain(english.seconds(3600 - 10))).toBe('1 hr')
  })

  it('count working time in hours', () => {
    expect(plain(english.workingTime('PT16H'))).toBe('16 hrs')
    expect(plain(french.workingTime('PT16H'))).toBe('16 h')
  })
})

describe('numbers', () => {
  it('follow the language', () => {
    expect(english.integer(24918)).toBe('24,918')
    expect(plain(french.integer(24918))).toBe('24 918')
    expect(english.percent(0.0889, 1)).toBe('8.9%')
    expect(plain(french.percent(0.0889, 1))).toBe('8,9 %')
  })

  it('say so when there is none', () => {
    expect(english.integer(null)).toBe('–')
    expect(english.duration(undefined)).toBe('–')
  })

  it('show a ratio as a percentage and keep other units', () => {
    expect(english.measured(0.0889, 'ratio')).toBe('8.9%')
    expect(plain(english.measured(315.24, 'hours'))).toBe('315.2 hrs')
    expect(english.measured(0.766, 'handoffs')).toBe('0.766 handoffs')
    expect(plain(english.signed(-0.02, 'ratio'))).toBe('-2 points')
  })
})

describe('dates', () => {
  it('follow the language', () => {
    expect(plain(english.moment('2026-11-21T22:26:00Z'))).toBe('21 Nov 2026, 22:26 UTC')
    expect(plain(french.moment('2026-11-21T22:26:00Z'))).toBe('21 nov. 2026, 22:26 UTC')
  })

  it('keep a plain date on its day', () => {
    expect(formatter('en-GB', 'America/Los_Angeles').day('2026-12-31')).toBe('31 Dec 2026')
  })

  it('tell how long something has lasted', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(plain(english.lasting('2026-11-19T11:00:00Z', now))).toBe('2 days')
    expect(plain(english.lasting('2026-11-20T08:00:00Z', now))).toBe('28 hours')
    expect(plain(french.lasting('2026-08-21T12:00:00Z', now))).toBe('3 mois')
    expect(plain(english.lasting('2026-11-21T12:00:30Z', now))).toBe('0 minutes')
  })

  it('never show a deadline later than it is', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(plain(english.until('2026-11-25T11:00:00Z', now))).toBe('in 3 days')
    expect(plain(english.until('2026-11-24T00:00:00Z', now))).toBe('in 2 days')
    expect(plain(english.until('2026-11-22T23:59:00Z', now))).toBe('in 35 hours')
    expect(plain(english.until('2026-11-21T12:40:50Z', now))).toBe('in 40 minutes')
  })

  it('tell how far away a moment is', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(english.relative('2026-11-21T14:00:00Z', now)).toBe('in 2 hours')
    expect(english.relative('2026-11-20T12:00:00Z', now)).toBe('24 hours ago')
    expect(french.relative('2026-11-24T12:00:00Z', now)).toBe('dans 3 jours')
  })
})

describe('the locale', () => {
  it('is the reader’s own region when it speaks the chosen language', () => {
    expect(localeFor('fr', ['de-CH', 'fr-CH'])).toBe('fr-CH')
    expect(localeFor('en', ['fr-FR'])).toBe('en-GB')
  })
})
