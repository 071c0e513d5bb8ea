import type { ReturnMonths } from '../../../core/benefits/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { actingPeople, ensurePerson, type Person, programmeTeamOf } from '../../accounts/index.ts'
import { type MessageAbout, queueAbout } from '../../applications/index.ts'
import { originForMail } from '../../guidance/index.ts'
import type { BenefitAward } from '../awards.store.ts'
import { returnPath } from '../benefits.paths.ts'

/** To whom something about a return is written. */
export type ReturnReaders = 'council' | 'finance' | 'team'

/** What a message about a return says of it. */
export const aboutReturn = ({ config }: Pick<Services, 'config'>, award: BenefitAward, months: ReturnMonths) => ({
  organisation: award.organisation,
  title: award.title,
  months,
  link: `${originForMail(config)}${returnPath(award.reference, months)}`,
})

/** Writes about a return to the people of the council, to its finance or to the programme team, each once. */
export async function mailAboutReturn(
  tx: Tx,
  services: Services,
  award: BenefitAward,
  { to, ...message }: Pick<MessageAbout, 'kind' | 'words'> & { readonly to: ReturnReaders },
): Promise<void> {
  for (const { id, email } of await readersOf(tx, services, award, to))
    await queueAbout(tx, services, award, { ...message, recipient: email, personId: id })
}

type Reader = Pick<Person, 'id' | 'email'>

async function readersOf(
  tx: Tx,
  services: Services,
  { organisationId, finance, fundId }: BenefitAward,
  to: ReturnReaders,
): Promise<readonly Reader[]> {
  const at = services.clock()
  if (to === 'council') return await actingPeople(tx, organisationId, at)
  if (to === 'team') {
    const team = await programmeTeamOf(tx, fundId)
    return [...new Map(team.map((person) => [person.id, person])).values()]
  }
  if (finance === null) return []
  return [(await ensurePerson(tx, { id: services.newId(), email: finance.email, at })).person]
}
