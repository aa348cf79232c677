import { Problem, problemOf } from '../../api/problem'
import type { ImportResult } from '../../api/types'

/** Sends an event log as it is, and tells how far it has got; fetch cannot tell that yet. */
export function upload(
  address: string,
  file: File,
  contentType: string,
  onProgress: (share: number) => void,
): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Content-Type', contentType)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-Jointly-Client', 'portal')
    if (/\.gz$/i.test(file.name)) request.setRequestHeader('Content-Encoding', 'gzip')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as ImportResult)
      } else {
        problemOf(
          new Response(request.responseText, { status: request.status, statusText: request.statusText }),
        ).then(reject, reject)
      }
    }
    request.onerror = () => reject(new Problem(0, 'unreachable', 'unreachable'))
    request.send(file)
  })
}

/** The first kilobytes of a log, unpacked if need be, to look at its header. */
export async function beginningOf(file: File): Promise<string> {
  const stream = /\.gz$/i.test(file.name)
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.slice(0, 65_536).stream()
  const reader = stream.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value).slice(0, 65_536)
}
