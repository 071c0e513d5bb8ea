/** Sends one file in pieces, and goes on after the network was lost or the page was closed. */

/** Where the server says that a file stands: see `uploads.routes.ts` of the files. */
type Standing = {
  readonly status: 'going-on'
  readonly upload: string
  readonly received: number
  readonly partBytes: number
  /** What the form carries of it, once it is whole. */
  readonly file?: string
}
type Answer = Standing | { readonly status: 'refused' | 'signed-out' | 'gone'; readonly message?: string }

export type Sending = {
  readonly file: File
  /** Where files of this page are sent, and the name of the question's input. */
  readonly address: string
  readonly name: string
  readonly csrf: string
  readonly onProgress: (bytes: number) => void
  /** The network is gone, and it goes on by itself when it is back. */
  readonly onWaiting: () => void
  readonly signal: AbortSignal
}

export type Sent =
  | { readonly status: 'kept'; readonly field: string }
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'stopped' }

const firstRetryMs = 2000
const longestRetryMs = 30_000
/** Answers one after the other that bring the file no further. */
const mostStandstills = 5

const words = {
  'signed-out': 'You have been signed out. Sign in again in another tab, then choose the button again.',
  refused: 'It could not be sent. Reload the page and try again.',
  unreadable: 'It could not be read. Check the file, then choose it again.',
} as const

export async function sendFile(sending: Sending): Promise<Sent> {
  let standing: Standing | undefined
  let retryMs = firstRetryMs
  let standstills = 0
  while (!sending.signal.aborted) {
    const part = standing && (await partOf(sending.file, standing))
    if (part === 'unreadable') return { status: 'refused', message: words.unreadable }
    try {
      const answer: Answer = standing && part ? await sendPart(sending, standing, part) : await begin(sending)
      if (answer.status === 'refused' || answer.status === 'signed-out')
        return { status: 'refused', message: answer.message ?? words[answer.status] }
      const now: Standing | undefined = answer.status === 'going-on' ? answer : undefined
      const further = now !== undefined && now.received > (standing?.received ?? -1)
      standstills = further ? 0 : standstills + 1
      if (standstills > mostStandstills) return { status: 'refused', message: words.refused }
      // Forgotten by the server: it begins anew.
      standing = now
      retryMs = firstRetryMs
      sending.onProgress(standing?.received ?? 0)
      if (standing?.file !== undefined) return { status: 'kept', field: standing.file }
    } catch {
      if (sending.signal.aborted) break
      sending.onWaiting()
      await pause(retryMs, sending.signal)
      retryMs = Math.min(retryMs * 2, longestRetryMs)
      // The server is asked how much it has: what was sent last may have arrived.
      standing = undefined
    }
  }
  return { status: 'stopped' }
}

async function partOf(file: File, { received, partBytes }: Standing): Promise<Blob | 'unreadable'> {
  try {
    return new Blob([await file.slice(received, received + partBytes).arrayBuffer()])
  } catch {
    return 'unreadable'
  }
}

/** Begins, or finds where the same person stopped with the same file. */
function begin({ file, address, name, csrf, signal }: Sending): Promise<Answer> {
  const fingerprint = `${file.name} ${file.size} ${file.lastModified}`
  const fields = { _csrf: csrf, name, file: file.name, bytes: String(file.size), fingerprint }
  return ask(address, new URLSearchParams(fields), signal)
}

function sendPart(sending: Sending, { upload, received }: Standing, part: Blob): Promise<Answer> {
  const body = new FormData()
  body.append('_csrf', sending.csrf)
  body.append('name', sending.name)
  body.append('startsAt', String(received))
  body.append('part', part, 'part')
  return ask(`${sending.address}/${upload}`, body, sending.signal)
}

/** @throws if the server could not be reached, or failed: worth another try */
async function ask(address: string, body: BodyInit, signal: AbortSignal): Promise<Answer> {
  const headers = { 'x-requested-with': 'upload', accept: 'application/json' }
  const response = await fetch(address, { method: 'POST', body, headers, signal })
  if (response.headers.get('content-type')?.includes('json')) return (await response.json()) as Answer
  if (response.status === 404) return { status: 'gone' }
  if (response.redirected || response.status === 401) return { status: 'signed-out' }
  if (response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status))
    return { status: 'refused' }
  throw new Error(`a file was answered with ${response.status}`)
}

/** Waits for a time, the network or the person, whichever comes first. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = window.setTimeout(end, ms)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
