import { Button } from '@patternfly/react-core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../api/problem'
import { ProblemAlert } from './ProblemAlert'

/** The same rows as on the screen, from the same address, as CSV. */
export function CsvButton({ href, name }: { href: string; name: string }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  async function download() {
    setBusy(true)
    setProblem(undefined)
    try {
      const response = await fetch(href, {
        headers: { Accept: 'text/csv', 'X-Jointly-Client': 'portal' },
      })
      if (!response.ok) throw await problemOf(response)
      save(await response.blob(), `${name}.csv`)
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button
        variant="link"
        className="j-noprint"
        onClick={() => void (busy || download())}
        isLoading={busy}
        isAriaDisabled={busy}
      >
        {t('table.csv')}
      </Button>
      {problem !== undefined && <ProblemAlert error={problem} />}
    </>
  )
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
