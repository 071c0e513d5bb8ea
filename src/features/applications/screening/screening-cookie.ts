import { deflateSync, inflateSync } from 'node:zlib'
import { isObject } from '../../../core/canonical/index.ts'
import {
  type Answers,
  type Form,
  findQuestion,
  nameInSentence,
  type Problem,
  questionsOf,
  validateDraft,
} from '../../../core/forms/index.ts'

/** How long answers wait for somebody to sign in and start: four hours. */
export const screeningSeconds = 4 * 3600

/** What a browser carries of a screener that was answered before signing in. */
export type Carried = { readonly screenerVersionId: string; readonly answers: Answers }

/** Browsers keep cookies of 4,096 characters with their name. */
const mostCharacters = 3900

/** Longer answers, which are those with lists, are made small: entries are much alike. */
const mostPlain = 1000

/** What is made of a cookie at most: one that unfolds to more is nobody's answers. */
const mostBytes = 100_000

/** The answers as a cookie. Nothing in them says who a person is: a screener has no questions that are answered in words. */
export function writeScreening({ screenerVersionId, answers }: Carried): string {
  const bytes = Buffer.from(JSON.stringify([screenerVersionId, answers]))
  return (bytes.length <= mostPlain ? bytes : deflateSync(bytes)).toString('base64url')
}

/** That a list has more entries than a browser can carry, said at the longest with how many it can; otherwise nothing. */
export function tooManyEntries({ screenerVersionId, answers }: Carried, screener: Form): readonly Problem[] {
  const fits = (carried: Answers): boolean =>
    writeScreening({ screenerVersionId, answers: carried }).length <= mostCharacters
  if (fits(answers)) return []
  const lists = questionsOf(screener).flatMap((question) => {
    const entries = answers[question.id]
    return question.type === 'repeating-group' && Array.isArray(entries) ? [{ question, entries }] : []
  })
  const [longest] = lists.toSorted((a, b) => b.entries.length - a.entries.length)
  if (longest === undefined) return []
  const { question, entries } = longest
  const { id, type, itemName = 'item' } = question
  const limit = entries.findLastIndex((_, index) => fits({ ...answers, [id]: entries.slice(0, index) }))
  const place = { question: id, field: id, name: nameInSentence(question), type }
  return [{ code: 'too-many-items', items: entries.length, limit: Math.max(limit, 0), itemName, ...place }]
}

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
    const bytes = Buffer.from(cookie ?? '', 'base64url')
    const isPlain = bytes[0] === '['.charCodeAt(0)
    return JSON.parse((isPlain ? bytes : inflateSync(bytes, { maxOutputLength: mostBytes })).toString())
  } catch {
    return undefined
  }
}
