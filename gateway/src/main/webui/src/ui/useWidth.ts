import { useLayoutEffect, useRef, useState } from 'react'

/** The width of an element, so that a drawing can use real pixels and its letters keep their size. */
export function useWidth<E extends HTMLElement>(initial = 720) {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(initial)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth || initial)
    measure()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [initial])
  return [ref, width] as const
}
