import { Title } from '@patternfly/react-core'
import { useId, type ReactNode } from 'react'
import { Guarded } from './Guarded'

interface SectionProps {
  title: string
  hint?: ReactNode
  actions?: ReactNode
  lines?: number
  id?: string
  className?: string
  children: ReactNode
}

/** A titled part of a page. It waits, fails and recovers on its own. */
export function Section({ title, hint, actions, lines, id, className, children }: SectionProps) {
  const heading = useId()
  return (
    <section
      className={className ? `j-section ${className}` : 'j-section'}
      aria-labelledby={heading}
      id={id}
    >
      <div className="j-section__header">
        <div>
          <Title headingLevel="h2" size="xl" id={heading}>
            {title}
          </Title>
          {hint && <p className="j-quiet">{hint}</p>}
        </div>
        {actions && <div className="j-actions">{actions}</div>}
      </div>
      <Guarded lines={lines}>{children}</Guarded>
    </section>
  )
}
