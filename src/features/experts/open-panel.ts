import { notFound } from '../../core/errors.ts'
import { type Actor, may, organisationsOf, type SignedIn } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type AcceptedAward, acceptedAwardsOf } from '../decisions/index.ts'
import { type Fund, fundBySlug } from '../funds/index.ts'
import { type Expert, expertOfPerson } from './people/experts.store.ts'

export type OpenedPanel = {
  readonly actor: SignedIn
  readonly fund: Fund
  /** This person as an expert of the fund, if they are invited to its panel or on it. */
  readonly expert: Expert | undefined
  /** The awards of the fund that councils of this person have accepted. */
  readonly awards: readonly AcceptedAward[]
  readonly runs: boolean
  readonly reads: boolean
}

/**
 * The expert panel of a fund, for its experts, for people of councils with an accepted award, and for whoever runs or reads the
 * fund.
 *
 * @throws {NotFound} for anybody else
 */
export async function openPanel(db: Database | Tx, actor: Actor, slug: string): Promise<OpenedPanel> {
  const fund = await fundBySlug(db, slug)
  if (actor.kind !== 'person' || fund === undefined) throw notFound('panel')
  const known = await expertOfPerson(db, fund.id, actor.personId)
  const expert = known?.standing === 'ended' ? undefined : known
  const awards = (await acceptedAwardsOf(db, organisationsOf(actor))).filter(({ fundId }) => fundId === fund.id)
  const runs = may(actor, 'experts:run', fund.id)
  const reads = may(actor, 'experts:read', fund.id)
  if (expert === undefined && awards.length === 0 && !reads) throw notFound('panel')
  return { actor, fund, expert, awards, runs, reads }
}

/** The panel for one of its experts, or of those who are invited. @throws {NotFound} for anybody else */
export async function openOwn(
  db: Database | Tx,
  actor: Actor,
  slug: string,
): Promise<OpenedPanel & { readonly expert: Expert }> {
  const opened = await openPanel(db, actor, slug)
  if (opened.expert === undefined) throw notFound('expert')
  return { ...opened, expert: opened.expert }
}

/** The panel for those who read the answers of the cohort: as {@link openPanel}, but experts only once they are ready. */
export async function openCohort(db: Database | Tx, actor: Actor, slug: string): Promise<OpenedPanel> {
  const opened = await openPanel(db, actor, slug)
  if (opened.expert?.standing !== 'ready' && opened.awards.length === 0 && !opened.reads) throw notFound('panel')
  return opened
}
