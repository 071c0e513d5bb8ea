import type { Actor } from '../../../core/permissions/index.ts'
import { isDisclosable, longestText } from '../../../core/requests/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundPath } from '../../funds/index.ts'
import { findIdentifiers } from '../../guidance/index.ts'
import { insertDisclosure } from './answers.store.ts'
import { holdRequest, recordRequest } from './open-request.ts'

export type DisclosureTyped = { readonly asked: string; readonly answer: string }

export type DisclosureProblem =
  | { readonly code: 'not-answered' | 'not-for-the-log' | 'unchanged' }
  | { readonly code: 'missing' | 'too-long'; readonly field: keyof DisclosureTyped }
  | { readonly code: 'tells-who-asked'; readonly field: keyof DisclosureTyped; readonly words: readonly string[] }

const fields = ['asked', 'answer'] as const

type Request = { readonly path: RoundPath; readonly number: number; readonly typed: DisclosureTyped; readonly at: Date }

/**
 * Puts an answered request into the disclosure log, as it is retyped for everybody: who asked must not be told. Published
 * again it is another version, and the last is read.
 *
 * @throws {NotFound} if it is not this person's to answer
 */
export async function publishDisclosure(
  services: Services,
  actor: Actor,
  { typed, at, ...asked }: Request,
): Promise<Result<undefined, DisclosureProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    if (request.answeredOn === null || request.outcome === null)
      return refused<DisclosureProblem>({ code: 'not-answered' })
    if (!isDisclosable(request.kind, request.outcome)) return refused<DisclosureProblem>({ code: 'not-for-the-log' })
    const texts = { asked: typed.asked.trim(), answer: typed.answer.trim() }
    const problems = fields.flatMap((field) => problemsOf(field, texts[field], request.from))
    if (problems.length > 0) return refused(...problems)
    const last = request.disclosures.at(-1)
    if (last?.asked === texts.asked && last.answer === texts.answer)
      return refused<DisclosureProblem>({ code: 'unchanged' })
    await insertDisclosure(tx, request.id, { ...texts, at, by: opened.actor.personId })
    await recordRequest(tx, opened, at, 'request.published', { version: request.disclosures.length + 1 })
    return done(undefined)
  })
}

function problemsOf(field: keyof DisclosureTyped, text: string, from: string): readonly DisclosureProblem[] {
  if (text === '') return [{ code: 'missing', field }]
  if (text.length > longestText) return [{ code: 'too-long', field }]
  const words = findIdentifiers(text, { name: from, email: '', organisations: [] }).surely
  return words.length === 0 ? [] : [{ code: 'tells-who-asked', field, words }]
}
