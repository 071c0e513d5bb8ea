import { contentHash, type Json } from '../../core/canonical/index.ts'
import type { Form } from '../../core/forms/index.ts'
import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { slug } from '../../core/text/slug.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from '../funds/index.ts'
import { definitionOfStart } from './find-starts.ts'
import type { FormProblem } from './form-problem.ts'
import { type FormPurpose, formsOfFund, insertForm, saveDraftRow } from './forms.store.ts'
import { parseDefinition } from './parse-definition.ts'

/** A new form as a person types it. `start`: `blank`, `json` (what is in `pasted`), or one of those that are offered. */
export type FormTyped = {
  readonly name: string
  readonly purpose: string
  readonly start: string
  readonly pasted: string
}

/** What applicants fill in: the forms that a round can have, and the screener that comes before them. */
export const purposes = [
  'expression-of-interest',
  'application',
  'eligibility',
] as const satisfies readonly FormPurpose[]

/**
 * Makes a form of a round's fund, with its first version as a draft: empty, a copy, or as pasted. What is pasted keeps
 * its own title; everything else gets the name as its title.
 *
 * @returns the draft
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function createForm(
  services: Services,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly typed: FormTyped; readonly at: Date },
): Promise<Result<{ readonly id: string }, FormProblem>> {
  const { actor, path, typed, at } = asked
  const name = typed.name.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { fundId } = await holdRound(tx, actor, 'fund:edit', path)
    const purpose = purposes.find((each) => each === typed.purpose)
    const begun = await beginDefinition(tx, actor, { ...typed, name })
    const problems: FormProblem[] = []
    if (name === '') problems.push({ code: 'name-missing' })
    if ((await formsOfFund(tx, fundId)).some((form) => form.name === name)) problems.push({ code: 'name-taken', name })
    if (purpose === undefined) problems.push({ code: 'purpose-not-chosen' })
    if (!begun.ok) problems.push(...begun.problems)
    if (problems.length > 0 || !begun.ok || purpose === undefined) return refused(...problems)
    const id = await addForm(tx, services, {
      actor,
      fundId,
      name,
      purpose,
      definition: begun.value,
      start: typed.start,
      at,
    })
    return done({ id })
  })
}

type Added = {
  readonly actor: Actor
  readonly fundId: string
  readonly name: string
  readonly purpose: FormPurpose
  readonly definition: Form
  /** What it began as, for the log. */
  readonly start: string
  readonly at: Date
}

/** Adds a form with its first draft. @returns the id of the draft */
export async function addForm(tx: Tx, services: Services, { actor, fundId, at, ...form }: Added): Promise<string> {
  const { name, purpose, definition, start } = form
  const formId = services.newId()
  const sha256 = contentHash(definition as unknown as Json, services.sha256)
  await insertForm(tx, { id: formId, fundId, name, purpose, createdAt: at })
  const draft = await saveDraftRow(tx, { id: services.newId(), formId, definition, sha256, savedAt: at })
  await recordEvent(tx, {
    action: 'form.created',
    actorId: personIdOf(actor),
    fundId,
    objectType: 'form',
    objectId: formId,
    at,
    facts: { name, purpose, start, sha256 },
  })
  return draft.id
}

async function beginDefinition(
  db: Database | Tx,
  actor: Actor,
  { name, start, pasted }: FormTyped,
): Promise<Result<Form, FormProblem>> {
  if (start === 'json') return parseDefinition(pasted)
  const own = { id: slug(name) || 'form', title: name === '' ? 'Form' : name }
  if (start === 'blank') return done({ ...own, pages: [{ id: 'first-page', title: 'First page', questions: [] }] })
  const copied = await definitionOfStart(db, actor, start)
  return copied === undefined ? refused({ code: 'start-not-chosen' }) : done({ ...copied, ...own })
}
