import { isObject } from '../../../core/canonical/index.ts'
import { type Answers, type Form, findQuestion, validateDraft } from '../../../core/forms/index.ts'

/** How long answers wait for somebody to sign in and start: four hours. */
export const screeningSeconds = 4 * 3600

/** What a browser carries of a screener that was answered before signing in. */
export type Carried = { readonly screenerVersionId: string; readonly answers: Answers }

/** The answers as a cookie. Nothing in them says who a person is: a screener has no questions that are answered in words. */
export const writeScreening = ({ screenerVersionId, answers }: Carried): string =>
  Buffer.from(JSON.stringify([screenerVersionId, answers])).toString('base64url')

/**
 * The answers in a cookie, if they are to this version of a screener. Whatever a browser sends can be here, so only what
 * the screener itself would accept is taken; it says no more than somebody could have answered.
 */
export function readScreening(cookie: string | undefined, screenerVersionId: string, screener: Form): Answers {
  const kept = parse(cookie)
  if (!Array.isArray(kept) || kept[0] !== screenerVersionId || !isObject(kept[1])) return {}
  const known = Object.entries(kept[1]).filter(([id]) => findQuestion(screener, id) !== undefined)
  const answers = Object.fromEntries(known) as Answers
  const wrong = new Set(validateDraft(screener, answers).map(({ question }) => question))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !wrong.has(id)))
}

function parse(cookie: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}
