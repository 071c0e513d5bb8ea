import { serviceAreas } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { deliveryModels } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { rolesOn } from '../../accounts/index.ts'
import type { RoundInFund, RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailEach } from '../awarding/mail-council.ts'
import { recordDoing } from '../record-doing.ts'
import { type ClosedProblem, holdBeforeClose } from './hold-before-close.ts'
import { joinedMail } from './invitation-mail.messages.ts'
import { endPanelMember, insertPanelMember, panelOf, type SaidOfMember, updatePanelMember } from './panel.store.ts'
import { halfDayOfSession, sessionsOf } from './sessions.store.ts'

export type PanelProblem =
  | { readonly code: 'member-missing'; readonly field: 'person' }
  | { readonly code: 'most-not-whole'; readonly field: 'most' }
  | ClosedProblem

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/** What the panel can know: what applications are about. */
export const panelSubjects: readonly string[] = [...serviceAreas, ...deliveryModels]

/**
 * Puts somebody with the role of panel member on the panel of a round.
 *
 * @throws {NotFound} if the round is not theirs to run
 */
export async function addPanelMember(
  services: Services,
  { actor, path, at, personId, chair }: Asked & { readonly personId: string; readonly chair: boolean },
): Promise<Result<undefined, PanelProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const asked = (await rolesOn(tx, round.fundId)).find(
      ({ role, person }) => role === 'panel-member' && person.id === personId,
    )
    if (asked === undefined) return refused<PanelProblem>({ code: 'member-missing', field: 'person' })
    await insertPanelMember(tx, { roundId: round.id, personId, chair, at, by: personIdOf(actor) })
    await recordDoing(tx, { round, actor, at }, 'panel.member-added', { personId, chair })
    const of = { round, origin: originForMail(services.config) }
    await mailEach(tx, services, round, [asked.person.email], {
      kind: 'panel-asked',
      words: (say) => say(joinedMail)(of),
    })
    return done(undefined)
  })
}

/** Ends somebody's part on the panel. What they scored stays. @throws {NotFound} as above, or if they are not on it */
export async function dropPanelMember(
  { db }: Services,
  { actor, path, at, personId }: Asked & { readonly personId: string },
): Promise<Result<undefined, PanelProblem>> {
  return await db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    await memberIn(tx, round.id, personId)
    await endPanelMember(tx, round.id, personId, at)
    await recordDoing(tx, { round, actor, at }, 'panel.member-ended', { personId })
    return done(undefined)
  })
}

export type MemberTyped = {
  readonly chair: boolean
  readonly expertise: readonly string[]
  readonly most: string
  readonly halfDays: readonly string[]
}

/**
 * Takes what a member knows and when they can come. They say it themselves, or the team says it for them; whether they chair
 * is the team's to say.
 *
 * @param personId of whom the team says it; undefined: of oneself
 * @throws {NotFound} if the round is not theirs, or the person not on its panel
 */
export async function saveMember(
  { db }: Services,
  { actor, path, at, personId, typed }: Asked & { readonly personId: string | undefined; readonly typed: MemberTyped },
): Promise<Result<undefined, PanelProblem>> {
  return await db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, personId === undefined ? 'interview:score' : 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const of = personId ?? personIdOf(actor) ?? ''
    const before = await memberIn(tx, round.id, of)
    const most = typed.most.trim()
    if (most !== '' && !/^[1-9]\d?$/.test(most)) return refused<PanelProblem>({ code: 'most-not-whole', field: 'most' })
    const said: SaidOfMember = {
      chair: personId === undefined ? before.chair : typed.chair,
      expertise: panelSubjects.filter((subject) => typed.expertise.includes(subject)),
      mostSessions: most === '' ? null : Number(most),
      halfDays: await known(tx, round, typed.halfDays),
    }
    await updatePanelMember(tx, { roundId: round.id, personId: of }, { ...said, at, by: personIdOf(actor) })
    const facts = { personId: of, chair: said.chair, mostSessions: said.mostSessions, halfDays: [...said.halfDays] }
    await recordDoing(tx, { round, actor, at }, 'panel.availability-said', facts)
    return done(undefined)
  })
}

/** The half-days among those in which there are sessions. */
export async function known(
  tx: Tx,
  round: Pick<RoundInFund, 'id'>,
  halfDays: readonly string[],
): Promise<readonly string[]> {
  const there = new Set((await sessionsOf(tx, round.id)).map(halfDayOfSession))
  return [...there].filter((halfDay) => halfDays.includes(halfDay))
}

/** @throws {NotFound} if this person is not on the panel */
export async function memberIn(db: Tx | Services['db'], roundId: string, personId: string) {
  const member = (await panelOf(db, roundId)).find((each) => each.personId === personId)
  if (member === undefined) throw notFound('panel member')
  return member
}
