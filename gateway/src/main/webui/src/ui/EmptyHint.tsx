import type { ReactNode } from 'react'

/** Nothing here yet, and what to do first. */
export function EmptyHint({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="j-empty">
      <p className="j-empty__title">{title}</p>
      {children && <div className="j-quiet">{children}</div>}
      {action && <div className="j-empty__action">{action}</div>}
    </div>
  )
}
