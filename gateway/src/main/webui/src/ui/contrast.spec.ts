import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const [light = '', dark = ''] = readFileSync('src/ui/style/tokens.css', 'utf8').split(':root.pf-v6-theme-dark')

function colour(theme: string, name: string) {
  const [, hex] = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme) ?? []
  return hex!
}

function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

describe('the heat map', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])('can be read on every cell of the %s theme', (_name, theme) => {
    for (let heat = 1; heat <= 7; heat++) {
      const ink = colour(theme, heat < 5 ? 'j-heat-ink' : 'j-heat-ink-strong')
      expect([heat, contrast(colour(theme, `j-heat-${heat}`), ink) >= 5]).toEqual([heat, true])
    }
  })
})
