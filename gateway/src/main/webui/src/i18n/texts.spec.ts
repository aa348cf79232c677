import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from './en'
import fr from './fr'

type Texts = { [key: string]: string | Texts }

function flat(texts: Texts, above = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value] as [string, string]] : flat(value, `${above}${key}.`),
  )
}

const plural = /_(zero|one|two|few|many|other)$/
const english = new Map(flat(en))
const french = new Map(flat(fr))
const bare = (texts: Map<string, string>) =>
  [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort()
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['generated', 'mocks', 'i18n'].includes(entry.name) ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) && !/\.spec\.|^texts\./.test(entry.name) ? [path] : []
  })
}
const code = sources('src').map((path) => readFileSync(path, 'utf8')).join('\n')

describe('the texts', () => {
  it('are the same set in both languages', () => {
    expect(bare(french)).toEqual(bare(english))
  })

  it.each([
    ['en', english],
    ['fr', french],
  ])('have every plural form that %s needs', (language, texts) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const missing = [...texts.keys()]
      .filter((key) => plural.test(key))
      .map((key) => key.replace(plural, ''))
      .flatMap((key) => forms.map((form) => `${key}_${form}`))
      .filter((key) => !texts.has(key))
    expect(missing).toEqual([])
  })

  it('ask for the same values in both languages', () => {
    for (const [key, text] of english) {
      expect([key, holes(french.get(key) ?? '')]).toEqual([key, holes(text)])
    }
  })

  it('are never empty', () => {
    for (const [key, text] of [...english, ...french]) expect([key, text.trim()]).not.toEqual([key, ''])
  })

  it('exist for every key that the code names', () => {
    const known = new Set(bare(english))
    const named = [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key!)
    expect(named.length).toBeGreaterThan(300)
    expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([])
  })

  it('are all used', () => {
    // A key is named whole, or put together from a beginning that is named.
    const parts = [...code.matchAll(/['`]([a-zA-Z]+(?:\.[\w-]+)*\.?)(?:\$\{|['`])/g)].map(([, part]) => part!)
    const unused = bare(english).filter(
      (key) => !parts.some((part) => part === key || (part.endsWith('.') && key.startsWith(part))),
    )
    expect(unused.filter((key) => !key.startsWith('field.'))).toEqual([])
  })

  it('name no tool or trade of a single department', () => {
    const trade = /\b(IT|ITIL|ITSM|ticket|incident|CMDB|assignment group|server|backlog)s?\b/
    expect([...english].filter(([, text]) => trade.test(text))).toEqual([])
  })
})
