import { nameHider } from '../assessment/index.ts'
import type { DecisionRecord } from './decision-record.ts'

/** A text of a record that somebody wrote in their own words, by where it stands, such as `note/propriety`. */
export type RecordText = { readonly path: string; readonly text: string }

type Texts = Pick<DecisionRecord, 'submission' | 'note' | 'decision' | 'recommendation' | 'whatIfs'> & {
  readonly applications: readonly { readonly reference: string }[]
}

/**
 * A record with every text that people wrote in their own words as `change` has it: what stands beside the facts, why
 * somebody departed from what was proposed or recommended, and what was tried besides.
 */
export function withTexts<Record extends Texts>(
  record: Record,
  change: (path: string, text: string) => string,
): Record {
  const { submission, note, decision, recommendation, applications, whatIfs } = record
  const changed = (path: string, text: string): string => (text === '' ? '' : change(path, text))
  const departing = <Item extends { readonly reference: string }>(stage: string, item: Item): Item => {
    if (!('departure' in item) || item.departure === null) return item
    const departure = item.departure as { readonly reason: string }
    return { ...item, departure: { ...departure, reason: changed(`${stage}/${item.reference}`, departure.reason) } }
  }
  return {
    ...record,
    submission: {
      summary: changed('submission/summary', submission.summary),
      options: changed('submission/options', submission.options),
      linesToTake: changed('submission/linesToTake', submission.linesToTake),
    },
    note: {
      ...note,
      regularity: changed('note/regularity', note.regularity),
      propriety: changed('note/propriety', note.propriety),
      valueForMoney: changed('note/valueForMoney', note.valueForMoney),
      feasibility: changed('note/feasibility', note.feasibility),
    },
    decision: {
      ...decision,
      evidence: changed('decision/evidence', decision.evidence),
      approval: { ...decision.approval, reason: changed('decision/approval', decision.approval.reason) },
    },
    recommendation: {
      ...recommendation,
      outcomes: recommendation.outcomes.map((item) => departing('recommendation', item)),
    },
    applications: applications.map((item) => departing('applications', item)),
    whatIfs: whatIfs.map((each) => ({
      ...each,
      name: changed(`whatIfs/${each.number}/name`, each.name),
      reason: changed(`whatIfs/${each.number}/reason`, each.reason),
    })),
  }
}

/** Every text of a record that people wrote in their own words, and that says something. */
export function recordTexts(record: Texts): readonly RecordText[] {
  const found: RecordText[] = []
  withTexts(record, (path, text) => {
    found.push({ path, text })
    return text
  })
  return found
}

/** Whom a published text does not tell of, by their names or by the references of their applications. */
export type Hidden = {
  readonly people: readonly string[]
  readonly applicants: readonly string[]
  readonly references: readonly string[]
}

/** Takes out of a text every name and reference that is not to be told; what stands for it stands in square brackets. */
export function textHider({ people, applicants, references }: Hidden): (text: string) => string {
  const hiders = [nameHider(applicants), nameHider(people, '[name]'), nameHider(references, '[application]')]
  return (text) => hiders.reduce((hidden, hide) => hide(hidden), text)
}

/** What stands for words that were taken out. */
const takenOut = /\[[^[\]\n]{1,60}\]/u

/**
 * Whether a text is another with words taken out and nothing else: what stands for them stands in square brackets.
 *
 * @example onlyTakesOut('Kent is weaker', '[a council] is weaker') // => true
 * @example onlyTakesOut('Kent is weaker', '[a council] is stronger') // => false
 */
export function onlyTakesOut(original: string, published: string): boolean {
  const pieces = published.split(new RegExp(takenOut, 'gu'))
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return original === published
  if (!original.startsWith(first) || !original.endsWith(last)) return false
  let at = first.length
  for (const piece of rest) {
    const found = original.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= original.length - last.length
}
