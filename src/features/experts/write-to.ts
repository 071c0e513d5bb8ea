import type { Tx } from '../../platform/database/database.ts'
import { type Say, sayOwn } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { actingPeople, programmeTeamOf } from '../accounts/index.ts'
import { queueAbout } from '../applications/index.ts'
import type { Fund } from '../funds/index.ts'
import { originForMail } from '../guidance/index.ts'
import type { MailWords } from '../notifications/index.ts'
import type { ExpertMail } from './experts-mail.messages.ts'

type Addressee = { readonly id: string; readonly email: string }
type Named = Addressee & { readonly name: string }
type OfFund = Pick<Fund, 'id' | 'slug' | 'name' | 'illustrative'>

/** Where mail about a panel leads. */
export const mailPlace = ({ config }: Pick<Services, 'config'>, fund: OfFund) => ({
  fund: fund.name,
  slug: fund.slug,
  origin: originForMail(config),
})

/** Writes to these people about an expert panel, each once. */
export async function writeTo(
  tx: Tx,
  services: Services,
  { id: fundId, illustrative }: OfFund,
  people: readonly Addressee[],
  words: (say: Say) => ExpertMail & Pick<MailWords, 'calendar'>,
): Promise<void> {
  const { kind } = words(sayOwn)
  const once = new Map(people.map((person) => [person.id, person]))
  for (const { id: personId, email: recipient } of once.values())
    await queueAbout(tx, services, { illustrative, fundId }, { kind, recipient, personId, words })
}

/** Who runs a fund. */
export const teamOf = async (tx: Tx, { id }: OfFund): Promise<readonly Addressee[]> => await programmeTeamOf(tx, id)

/** Who acts for a council. */
export const councilOf = (tx: Tx, organisationId: string, at: Date): Promise<readonly Named[]> =>
  actingPeople(tx, organisationId, at)
