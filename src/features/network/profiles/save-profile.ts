import { notFound } from '../../../core/errors.ts'
import { type ProfileProblem, type ProfileTyped, readProfile } from '../../../core/network/index.ts'
import { done, type Result } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type ListedMember, listMembers } from '../members/members.store.ts'
import { type AskedOfNetwork, type Network, openNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { type CouncilInNetwork, councilsOf, saveProfileRow } from './profiles.store.ts'

export type AskedOfCouncil = AskedOfNetwork & { readonly organisation: string }

/** A council of the network for a member. @throws {NotFound} if there is none, or they are no member */
export async function openCouncil(
  db: Database | Tx,
  asked: AskedOfCouncil,
): Promise<Network & { readonly council: CouncilInNetwork; readonly own: boolean }> {
  const network = await openNetwork(db, asked)
  const council = (await councilsOf(db, network.fund.id)).find(
    ({ organisationId }) => organisationId === asked.organisation,
  )
  if (council === undefined) throw notFound('council')
  return { ...network, council, own: network.member.organisationIds.includes(council.organisationId) }
}

/** The same for somebody who acts for it. @throws {NotFound} for everybody else */
export async function openOwnCouncil(db: Database | Tx, asked: AskedOfCouncil) {
  const opened = await openCouncil(db, asked)
  if (!opened.own) throw notFound('council')
  return { ...opened, people: await peopleOf(db, opened, asked.at) }
}

/** Who may be named as whom to talk to. */
const peopleOf = async (
  db: Database | Tx,
  { fund, council }: Pick<Network, 'fund'> & { readonly council: CouncilInNetwork },
  at: Date,
): Promise<readonly ListedMember[]> =>
  (await listMembers(db, fund.id, isoDay(at))).filter(({ councils }) => councils.includes(council.name))

/** Writes what a council says of its review. @throws {NotFound} for who does not act for it */
export async function saveProfile(
  services: Services,
  asked: AskedOfCouncil & { readonly typed: ProfileTyped },
): Promise<Result<undefined, ProfileProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, council, people } = await openOwnCouncil(tx, asked)
    const read = readProfile(
      asked.typed,
      people.map(({ personId }) => personId),
    )
    if (!read.ok) return read
    const { organisationId } = council
    await saveProfileRow(tx, { fundId: fund.id, organisationId, at: asked.at, by: person.personId }, read.value)
    await recordInNetwork(tx, {
      action: 'network.profile-saved',
      fundId: fund.id,
      by: person.personId,
      objectType: 'organisation',
      objectId: organisationId,
      at: asked.at,
    })
    return done(undefined)
  })
}
