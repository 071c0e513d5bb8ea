import type { FastifyRequest } from 'fastify'
import { admits } from '../../core/permissions/index.ts'
import type { ErrorKind } from '../../ui/error-page.ts'
import { sameOrigin } from '../sign-in/csrf.ts'
import { sameSecret } from '../sign-in/token.ts'
import { type Answer, json, seeOther, show } from './answer.ts'
import { askOf, fieldsOf } from './read-ask.ts'
import { type ReceivedParts, receiveParts } from './receive-files.ts'
import type { Ask, Route } from './route.ts'
import type { ServerOptions } from './server-options.ts'
import { unsentForm } from './unsent.ts'
import type { Voice } from './voice.ts'

/** What came, and who answers it. */
type Asked = { readonly request: FastifyRequest; readonly voice: Voice }

/**
 * Why this request goes no further, if so: no permission, or a change that another site might have sent. What somebody
 * wrote on a page of ours is given back to them to send again.
 */
export function refusalOf(
  route: Route,
  ask: Ask,
  options: ServerOptions,
  asked: Asked,
): Answer | ErrorKind | undefined {
  const { request } = asked
  const verdict = admits(ask.actor, route.permission, options.config.evaluation)
  if (verdict === 'hidden') return 'not-found'
  const changes = route.method !== 'GET'
  const ours = !changes || sameOrigin(request.headers, ask.origin)
  if (verdict === 'sign-in-first' && ask.fromScript) return json({ status: 'signed-out' }, { status: 401 })
  if (verdict === 'sign-in-first' || verdict === 'second-step-first') {
    const unsent = changes && ours ? unsentAnswer(route, ask, asked, verdict) : undefined
    const page = verdict === 'sign-in-first' ? '/sign-in' : '/sign-in/authenticator'
    return unsent ?? seeOther(`${page}?return=${encodeURIComponent(changes ? '/' : request.url)}`)
  }
  if (!changes || route.crossSite === true || route.raw !== undefined) return undefined
  if (!ours) return 'forbidden'
  if (ask.actor.kind !== 'person' || sameSecret(ask.form.line('_csrf'), ask.csrf)) return undefined
  if (ask.fromScript) return json({ status: 'refused', message: signedInAnew }, { status: 403 })
  return unsentAnswer(route, ask, asked, 'signed-in-anew') ?? 'forbidden'
}

/** For a script that saves while its person types. */
const signedInAnew = 'Not saved, because you signed in again in another tab. Choose save and continue to save this.'

function unsentAnswer(
  route: Route,
  ask: Ask,
  { request, voice }: Asked,
  refused: Parameters<typeof unsentForm>[1],
): Answer | undefined {
  const hasPage = voice.routes.some(({ method, path }) => method === 'GET' && path === route.path)
  const fileNames = ask.files.map(({ name }) => name)
  const unsent = unsentForm({ ask, url: request.url, fields: fieldsOf(request), fileNames, hasPage }, refused)
  if (unsent === undefined) return undefined
  // Nobody on the way may keep what somebody wrote, and `no-store` is not said to visitors otherwise.
  const headers = { 'cache-control': 'no-store' }
  return show(voice.unsentPage(unsent), { status: refused === 'signed-in-anew' ? 403 : 401, headers })
}

/** The parts of a form with files. Nobody's files are kept, even for a moment, who may not send them: they are read past. */
export async function partsOf(
  route: Route,
  request: FastifyRequest,
  options: ServerOptions,
  secure: boolean,
): Promise<ReceivedParts | undefined> {
  if (route.files === undefined || !request.isMultipart()) return undefined
  const { actor, csrf, origin } = askOf(request, options.config, secure, undefined)
  const verdict = admits(actor, route.permission, options.config.evaluation)
  // Answered without reading: the page is not there for them.
  if (verdict === 'hidden') return undefined
  const may = verdict === 'allowed' && sameOrigin(request.headers, origin)
  const token = (fields: URLSearchParams) => actor.kind !== 'person' || sameSecret(fields.get('_csrf') ?? '', csrf)
  return await receiveParts(request, route.files, (fields) => may && token(fields))
}
