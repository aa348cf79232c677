import { useLayoutEffect, useRef } from 'react'

/**
 * What goes away while it has the focus, as a form does that has been sent, hands the focus on: to the heading of the
 * part of the page that it stood in. Otherwise whoever reads with the keyboard begins again at the top of the page.
 */
export function useHandedOn<Box extends HTMLElement>() {
  const box = useRef<Box>(null)
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      const above = partsAround(element)
      requestAnimationFrame(() => {
        if (document.activeElement && document.activeElement !== document.body) return
        const heading = above.find((part) => part.isConnected)?.querySelector<HTMLElement>('h1, h2, h3')
        if (!heading) return
        heading.tabIndex = -1
        heading.focus()
      })
    }
  }, [])
  return box
}

function partsAround(element: Element) {
  const parts: Element[] = []
  let part = element.parentElement?.closest('section, article, .j-keyresult')
  while (part) {
    parts.push(part)
    part = part.parentElement?.closest('section, article, .j-keyresult')
  }
  return parts
}
