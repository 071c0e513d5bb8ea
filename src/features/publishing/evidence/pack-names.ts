import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import type { Outcome } from '../../../core/decisions/index.ts'
import { pseudonymsOf } from '../../../core/pseudonyms/index.ts'
import type { AssessmentExport } from '../../../core/replay/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { exportSaltOf } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { partRows } from './pack-parts.store.ts'
import type { PartRow } from './part-query.ts'

/** A row about a person with the name that a pack has for them: their own, or another. */
export type NameFor = (person: PartRow) => PartRow

export const ownNames: NameFor = (person) => person

/** Roles whose holders stand under pseudonyms where names are replaced. */
const replacedRoles: readonly string[] = ['assessor', 'panel-member']

/**
 * Pseudonyms for those who scored: of whoever is in the published assessment the one under which they stand there, and of
 * the panel one of the same kind. All others keep their names.
 *
 * @param published the people of the published assessment
 */
export async function replacedNames(
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  round: RoundInFund,
  published: AssessmentExport['parts']['people'],
): Promise<NameFor> {
  const known = new Map(published.map(({ id, name }) => [id, name]))
  const others: string[] = []
  for await (const { id, roles } of partRows(tx, 'people.json', round))
    if (!known.has(String(id)) && (roles as readonly string[]).some((role) => replacedRoles.includes(role)))
      others.push(String(id))
  const made = pseudonymsOf(others, { salt: await exportSaltOf(tx, round.id), word: 'Panel member', sha256 })
  return (person) => {
    const name = known.get(String(person.id)) ?? made.get(String(person.id))
    return name === undefined ? person : { ...person, name }
  }
}

/** Lists in which people who departed from something stand by name, not by id. */
export type ListWithNames = 'departures.json' | 'decision/recommendation.json'

/**
 * Such a list with the names that a pack has for the people of the round: a name that several of them bear is replaced if
 * that of one is. The hash of a recommendation stays that of the text with the names.
 */
export async function* rowsRenamed(
  tx: Tx,
  round: RoundInFund,
  list: ListWithNames,
  nameFor: NameFor,
): AsyncGenerator<PartRow> {
  const names = new Map<unknown, unknown>()
  for await (const person of partRows(tx, 'people.json', round)) {
    const { name } = nameFor(person)
    if (name !== person.name) names.set(person.name, name)
  }
  const renamed = <By extends { readonly decidedBy?: unknown }>(by: By): By =>
    names.has(by.decidedBy) ? { ...by, decidedBy: names.get(by.decidedBy) } : by
  for await (const row of partRows(tx, list, round))
    if (list === 'departures.json') yield renamed(row)
    else {
      const outcomes = (JSON.parse(String(row.outcomes)) as readonly Outcome[]).map((each) => ({
        ...each,
        departure: each.departure === null ? null : renamed(each.departure),
      }))
      yield { ...row, outcomes: canonicalJson(outcomes as unknown as Json) }
    }
}
