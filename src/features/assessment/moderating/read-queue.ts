import type { Actor } from '../../../core/permissions/index.ts'
import { chanceHash } from '../../../core/rules/index.ts'
import { type Candidate, moderationQueue, wantsExtra } from '../../../core/shortlist/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { keptFrom } from '../shortlisting/keep-apart.ts'
import { candidatesOf, type Proposing, readProposal } from '../shortlisting/read-proposal.ts'
import { submittedTimes } from '../shortlisting/shortlist.store.ts'
import { type Extra, extrasOf, type Note, notesOf } from './moderation.store.ts'

type Queued = ReturnType<typeof moderationQueue>[number]

/** What the meeting looks at, with how far it has come. */
export type ReadQueue =
  | { readonly state: 'still-scoring' }
  | { readonly state: 'rules-not-sealed' }
  | {
      readonly state: 'open' | 'frozen'
      readonly proposing: Proposing
      readonly queue: readonly Queued[]
      /** The last note of each application. */
      readonly notes: ReadonlyMap<string, Note>
      readonly extras: readonly Extra[]
      /** Applications where one more opinion would matter most, nobody asked yet. */
      readonly near: readonly string[]
      readonly kept: ReadonlySet<string>
    }

/** The applications with the points as assessors gave them. */
export const candidatesAsGiven = async (
  { db }: Pick<Services, 'db'>,
  { id }: Pick<RoundInFund, 'id'>,
  { applications, scores }: Proposing,
): Promise<readonly Candidate[]> =>
  candidatesOf([...applications.values()], await submittedTimes(db, id), scores, 'original')

/** The applications that the meeting looks at, in their order, by the points as they were given. */
export const queueOf = (
  { sha256 }: Pick<Services, 'sha256'>,
  { proposal, rules, seal }: Proposing,
  asGiven: readonly Candidate[],
): readonly Queued[] =>
  moderationQueue(proposal.items, asGiven, rules.moderation, chanceHash(seal.document, sha256), sha256)

export async function readQueue(services: Services, round: RoundInFund, actor: Actor): Promise<ReadQueue> {
  const { db } = services
  const { closedAt, frozenAt } = await assessmentOf(db, round.id)
  if (closedAt === null) return { state: 'still-scoring' }
  const proposing = await readProposal(db, services, round)
  if (proposing === undefined) return { state: 'rules-not-sealed' }
  const { proposal, rules } = proposing
  const extras = await extrasOf(db, round.id)
  const asked = new Set(extras.map(({ applicationId }) => applicationId))
  const near = rules.moderation.extraAssessor ? proposal.items.filter(wantsExtra) : []
  return {
    state: frozenAt === null ? 'open' : 'frozen',
    proposing,
    queue: queueOf(services, proposing, await candidatesAsGiven(services, round, proposing)),
    notes: await lastNotes(db, round.id),
    extras,
    near: near.filter(({ id }) => !asked.has(id)).map(({ id }) => id),
    kept: await keptFrom(db, round, rules, actor),
  }
}

const lastNotes = async (db: Database, roundId: string): Promise<ReadonlyMap<string, Note>> =>
  new Map((await notesOf(db, roundId)).map((note) => [note.applicationId, note]))
