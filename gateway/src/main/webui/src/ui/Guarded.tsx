import { Skeleton } from '@patternfly/react-core'
import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from './ProblemAlert'

interface CatchProps {
  fallback: (error: unknown, again: () => void) => ReactNode
  onReset?: () => void
  children: ReactNode
}

class Catch extends Component<CatchProps, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return this.props.fallback(this.state.error, () => {
      this.props.onReset?.()
      this.setState({ error: undefined })
    })
  }
}

/** A part of a page that may fail alone: the rest goes on, and this part says what is missing. */
export function Guarded({
  children,
  lines = 3,
  instead = (error, again) => <ProblemAlert error={error} onRetry={again} />,
}: {
  children: ReactNode
  lines?: number
  instead?: (error: unknown, again: () => void) => ReactNode
}) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catch onReset={reset} fallback={instead}>
          <Suspense fallback={<Waiting lines={lines} />}>{children}</Suspense>
        </Catch>
      )}
    </QueryErrorResetBoundary>
  )
}

export function Waiting({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className="j-waiting" role="status" aria-label={t('shell.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={`${90 - line * 14}%`} />
      ))}
    </div>
  )
}
