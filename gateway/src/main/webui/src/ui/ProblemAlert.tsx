import { Alert, AlertActionLink, Button } from '@patternfly/react-core'
import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { here } from '../api/client'
import { Problem } from '../api/problem'

interface ProblemAlertProps {
  error: unknown
  onRetry?: () => void
  /** Fields of the form around it, which show their own errors. */
  fields?: string[]
  takesFocus?: boolean
}

/** A refusal or a failure in plain words, with what can be done about it. */
export function ProblemAlert({ error, onRetry, fields = [], takesFocus }: ProblemAlertProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const problem = asProblem(error)

  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [takesFocus, error])

  const elsewhere = problem.notAbout(fields)
  return (
    <div ref={box} tabIndex={takesFocus ? -1 : undefined} className="j-problem" role="alert">
      <Alert
component="p"
        isInline
        variant={problem.undecided ? 'warning' : 'danger'}
        title={titleOf(problem, t)}
        actionLinks={
          <>
            {onRetry && (
              <AlertActionLink component="button" onClick={onRetry}>
                {t('problem.retry')}
              </AlertActionLink>
            )}
            {problem.status === 401 && (
              <Button
                variant="link"
                isInline
                component="a"
                href={`/login?to=${encodeURIComponent(here())}`}
              >
                {t('problem.signIn')}
              </Button>
            )}
          </>
        }
      >
        <p>{explanationOf(problem, t)}</p>
        {elsewhere.length > 0 && (
          <ul className="j-plainlist">
            {elsewhere.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {problem.traceId && (
          <p className="j-quiet j-small">{t('problem.trace', { id: problem.traceId })}</p>
        )}
      </Alert>
    </div>
  )
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem(-1, 'portal', error instanceof Error ? error.message : String(error))
}

type T = TFunction

const titles = [400, 401, 403, 404, 409, 412, 413, 422, 428, 429] as const

function titleOf(problem: Problem, t: T): string {
  if (problem.status === -1) return t('problem.portal')
  if (problem.status === 0) return t('problem.offline')
  if (problem.status >= 502 && problem.status <= 504) return t('problem.unavailable')
  if (problem.status >= 500) return t('problem.internal')
  const known = titles.find((status) => status === problem.status)
  return known ? t(`problem.title.${known}`) : problem.title
}

function explanationOf(problem: Problem, t: T): string {
  if (problem.status === 0) return t('problem.offlineHint')
  if (problem.status >= 502 && problem.status <= 504) return t('problem.unavailableHint')
  if (problem.status >= 500) return t('problem.internalHint')
  return problem.detail ?? problem.title
}
