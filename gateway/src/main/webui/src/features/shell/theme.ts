import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const dark = 'pf-v6-theme-dark'
const listeners = new Set<() => void>()
const system = () => window.matchMedia('(prefers-color-scheme: dark)')

function stored(): Theme | undefined {
  try {
    const value = localStorage.getItem('jointly.theme')
    return value === 'light' || value === 'dark' ? value : undefined
  } catch {
    return undefined
  }
}

function current(): Theme {
  return document.documentElement.classList.contains(dark) ? 'dark' : 'light'
}

function show(theme: Theme) {
  document.documentElement.classList.toggle(dark, theme === 'dark')
  listeners.forEach((listener) => listener())
}

function choose(theme: Theme) {
  try {
    localStorage.setItem('jointly.theme', theme)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  show(theme)
}

/** Follows the system until the person has chosen. */
export function followSystemTheme() {
  system().addEventListener('change', (event) => {
    if (!stored()) show(event.matches ? 'dark' : 'light')
  })
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTheme() {
  return [useSyncExternalStore(subscribe, current), choose] as const
}
