import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type en from './en'
import type { pseudo } from './pseudo'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
    returnNull: false
  }
}

// Each reader loads one language only.
const texts: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
}

async function textsIn(language: Language): Promise<object> {
  const { default: spoken } = await texts[language]()
  // Only a portal in front of the mock API knows the stretched language: the build leaves it out of any other.
  if (import.meta.env.MODE !== 'mock' || stored() !== 'pseudo') return spoken
  return (await import('./pseudo')).pseudo(spoken as Parameters<typeof pseudo>[0])
}

const storageKey = 'jointly.language'

function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value)
}

export function preferredLanguage(fromSession?: string | null): Language {
  const wishes = [stored(), fromSession, ...navigator.languages]
  for (const wish of wishes) {
    const language = wish?.slice(0, 2)
    if (isLanguage(language)) return language
  }
  return 'en'
}

function stored() {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export async function startI18n(language: Language = preferredLanguage()) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await textsIn(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function switchLanguage(language: Language) {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await textsIn(language))
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
