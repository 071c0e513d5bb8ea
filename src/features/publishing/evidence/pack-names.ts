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
