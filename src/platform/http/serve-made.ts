import type { FastifyInstance } from 'fastify'

/** A script that was made when the service started, with the same compressed. Its name holds a hash of its content. */
export type MadeFile = {
  readonly name: string
  readonly content: Uint8Array
  readonly gzip: Uint8Array
  readonly brotli: Uint8Array
}

/** Serves scripts from memory under `/assets/`, before what is there as files, and as those are: for ever, and compressed. */
export function serveMade(app: FastifyInstance, files: readonly MadeFile[]): void {
  for (const file of new Map(files.map((each) => [each.name, each])).values()) {
    app.get(`/assets/${file.name}`, async (request, reply) => {
      const { encoding, content } = bestOf(file, String(request.headers['accept-encoding'] ?? ''))
      reply.headers({
        'content-type': 'application/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
      })
      return reply.send(content)
    })
  }
}

/** The smallest form of a file that a browser takes. @see RFC 9110, section 12.5.3 */
function bestOf(file: MadeFile, accepted: string) {
  const takes = (name: string): boolean =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'i').test(accepted)
  if (takes('br')) return { encoding: 'br', content: file.brotli }
  if (takes('gzip')) return { encoding: 'gzip', content: file.gzip }
  return { encoding: undefined, content: file.content }
}
