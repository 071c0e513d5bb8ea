import { writeShortlist } from '../../features/assessment/shortlisting/freeze-shortlist.ts'
import { readProposal } from '../../features/assessment/shortlisting/read-proposal.ts'
import { saveDraw } from '../../features/assessment/shortlisting/shortlist.store.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'

type ToShortlist = { readonly round: RoundInFund; readonly at: Date; readonly programmeId: string }

/** Freezes the shortlist of a made-up round as the sealed rules propose it. The draw, where one is needed, is made up. */
export async function seedShortlist(
  tx: Tx,
  services: Services,
  { round, at, programmeId }: ToShortlist,
): Promise<void> {
  const first = await readProposal(tx, services, round)
  if (first?.proposal.waitsFor.includes('draw') === true)
    await saveDraw(tx, { roundId: round.id, value: '7 12 23 31 44 52 (made up)', at, by: programmeId })
  const proposing = await readProposal(tx, services, round)
  if (proposing === undefined || proposing.proposal.waitsFor.length > 0)
    throw new Error('the made-up round proposes no shortlist')
  await writeShortlist(tx, services, {
    round,
    proposing,
    decided: new Map(),
    tellAt: at,
    approval: { asked: false, reason: 'Illustrative: the funder is made up.' },
    person: { id: programmeId, name: 'Samira Khan' },
    at,
  })
}
