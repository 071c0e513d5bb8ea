import type { Screened } from '../../../core/eligibility/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { FrozenApplication, FrozenBody } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { Organisation } from '../../accounts/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import { findScreened } from '../screening/find-screened.ts'
import { standInFor } from '../stand-in.ts'
import { readTaskList, type TaskList } from '../writing/read-task-list.ts'
import { freezeContent } from './freeze-content.ts'
import { type ShownContent, shownContent } from './shown-content.ts'

/** An application with what would be submitted if it were now. */
export type Check = {
  readonly list: TaskList
  readonly round: RoundInFund
  readonly lead: Organisation
  readonly standIn: Organisation
  readonly screened: Screened | undefined
  readonly content: FrozenApplication
  readonly shown: ShownContent
}

/**
 * All that is looked at before submitting.
 *
 * @throws {NotFound} if the application is not this person's to read
 */
export async function readCheck({ db, sha256 }: Services, actor: Actor, reference: string, at: Date): Promise<Check> {
  const list = await readTaskList(db, actor, reference, at)
  const { application, organisations, version, answers } = list
  const round = await roundById(db, application.roundId)
  const lead = organisations.get(application.leadId)
  if (round === undefined || lead === undefined) throw notFound('round')
  const standIn = await standInFor(db, actor, lead, at)
  const { illustrative } = application
  const partners = acceptedOf(list)
  const screened = await findScreened(db, round, application.id)
  const given = { reference, illustrative, round, lead, standIn, partners, version, answers, screened }
  const content = await freezeContent(db, given)
  return { list, round, lead, standIn, screened, content, shown: shownContent(content, application.answers, sha256) }
}

/** The partners that a submission now would name. */
const acceptedOf = ({ partners, organisations }: TaskList): readonly FrozenBody[] =>
  partners
    .filter(({ state }) => state === 'accepted')
    .map(({ organisationId: id }) => ({ id, name: organisations.get(id)?.name ?? id }))
