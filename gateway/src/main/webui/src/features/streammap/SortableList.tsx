import { Button } from '@patternfly/react-core'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from './drafts'

interface SortableListProps<Item extends { id: string }> {
  title: string
  hint?: ReactNode
  items: Item[]
  nameOf: (item: Item, index: number) => string
  onChange: (items: Item[]) => void
  add: string
  onAdd: () => Item
  render: (item: Item, change: (item: Item) => void) => ReactNode
  children?: ReactNode
}

/**
 * A list that is put in order without a mouse: buttons for each move, Alt with an arrow key from anywhere in a member,
 * the focus stays with what was moved, and a screen reader hears where it is now.
 */
export function SortableList<Item extends { id: string }>(props: SortableListProps<Item>) {
  const { title, hint, items, nameOf, onChange, add, onAdd, render, children } = props
  const { t } = useTranslation()
  const heading = useId()
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<string>(undefined)
  const [said, setSaid] = useState('')

  // After each drawing: what is to have the focus may only just have come.
  useEffect(() => {
    if (wanted.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus()
    wanted.current = undefined
  })

  function move(index: number, by: -1 | 1) {
    const next = moved(items, index, by)
    if (next === items) return
    onChange(next)
    wanted.current = `name-${items[index]!.id}`
    setSaid(t('edit.movedTo', { name: nameOf(items[index]!, index), place: index + by + 1, count: items.length }))
  }

  function remove(index: number) {
    const next = items.filter((_, other) => other !== index)
    onChange(next)
    const neighbour = next[index] ?? next[index - 1]
    wanted.current = neighbour ? `name-${neighbour.id}` : 'add'
    setSaid(t('edit.removed', { name: nameOf(items[index]!, index) }))
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <section className="j-sortable" aria-labelledby={heading} ref={list}>
      <h3 id={heading}>{title}</h3>
      {hint && <p className="j-quiet">{hint}</p>}
      <p className="j-hidden" role="status">
        {said}
      </p>
      <ol className="j-sortable__list">
        {items.map((item, index) => {
          const name = nameOf(item, index)
          return (
            // Alt with an arrow works from every field inside; the fields themselves stay what they are.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li key={item.id} className="j-sortable__item" onKeyDown={(event) => onKeyDown(event, index)}>
              <div className="j-sortable__head">
                <h4 tabIndex={-1} data-focus={`name-${item.id}`}>
                  {index + 1}. {name}
                </h4>
                <div className="j-actions">
                  <Button variant="link" isInline isDisabled={index === 0} onClick={() => move(index, -1)} aria-label={t('edit.upNamed', { name })}>
                    {t('edit.up')}
                  </Button>
                  <Button variant="link" isInline isDisabled={index === items.length - 1} onClick={() => move(index, 1)} aria-label={t('edit.downNamed', { name })}>
                    {t('edit.down')}
                  </Button>
                  <Button variant="link" isInline isDanger onClick={() => remove(index)} aria-label={t('edit.removeNamed', { name })}>
                    {t('edit.remove')}
                  </Button>
                </div>
              </div>
              {render(item, (changed) => onChange(items.map((one) => (one.id === item.id ? changed : one))))}
            </li>
          )
        })}
      </ol>
      <div className="j-actions">
        <Button
          variant="secondary"
          data-focus="add"
          onClick={() => {
            const item = onAdd()
            onChange([...items, item])
            wanted.current = `name-${item.id}`
          }}
        >
          {add}
        </Button>
        {children}
      </div>
    </section>
  )
}
