import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { actingPeople, programmeTeamOf } from '../../accounts/index.ts'
import { type MessageAbout, queueAbout } from '../../applications/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import type { KeptAward } from './awards.store.ts'
import { signersOf } from './signers.store.ts'

/** A message, whoever it goes to. */
export type ToEach = Pick<MessageAbout, 'kind' | 'words'>

/** What every message about an award says of it. */
export const ofAward = (
  { config }: Pick<Services, 'config'>,
  { fund }: RoundInFund,
  { reference, organisation }: Pick<KeptAward, 'reference' | 'organisation'>,
) => ({ reference, fund: fund.name, council: organisation, origin: originForMail(config) })

/** Writes to the people who act for the council and to those named to sign for it, each once. */
export async function mailCouncil(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  { id, organisationId }: Pick<KeptAward, 'id' | 'organisationId'>,
  message: ToEach,
): Promise<void> {
  const members = await actingPeople(tx, organisationId, services.clock())
  const emails = new Set([...members, ...(await signersOf(tx, id))].map(({ email }) => email))
  await mailEach(tx, services, round, [...emails], message)
}

/** Writes to the programme team of the fund. */
export async function mailTeam(tx: Tx, services: Services, round: RoundInFund, message: ToEach): Promise<void> {
  const team = await programmeTeamOf(tx, round.fundId)
  await mailEach(tx, services, round, [...new Set(team.map(({ email }) => email))], message)
}

export async function mailEach(
  tx: Tx,
  services: Services,
  { illustrative, fundId }: Pick<RoundInFund, 'illustrative' | 'fundId'>,
  recipients: readonly string[],
  message: ToEach,
): Promise<void> {
  for (const recipient of recipients)
    await queueAbout(tx, services, { illustrative, fundId }, { recipient, ...message })
}
