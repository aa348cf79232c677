import { Problem, problemOf } from '../../api/problem'

/** How far a body has got, in bytes. */
export interface Sent {
  bytes: number
  size: number
  perSecond: number
}

export type LogFormat = 'csv' | 'ndjson' | 'xes'

export const mediaTypes: Record<LogFormat, string> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xes: 'application/xes+xml',
}

export const isPacked = (file: File) => /\.gz$/i.test(file.name)

export function formatOf(file: File): LogFormat {
  const name = file.name.toLowerCase().replace(/\.gz$/, '')
  if (/\.(xes|xml)$/.test(name)) return 'xes'
  return /\.(ndjson|jsonl|json)$/.test(name) ? 'ndjson' : 'csv'
}

/** Sends a log, or its beginning, as it is, and tells how far it has got; fetch cannot tell that yet. */
export function send<Answer>(
  address: string,
  body: Blob,
  file: File,
  format: LogFormat,
  onProgress: (sent: Sent) => void = () => {},
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Content-Type', mediaTypes[format])
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-Jointly-Client', 'portal')
    if (isPacked(file)) request.setRequestHeader('Content-Encoding', 'gzip')
    request.upload.onprogress = ({ loaded }) =>
      onProgress({
        bytes: loaded,
        size: body.size,
        perSecond: (loaded * 1000) / Math.max(1, performance.now() - began),
      })
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as Answer)
      } else {
        problemOf(
          new Response(request.responseText, { status: request.status, statusText: request.statusText }),
        ).then(reject, reject)
      }
    }
    request.onerror = () => reject(new Problem(0, 'unreachable', 'unreachable'))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
