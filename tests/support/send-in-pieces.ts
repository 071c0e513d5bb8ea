import type { TestBrowser } from './server.ts'

/** What the service answers to a script that sends a file in pieces. `code`: the status of the answer. */
export type Standing = {
  readonly code: number
  readonly status: string
  readonly upload: string
  readonly received: number
  readonly partBytes: number
  readonly file?: string
  readonly message?: string
}

const script = { 'x-requested-with': 'upload' }

const read = ({ status, body }: { readonly status: number; readonly body: string }): Standing => ({
  ...(JSON.parse(status === 200 ? body : '{}') as Standing),
  code: status,
})

type FileToSend = { readonly name: string; readonly bytes: number }

/** Begins to send a file to an address for the input of that name, as the script of the page does. */
export async function beginPieces(
  browser: TestBrowser,
  address: string,
  input: string,
  { name, bytes }: FileToSend,
): Promise<Standing> {
  const fields = { name: input, file: name, bytes: String(bytes), fingerprint: `${name} ${bytes} 1` }
  return read(await browser.post(address, fields, script))
}

type Piece = { readonly upload: string; readonly startsAt: number; readonly body: string | Uint8Array }

/** Sends one piece of what was begun. */
export async function sendPiece(
  browser: TestBrowser,
  address: string,
  input: string,
  { upload, startsAt, body }: Piece,
): Promise<Standing> {
  const part = { field: 'part', name: 'part', body }
  const fields = { name: input, startsAt: String(startsAt) }
  return read(await browser.postFiles(`${address}/${upload}`, fields, [part], script))
}
