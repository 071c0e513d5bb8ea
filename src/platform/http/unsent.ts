import type { UnsentForm, UnsentReason } from '../../ui/unsent-page.ts'
import type { Ask } from './route.ts'

/** Longer forms than any of ours; each field is shown on a page that a visitor can ask for. */
const mostFields = 2000

/** What is known of a form that came and was not taken. */
export type Unsent = {
  readonly ask: Pick<Ask, 'actor' | 'csrf'>
  /** The address with its query, as it was asked for. */
  readonly url: string
  /** The fields as they came. */
  readonly fields: URLSearchParams
  /** The names of the files that came with it: they are not kept. */
  readonly fileNames?: readonly string[]
  /** Whether the address can be read as a page too. */
  readonly hasPage: boolean
}

/**
 * The form to be shown to its person and sent again by them.
 *
 * @param refused why it goes no further
 * @returns undefined if nothing was written in it, or if it cannot be shown
 */
export function unsentForm(
  { ask, url, fields: sent, fileNames = [], hasPage }: Unsent,
  refused: 'sign-in-first' | 'second-step-first' | 'signed-in-anew',
): UnsentForm | undefined {
  const fields = [...sent].filter(([name]) => name !== '_csrf')
  // A browser takes two slashes for another site. No route begins so; this is the second lock.
  if ((fields.length === 0 && fileNames.length === 0) || fields.length > mostFields || !/^\/(?![/\\])/.test(url))
    return undefined
  const pageHref = hasPage ? url : '/home'
  const page = refused === 'second-step-first' ? '/sign-in/authenticator' : '/sign-in'
  return {
    reason: reasonOf(refused, sent),
    action: url,
    fields,
    fileNames,
    csrf: ask.csrf,
    signInHref: `${page}?return=${encodeURIComponent(pageHref)}`,
    pageHref,
    person: ask.actor.kind === 'person' ? ask.actor.name || ask.actor.email : undefined,
  }
}

/** What a visitor sends has no token; what somebody had written who was signed out has one. */
function reasonOf(refused: Parameters<typeof unsentForm>[1], sent: URLSearchParams): UnsentReason {
  if (refused === 'second-step-first') return 'second-step-due'
  if (refused === 'signed-in-anew') return 'signed-in-anew'
  return sent.has('_csrf') ? 'signed-out' : 'still-signed-out'
}
