import { type Answer, seeOther } from '../../platform/http/answer.ts'
import { languageCookie } from '../../platform/http/cookies.ts'
import type { Ask } from '../../platform/http/route.ts'
import { accountPath, detailsPath, homePath, withReturn } from './accounts.paths.ts'
import type { Arrival, SignedInPerson } from './begin-session.ts'
import { longestHours } from './sessions.store.ts'

/** What a browser brings along. */
export const arrivalOf = (ask: Ask): Arrival => ({
  browser: ask.browser,
  language: ask.language,
  at: ask.receivedAt,
  previous: ask.actor.kind === 'person' ? ask.actor : undefined,
})

/**
 * The new session, and on to where they were going: past their name, the first time. A browser in which nobody has chosen a
 * language goes on in that of the person.
 */
export function welcome({ token, person, returnTo }: SignedInPerson, { language }: Pick<Ask, 'language'>): Answer {
  const next = returnTo ?? (person.name === '' ? null : homePath)
  return seeOther(person.name === '' ? withReturn(detailsPath, next) : (next ?? accountPath), {
    cookies: [
      { name: 'session', value: token, maxAgeSeconds: longestHours * 3600 },
      { name: 'browser', value: '' },
      ...(language === undefined && person.language !== null ? [languageCookie(person.language)] : []),
    ],
  })
}
