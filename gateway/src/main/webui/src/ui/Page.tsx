import { Breadcrumb, BreadcrumbItem, Title } from '@patternfly/react-core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

interface PageProps {
  title: string
  /** A few words above the title: what kind of thing this is, or what it serves. */
  eyebrow?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  trail?: { name: string; to: string }[]
  wide?: boolean
  children?: ReactNode
}

// The page that was read last: a first page keeps the browser's own focus, each later one takes it to its title.
let lastPath: string | undefined

export function Page({ title, eyebrow, lead, actions, trail, wide, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, hash } = useLocation()
  const { t } = useTranslation()

  useEffect(() => {
    document.title = `${title} · Jointly`
  }, [title])

  useEffect(() => {
    if (lastPath !== undefined && lastPath !== pathname && !hash) heading.current?.focus()
    lastPath = pathname
    // Once per page: tabs inside a page keep the focus where the reader has it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <article className={wide ? 'j-page j-page--wide' : 'j-page'}>
      {trail && (
        <Breadcrumb className="j-trail" aria-label={t('shell.breadcrumb')}>
          {trail.map(({ name, to }) => (
            <BreadcrumbItem key={to} render={({ className }) => <Link className={className} to={to}>{name}</Link>} />
          ))}
        </Breadcrumb>
      )}
      <header className="j-page__header">
        <div className="j-page__words">
          {eyebrow && <p className="j-eyebrow">{eyebrow}</p>}
          <Title headingLevel="h1" size="3xl" tabIndex={-1} ref={heading} className="j-page__title">
            {title}
          </Title>
          {lead && <div className="j-lead">{lead}</div>}
        </div>
        {actions && <div className="j-actions">{actions}</div>}
      </header>
      {children}
    </article>
  )
}
