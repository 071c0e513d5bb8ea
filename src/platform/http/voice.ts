import type { FastifyRequest } from 'fastify'
import type { ErrorKind } from '../../ui/error-page.ts'
import type { Page } from '../../ui/page.ts'
import type { UnsentForm } from '../../ui/unsent-page.ts'
import { ownTag } from '../languages.ts'
import { cookieName, readCookie } from './cookies.ts'
import type { Handler, Route } from './route.ts'
import type { MadeFile } from './serve-made.ts'
import type { LanguageLink, ShellFacts } from './shell-facts.ts'

/** All that people get to read, in one language. */
export type Voice = {
  readonly routes: readonly Route[]
  /** A whole document: the page in its shell. */
  readonly render: (page: Page, shell: ShellFacts) => string
  readonly errorPage: (kind: ErrorKind, requestId: string) => Page
  /** What was written in a form that could not be taken, to be sent again. */
  readonly unsentPage: (unsent: UnsentForm) => Page
}

/** A language beside English, in which the same routes answer. */
export type OtherVoice = Voice & {
  /** Its BCP 47 tag, such as `cy`. */
  readonly tag: string
  /** Whether pages lead to it. One that is not translated far enough is there for those who know its address. */
  readonly offered: boolean
  /** What its pages ask for that others do not, such as its scripts. */
  readonly assets: readonly MadeFile[]
}

const parameter = 'lang'

/** Who answers which request, when the service speaks several languages. */
export type Voices = {
  /** The tag of the language that whoever asks has chosen: what the address asks for, or else what was chosen before. */
  readonly languageOf: (request: FastifyRequest) => string | undefined
  readonly of: (request: FastifyRequest) => Voice
  /** What a route does, in the language of the request. */
  readonly handlerOf: (route: Route) => (request: FastifyRequest) => Handler
  /** The language to remember, when the address chose one. */
  readonly chosenIn: (request: FastifyRequest) => string | undefined
  readonly linksIn: (request: FastifyRequest) => readonly LanguageLink[]
}

/** Without other languages nothing of a request is looked at. */
export function voicesOf(own: Voice, others: readonly OtherVoice[], secure: boolean): Voices {
  if (others.length === 0) {
    const handlerOf = (route: Route) => () => route.handler
    return { languageOf: () => undefined, of: () => own, handlerOf, chosenIn: () => undefined, linksIn: () => [] }
  }
  const byTag = new Map<string, Voice>([[ownTag, own], ...others.map((voice) => [voice.tag, voice] as const)])
  const offered = [ownTag, ...others.filter((voice) => voice.offered).map(({ tag }) => tag)]
  const cookie = cookieName('language', secure)
  const chosenIn = ({ url }: FastifyRequest): string | undefined => {
    const tag = url.includes(`${parameter}=`) ? (queryOf(url).get(parameter) ?? '') : ''
    return byTag.has(tag) ? tag : undefined
  }
  const languageOf = (request: FastifyRequest): string | undefined => {
    const tag = chosenIn(request) ?? readCookie(request.headers.cookie, cookie) ?? ''
    return byTag.has(tag) ? tag : undefined
  }
  const tagOf = (request: FastifyRequest): string => languageOf(request) ?? ownTag
  return {
    languageOf,
    chosenIn,
    of: (request) => byTag.get(tagOf(request)) ?? own,
    handlerOf: (route) => {
      // What programs read is the same whoever asks.
      if (route.api !== undefined) return () => route.handler
      const handlers = new Map([...byTag].map(([tag, voice]) => [tag, sameRoute(voice, route).handler]))
      return (request) => handlers.get(tagOf(request)) ?? route.handler
    },
    linksIn: (request) =>
      offered.filter((tag) => tag !== tagOf(request)).map((tag) => ({ tag, href: addressIn(request, tag) })),
  }
}

const queryOf = (url: string): URLSearchParams => new URLSearchParams(url.slice(url.indexOf('?') + 1))

const sameRoute = (voice: Voice, route: Route): Route =>
  voice.routes.find(({ method, path }) => method === route.method && path === route.path) ?? route

/** The address of a page in a language. What a form was sent with is in its body, so its query says nothing more. */
function addressIn({ url, method }: FastifyRequest, tag: string): string {
  const [path = '', asked = ''] = url.split('?', 2)
  const query = new URLSearchParams(method === 'GET' ? asked : '')
  query.set(parameter, tag)
  return `${path}?${query}`
}
