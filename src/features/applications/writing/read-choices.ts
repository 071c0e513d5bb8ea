import type { PostedFields } from '../../../core/forms/index.ts'

/** The fields of a clash page for one question, besides the question's own. */
export const clashFields = (question: string) => ({
  /** Which text is to stay: `mine`, `theirs` or `merged`. */
  keep: `keep-${question}`,
  /** The third text, of both. */
  merged: `merged-${question}`,
  /** As that text was offered. */
  offered: `offered-${question}`,
})

/** What somebody chose where two texts of one answer were shown. */
export type Choices = {
  readonly keepTheirs: ReadonlySet<string>
  /** Two texts were shown, and none was chosen. */
  readonly undecided: ReadonlySet<string>
  /** Those in which the third text was chosen. */
  readonly merged: ReadonlySet<string>
  /** What was typed and not chosen, by question: it is set aside. */
  readonly unchosen: ReadonlyMap<string, readonly PostedFields[]>
}

/** Reads a form that may come from a clash page: nothing typed on it is dropped, whatever was chosen. */
export function readChoices(form: PostedFields): Choices {
  const clashing = form.all('clash')
  const chosen = new Map(clashing.map((id) => [id, choiceOf(form, id)]))
  const having = (choice: ReturnType<typeof choiceOf>) => new Set(clashing.filter((id) => chosen.get(id) === choice))
  const merged = having('merged')
  const unchosen = clashing.map((id): [string, readonly PostedFields[]] => {
    const fields = clashFields(id)
    const isOwn = form.has(fields.merged) && form.text(fields.merged) !== form.text(fields.offered)
    return [
      id,
      [
        ...(chosen.get(id) === 'mine' ? [] : [form]),
        ...(isOwn && !merged.has(id) ? [withMerged(form, new Set([id]))] : []),
      ],
    ]
  })
  return {
    keepTheirs: having('theirs'),
    undecided: having('undecided'),
    merged,
    unchosen: new Map(unchosen),
  }
}

function choiceOf(form: PostedFields, question: string): 'mine' | 'theirs' | 'merged' | 'undecided' {
  const { keep, merged } = clashFields(question)
  const said = form.text(keep)
  if (said === 'merged') return form.has(merged) ? said : 'undecided'
  return said === 'mine' || said === 'theirs' ? said : 'undecided'
}

/** The fields with the third text in the place of what was written, where it was chosen. */
export function withMerged(fields: PostedFields, merged: ReadonlySet<string>): PostedFields {
  const read = (name: string): string => (merged.has(name) ? clashFields(name).merged : name)
  return {
    text: (name) => fields.text(read(name)),
    all: (name) => fields.all(read(name)),
    has: (name) => fields.has(read(name)),
  }
}
