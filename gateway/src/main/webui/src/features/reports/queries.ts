import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemOf, unreachable } from '../../api/problem'
import { signIn } from '../../api/client'
import { reportsIn, spoken, type OpenApi, type Report } from './catalogue'

async function read(address: string): Promise<unknown> {
  const response = await fetch(address, {
    headers: { Accept: 'application/json', 'X-Jointly-Client': 'portal' },
  }).catch((cause: unknown) => {
    throw unreachable(cause)
  })
  if (response.status === 401) signIn()
  if (!response.ok) throw await problemOf(response)
  return response.json()
}

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  staleTime: Infinity,
  queryFn: async () => reportsIn((await read('/openapi?format=json')) as OpenApi),
})

/** The reports in the language of the reader. */
export function useReports() {
  const { i18n } = useTranslation()
  const { data } = useSuspenseQuery(reportsQuery)
  return data.map((report) => spoken(report, i18n.language))
}

export function reportAddress(report: Report, values: Record<string, string>) {
  const search = new URLSearchParams()
  for (const { name } of report.parameters) {
    if (values[name]) search.set(name, values[name])
  }
  const text = search.toString()
  return text ? `${report.path}?${text}` : report.path
}

// A report is whatever its document says it is, so its answer is read as plain JSON, not as a generated type.
export const reportQuery = (address: string) =>
  queryOptions({ queryKey: ['report', address], queryFn: () => read(address) })
