import { nameHider } from '../../../core/assessment/index.ts'
import {
  hiddenPeople,
  onlyTakesOut,
  publishedTexts,
  recordTexts,
  textHider,
  wholeApplications,
} from '../../../core/decisions/index.ts'
import { peopleNamed } from '../../../core/feedback/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { applicantNamesOf } from '../../assessment/index.ts'
import { type Decision, judgesOf } from '../../decisions/index.ts'
import { publishedRecordOf } from './published-record.store.ts'
import { resultsSaltOf } from './results.store.ts'

/** A text of the decision record, to be read over before everybody reads it. */
export type TextToPublish = {
  readonly field: string
  readonly path: string
  readonly original: string
  /** As it was published last; the first time without the names and references that the service knows. */
  readonly proposed: string
}

/** Why a text cannot be published as it was typed. */
export type TextProblem =
  | { readonly code: 'text-changed'; readonly field: string; readonly path: string }
  | { readonly code: 'text-names'; readonly field: string; readonly path: string; readonly found: string }

export type TextsToPublish = {
  readonly texts: readonly TextToPublish[]
  /** What is wrong with one of them. */
  readonly problemsOf: (text: TextToPublish, typed: string) => readonly TextProblem[]
  /** Words in a text that may be somebody's first name or surname, and need a look. */
  readonly cluesIn: (text: string) => readonly string[]
}

/** The texts of a decision as they would be published: five statements. */
export async function readTexts(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  { document, roundId }: Pick<Decision, 'roundId' | 'document'>,
): Promise<TextsToPublish> {
  const open = [document.decision.decidedBy, document.note.by]
  const officials = hiddenPeople(document).map((name) => ({ name, email: '' }))
  const people = [...(await judgesOf(db, roundId)), ...officials].filter(({ name }) => !open.includes(name))
  const { applicants, references } = await applicantsToHide(db, document)
  const hide = textHider({ people: people.map(({ name }) => name), applicants, references })
  const namedIn = (text: string) => peopleNamed([{ item: '', text }], people, open)
  const last = await publishedRecordOf(db, roundId)
  const salt = await resultsSaltOf(db, roundId)
  const before =
    last === undefined || salt === undefined ? undefined : publishedTexts(document, last.document, salt, sha256)
  const propose = (text: string): string =>
    namedIn(hide(text)).reduce(
      (hidden, { found, certain }) => (certain ? hidden.replaceAll(found, '[name]') : hidden),
      hide(text),
    )
  const foundIn = (text: string): string | undefined =>
    namedIn(text).find(({ certain }) => certain)?.found ??
    (hide(text) === text
      ? undefined
      : [...applicants, ...references, ...people.map(({ name }) => name)].find(
          (name) => nameHider([name])(text) !== text,
        ))
  return {
    texts: recordTexts(document).map(({ path, text }, at) => {
      const field = `text-${at + 1}`
      return { field, path, original: text, proposed: before?.get(path) ?? propose(text) }
    }),
    problemsOf: ({ field, path, original }, typed) => {
      if (!onlyTakesOut(original, typed)) return [{ code: 'text-changed', field, path }]
      const found = foundIn(typed)
      return found === undefined ? [] : [{ code: 'text-names', field, path, found }]
    },
    cluesIn: (text) => [...new Set(namedIn(text).flatMap(({ found, certain }) => (certain ? [] : [found])))],
  }
}

/** The names and references of those that were not awarded. What an award is called too is no secret. */
async function applicantsToHide(db: Database | Tx, document: Decision['document']) {
  const whole = wholeApplications(document)
  const [awarded, others] = [true, false].map((is) => whole.filter(({ outcome }) => (outcome === 'award') === is))
  const idsOf = (some: typeof awarded) => (some ?? []).map(({ id }) => id)
  const told = new Set(await applicantNamesOf(db, idsOf(awarded)))
  const names = await applicantNamesOf(db, idsOf(others))
  return {
    applicants: names.filter((name) => !told.has(name)),
    references: (others ?? []).map(({ reference }) => reference),
  }
}
