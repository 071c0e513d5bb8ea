import { createServer, type Socket } from 'node:net'
import type { Lifetime } from './template.ts'

/** A file that every scanner takes for a virus and that is none. In two parts, so that this file is not taken for one. @see https://www.eicar.org */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** A clamd for tests: what it was sent, and how it may behave. */
export type TestClamd = {
  readonly host: string
  readonly port: number
  /** The whole content of each stream, in order. */
  readonly received: Buffer[]
  /** `hang-up`: after the command, without a word. A number: the most bytes that it takes. */
  behaviour: 'well' | 'hang-up' | number
}

/**
 * Speaks the INSTREAM command of clamd as its manual has it: pieces after their length of four bytes, the highest
 * first; an empty one ends the stream; the answer ends with a zero byte.
 *
 * @param address a port of 127.0.0.1 unless a path is given
 * @see clamd(8)
 */
export async function startClamd(lifetime: Lifetime, address: { path?: string } = {}): Promise<TestClamd> {
  const clamd: TestClamd & { port: number } = { host: '127.0.0.1', port: 0, received: [], behaviour: 'well' }
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    serve(socket, clamd)
  })
  await new Promise<void>((listening) =>
    address.path === undefined ? server.listen(0, '127.0.0.1', listening) : server.listen(address.path, listening),
  )
  const at = server.address()
  if (at !== null && typeof at === 'object') clamd.port = at.port
  lifetime.after(async () => {
    for (const socket of open) socket.destroy()
    await new Promise((closed) => server.close(closed))
  })
  return clamd
}

const command = 'zINSTREAM\0'

function serve(socket: Socket, clamd: TestClamd): void {
  let waiting = Buffer.alloc(0)
  let begun = false
  const content: Buffer[] = []
  const answer = (text: string) => socket.end(`${text}\0`)
  socket.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, chunk])
    if (!begun) {
      if (waiting.length < command.length) return
      if (waiting.subarray(0, command.length).toString() !== command) return void answer('UNKNOWN COMMAND')
      if (clamd.behaviour === 'hang-up') return void socket.destroy()
      begun = true
      waiting = waiting.subarray(command.length)
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE()
      if (length === 0) {
        const whole = Buffer.concat(content)
        clamd.received.push(whole)
        return void answer(whole.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
      }
      if (waiting.length < 4 + length) return
      content.push(waiting.subarray(4, 4 + length))
      waiting = waiting.subarray(4 + length)
      const taken = content.reduce((sum, piece) => sum + piece.length, 0)
      if (typeof clamd.behaviour === 'number' && taken > clamd.behaviour)
        return void answer('INSTREAM size limit exceeded. ERROR')
    }
  })
}
