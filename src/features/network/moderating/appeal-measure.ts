import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { programmeTeamOf } from '../../accounts/index.ts'
import { type Fund, findFund, fundBySlug } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { type Measure, measureById, saveAppeal, saveAppealAnswer } from './measures.store.ts'
import { moderationPath, ownMeasurePath } from './moderating.paths.ts'
import { appealAnsweredMail, appealMail } from './moderating-mail.messages.ts'
import { type ReasonProblem, readReason } from './report-post.ts'
import { type ByModerator, mayAppeal } from './take-measure.ts'

export type AppealProblem =
  | ReasonProblem
  | { readonly code: 'appealed-already' | 'nothing-to-answer' | 'decided-by-you' }

type OwnMeasure = { readonly actor: Actor; readonly fund: string; readonly measure: string; readonly at: Date }

/** A measure for whom it is about, member or not any more. @throws {NotFound} for everybody else */
export async function openOwnMeasure(
  db: Database | Tx,
  { actor, fund: slug, measure: id }: OwnMeasure,
): Promise<{ readonly fund: Fund; readonly measure: Measure }> {
  const fund = await fundBySlug(db, slug)
  const measure = await measureById(db, id)
  const own = actor.kind === 'person' && measure?.personId === actor.personId
  if (fund === undefined || measure === undefined || measure.fundId !== fund.id || !own) throw notFound('measure')
  return { fund, measure }
}

/** Asks for a measure to be looked at again, once. @throws {NotFound} for everybody but whom it is about */
export async function appealMeasure(
  services: Services,
  asked: OwnMeasure & { readonly words: string },
): Promise<Result<undefined, AppealProblem>> {
  const words = readReason(asked.words)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, measure } = await openOwnMeasure(tx, asked)
    if (!mayAppeal(measure)) return refused({ code: 'appealed-already' })
    if (!words.ok) return words
    if (!(await saveAppeal(tx, measure.id, words.value, asked.at))) return refused({ code: 'appealed-already' })
    await recordAppeal(tx, measure, 'network.appealed', measure.personId, asked.at)
    const link = `${originForMail(services.config)}${moderationPath(fund.slug)}`
    for (const to of await programmeTeamOf(tx, fund.id))
      await queueInNetwork(tx, services, fund, {
        kind: 'network.appealed',
        to,
        words: (say) => say(appealMail)(measure.person, words.value, link),
      })
    return done(undefined)
  })
}

/**
 * Answers an appeal: by somebody of the team who did not decide, where there is one.
 *
 * @throws {NotFound} for no such measure, and for who does not run the network
 */
export async function answerAppeal(
  services: Services,
  asked: ByModerator & { readonly measure: string; readonly words: string },
): Promise<Result<undefined, AppealProblem>> {
  const words = readReason(asked.words)
  return await services.db.transaction().execute(async (tx) => {
    const fund = await findFund(tx, asked.actor, 'network:run', asked.fund)
    const measure = await measureById(tx, asked.measure)
    if (measure === undefined || measure.fundId !== fund.id) throw notFound('measure')
    const team = await programmeTeamOf(tx, fund.id)
    if (measure.takenBy === asked.personId && team.some(({ id }) => id !== asked.personId))
      return refused({ code: 'decided-by-you' })
    if (!words.ok) return words
    if (!(await saveAppealAnswer(tx, measure.id, words.value, asked.at, asked.personId)))
      return refused({ code: 'nothing-to-answer' })
    await recordAppeal(tx, measure, 'network.appeal-answered', asked.personId, asked.at)
    const link = `${originForMail(services.config)}${ownMeasurePath(fund.slug, measure.id)}`
    await queueInNetwork(tx, services, fund, {
      kind: 'network.moderated',
      to: { id: measure.personId, email: measure.email },
      words: (say) => say(appealAnsweredMail)(fund.name, words.value, link),
    })
    return done(undefined)
  })
}

const recordAppeal = async (tx: Tx, { id, fundId }: Measure, action: string, by: string, at: Date): Promise<void> =>
  await recordInNetwork(tx, { action, fundId, by, objectType: 'network-measure', objectId: id, at })
