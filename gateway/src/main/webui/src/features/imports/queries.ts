import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { useAct } from '../../api/act'
import { bodyOf, catalog } from '../../api/client'
import { allOf } from '../../api/paging'
import { Problem } from '../../api/problem'
import type { EventPreview, EventSource, FieldMapping, Page, SourceDescription } from '../../api/types'
import { csvAddress } from '../streams/queries'
import { keptBy } from './mapping'
import { send, type LogFormat } from './upload'

/** Enough for a thousand events of most logs, and less than the service takes. */
const looked = 1_500_000

export interface Looked {
  file: File
  format: LogFormat
  source?: string
  mapping?: FieldMapping
}

/** What an import of the file would take, as far as its beginning shows. */
export function look(code: string, { file, format, source, mapping }: Looked, signal?: AbortSignal) {
  const beginning = file.size > looked ? file.slice(0, looked) : file
  const address = csvAddress(code, 'events/preview', {
    source: source || undefined,
    mapping: mapping ? JSON.stringify(mapping) : undefined,
    partial: beginning === file ? undefined : true,
  })
  return send<EventPreview>(address, beginning, file, format, undefined, signal)
}

export const previewQuery = (code: string, file: File | undefined, format: LogFormat, mapping: FieldMapping | undefined) =>
  queryOptions({
    queryKey: ['preview', code, file?.name, file?.size, file?.lastModified, format, mapping],
    queryFn: ({ signal }) => look(code, { file: file!, format, mapping }, signal),
    enabled: file !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
  })

export const sourcesQuery = (code: string) =>
  queryOptions({
    queryKey: ['sources', code],
    queryFn: () =>
      allOf<EventSource>((cursor) =>
        bodyOf<Page<EventSource>>(
          catalog.GET('/api/catalog/v1/value-streams/{code}/sources', {
            params: { path: { code }, query: { limit: 200, cursor } },
          }),
        ),
      ),
  })

/**
 * Keeps how a source is read, unless somebody has said otherwise since it was shown: false then. A source that was
 * not there yet has been made by the import before.
 */
export async function keep(
  code: string,
  name: string,
  shown: EventSource | undefined,
  format: LogFormat,
  mapping: FieldMapping | undefined,
) {
  const path = { code, name }
  const source =
    shown ??
    (await bodyOf<EventSource>(catalog.GET('/api/catalog/v1/value-streams/{code}/sources/{name}', { params: { path } })))
  if (!shown && keptBy(source, format, mapping) !== 'nothing') return keptBy(source, format, mapping) === 'same'
  try {
    await catalog.PUT('/api/catalog/v1/value-streams/{code}/sources/{name}', {
      params: { path, header: { 'If-Match': `"${source.version}"` } },
      // The document calls what has a default always there; nobody has to send it.
      body: { format, mapping: mapping ?? null, note: source.note } as SourceDescription,
    })
    return true
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 412) return false
    throw thrown
  }
}

export const usePause = (code: string, source: EventSource, onDone: () => void) =>
  useAct(
    (reason: string, header) =>
      bodyOf<EventSource>(
        catalog.POST('/api/catalog/v1/value-streams/{code}/sources/{name}/pauses', {
          params: { path: { code, name: source.name }, header },
          body: { reason: reason || null },
        }),
      ),
    { version: source.version, refresh: [['sources', code]], onDone },
  )

export const useResume = (code: string, source: EventSource) =>
  useAct(
    (_: undefined, header) =>
      bodyOf<EventSource>(
        catalog.POST('/api/catalog/v1/value-streams/{code}/sources/{name}/resumptions', {
          params: { path: { code, name: source.name }, header },
        }),
      ),
    { version: source.version, refresh: [['sources', code]] },
  )
