import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A request whose head the server has read and whose body it still waits for. */
export type HeldRequest = {
  /** Sends the body, and gives all that the server then answers, to the end of the connection. */
  readonly finish: () => Promise<string>
}

/**
 * Begins to post a form. It asks to be told to go on before it sends the body (RFC 9110, `Expect: 100-continue`), so that
 * there is no doubt that the request has reached the server and is in flight.
 *
 * @throws {Error} if the server does not say to go on
 */
export async function holdRequest(url: string, fields: Readonly<Record<string, string>>): Promise<HeldRequest> {
  const { hostname, port, pathname, host, origin } = new URL(url)
  const body = new URLSearchParams(fields).toString()
  const socket = connect(Number(port), hostname).setEncoding('utf8')
  await once(socket, 'connect')
  // From the start: a server that lets go early has closed it before anybody waits for that.
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  socket.write(
    [
      `POST ${pathname} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: ${origin}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
      'Connection: close',
      '',
      '',
    ].join('\r\n'),
  )
  const [first] = (await once(socket, 'data')) as [string]
  if (!first.startsWith('HTTP/1.1 100 ')) throw new Error(`the server said ${first}`)
  return { finish: () => finish(socket, body, closed) }
}

async function finish(socket: Socket, body: string, closed: Promise<void>): Promise<string> {
  let answer = ''
  socket.on('data', (text: string) => {
    answer += text
  })
  socket.write(body)
  await closed
  return answer
}

/** Whether anybody still takes connections there. */
export async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
