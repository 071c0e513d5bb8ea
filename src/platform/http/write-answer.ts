import type { FastifyReply, FastifyRequest } from 'fastify'
import { visitor } from '../../core/permissions/index.ts'
import type { ErrorKind } from '../../ui/error-page.ts'
import type { Answer } from './answer.ts'
import { languageCookie, setCookie } from './cookies.ts'
import { errorStatus } from './error-kind.ts'
import { readFlash, writeFlash } from './flash.ts'
import { receivedOf } from './read-ask.ts'
import type { Ask } from './route.ts'
import { sentMark } from './sent-mark.ts'
import type { ServerOptions } from './server-options.ts'
import type { Voices } from './voice.ts'

/** Puts what a handler answered, or what went wrong, on the wire. */
export type Writer = {
  readonly answer: (request: FastifyRequest, reply: FastifyReply, answer: Answer, ask: Ask) => FastifyReply
  readonly error: (request: FastifyRequest, reply: FastifyReply, kind: ErrorKind) => FastifyReply
}

/** When to ask again a service whose database does not answer. */
const retryAfterSeconds = 2

export function makeWriter(options: ServerOptions, voices: Voices): Writer {
  const { config } = options
  const secure = config.publicUrl?.startsWith('https:') ?? false
  return {
    answer: (request, reply, answer, ask) => {
      const cookies = [...(answer.cookies ?? [])]
      const language = voices.chosenIn(request)
      if (language !== undefined) cookies.push(languageCookie(language))
      if (answer.kind === 'redirect' && answer.flash !== undefined)
        cookies.push({ name: 'flash', value: writeFlash(answer.flash), maxAgeSeconds: 60 })
      const said = answer.kind === 'page' ? ask.cookie('flash') : undefined
      const flash = said === undefined ? undefined : readFlash(said)
      if (said !== undefined) cookies.push({ name: 'flash', value: '' })
      if (cookies.length > 0)
        reply.header(
          'set-cookie',
          cookies.map((cookie) => setCookie(cookie, secure)),
        )
      reply.header('cache-control', ask.actor.kind === 'person' || cookies.length > 0 ? 'no-store' : 'no-cache')
      if (answer.headers !== undefined) reply.headers(answer.headers)
      if (answer.kind === 'redirect') return reply.redirect(answer.to, 303)
      if (answer.kind === 'body') return reply.code(answer.status).type(answer.type).send(answer.body)
      const { actor, path, csrf } = ask
      const languages = voices.linksIn(request)
      const shell = { actor, path, csrf, flash, answerTo: sentMark(ask), languages }
      const page = voices.of(request).render(answer.page, shell)
      return reply.code(answer.status).type('text/html; charset=utf-8').send(page)
    },
    error: (request, reply, kind) => {
      const { actor, csrf } = receivedOf(request) ?? { actor: visitor, csrf: '' }
      const shell = { actor, path: request.url, csrf, flash: undefined }
      const voice = voices.of(request)
      const page = voice.render(voice.errorPage(kind, request.id), shell)
      if (kind === 'unavailable') reply.header('retry-after', retryAfterSeconds)
      return reply
        .code(errorStatus[kind])
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page)
    },
  }
}
