import { isObject, type Json } from '../../core/canonical/index.ts'
import { notFound } from '../../core/errors.ts'
import { checkDefinition, type Form } from '../../core/forms/index.ts'
import type { Actor } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { findRound, type RoundPath } from '../funds/index.ts'
import { type ChangeInWords, describeChanges } from './describe-changes.messages.ts'
import { definitionPath } from './forms.paths.ts'
import { formById, versionsOfForm } from './forms.store.ts'
import { type FormFrame, frameOf } from './read-round-form.ts'
import { noDraft } from './save-form-draft.ts'

/** The next version of a form as JSON, to edit. */
export type DefinitionEditor = {
  readonly frame: FormFrame
  readonly formId: string
  readonly formName: string
  readonly number: number
  readonly pasted: string
  readonly seen: string
  readonly theirs: readonly ChangeInWords[] | undefined
  readonly action: string
}

/**
 * The draft of a form in JSON, or its newest version to begin the next one with.
 *
 * @param asked `typed`: what somebody pasted, kept as it is. `clashed`: another draft has taken the place of the one they
 *   had seen; only then the page has seen the newer one
 * @throws {NotFound} if the round or the form is not there, or not theirs to change
 */
export async function readDefinition(
  db: Database,
  asked: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly formId: string
    readonly typed?: string | undefined
    readonly clashed?: boolean
    readonly seen?: string
  },
): Promise<DefinitionEditor> {
  const { actor, path, typed, clashed = false } = asked
  const round = await findRound(db, actor, 'fund:edit', path)
  const form = await formById(db, asked.formId)
  if (form === undefined || form.fundId !== round.fundId) throw notFound('form')
  const [newest] = await versionsOfForm(db, form.id)
  if (newest === undefined) throw notFound('form version')
  const isDraft = newest.publishedAt === null
  const now = isDraft ? newest.sha256 : noDraft
  return {
    frame: frameOf(round),
    formId: form.id,
    formName: form.name,
    number: isDraft ? newest.number : newest.number + 1,
    pasted: typed ?? definitionText(newest.definition),
    // Who comes back with a mistake has still not seen what others saved meanwhile.
    seen: typed === undefined || clashed ? now : (asked.seen ?? now),
    theirs: clashed && typed !== undefined ? differencesFrom(newest.definition, typed) : undefined,
    action: definitionPath(path, form.id),
  }
}

function differencesFrom(saved: Form, typed: string): readonly ChangeInWords[] {
  const checked = checkDefinition(JSON.parse(typed))
  return checked.ok ? describeChanges(saved, checked.value) : []
}

/** The order in which people expect the keys of a definition; what is not named comes after. */
const order = ['id', 'type', 'title', 'label', 'shortName', 'hint', 'guidance', 'required', 'showIf', 'source']
const last = ['questions', 'pages', 'sections', 'rules', 'checks']

/** A definition as JSON to read: the database does not keep the order of keys, so they are put in one that reads well. */
export const definitionText = (form: Form): string => `${JSON.stringify(ordered(form as unknown as Json), null, 2)}\n`

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isObject(value)) return value
  const rank = (key: string): number => {
    if (last.includes(key)) return 1000 + last.indexOf(key)
    return order.includes(key) ? order.indexOf(key) : 100
  }
  const entries = Object.entries(value).sort(([one], [other]) => rank(one) - rank(other))
  return Object.fromEntries(entries.map(([key, member]) => [key, ordered(member as Json)]))
}
