import { notFound } from '../../../core/errors.ts'
import type { PostedFields, Problem } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { toMatchMail } from '../experts-mail.messages.ts'
import { openPanel } from '../open-panel.ts'
import { numberIn, readPosted, textIn, textsIn } from '../read-posted.ts'
import { recordExpert } from '../record-expert.ts'
import { mailPlace, teamOf, writeTo } from '../write-to.ts'
import { askForm } from './ask-form.ts'
import { insertRequest } from './requests.store.ts'

export type AskProblem = { readonly code: 'field'; readonly problem: Problem } | { readonly code: 'not-searched' }

/**
 * Asks the expert panel of a fund, after looking whether it was answered before.
 *
 * @param asked.searched what was searched for
 * @returns the number of the question
 * @throws {NotFound} for anybody whose councils hold no accepted award of the fund
 */
export async function askExperts(
  services: Services,
  actor: Actor,
  {
    slug,
    fields,
    searched,
    at,
  }: { readonly slug: string; readonly fields: PostedFields; readonly searched: string; readonly at: Date },
): Promise<Result<number, AskProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, awards, actor: person } = await openPanel(tx, actor, slug)
    if (awards.length === 0) throw notFound('award')
    const { answers, problems } = readPosted(askForm(awards, isoDay(at)), fields)
    if (problems.length > 0) return refused(...problems.map((problem): AskProblem => ({ code: 'field', problem })))
    if (searched.trim() === '') return refused<AskProblem>({ code: 'not-searched' })
    const award = awards.length === 1 ? awards[0] : awards.find(({ reference }) => reference === answers.award)
    if (award === undefined) throw notFound('award')
    const id = services.newId()
    const [title, wantedOn] = [textIn(answers, 'title'), textIn(answers, 'wanted') || null]
    const number = await insertRequest(tx, {
      id,
      fundId: fund.id,
      applicationId: award.applicationId,
      organisationId: award.organisationId,
      title,
      words: textIn(answers, 'words'),
      serviceAreas: textsIn(answers, 'service-areas'),
      deliveryModels: textsIn(answers, 'delivery-models'),
      disciplines: textsIn(answers, 'disciplines'),
      wantedOn,
      hoursWanted: numberIn(answers, 'hours') || null,
      askedAt: at,
      by: person.personId,
    })
    const by = person.personId
    const facts = { number, reference: award.reference }
    await recordExpert(tx, { action: 'expert.asked', fundId: fund.id, by, at, on: ['expert-request', id], facts })
    const mail = (say: Say) =>
      say(toMatchMail)({ ...mailPlace(services, fund), number, title }, { asked: award.organisation })
    await writeTo(tx, services, fund, await teamOf(tx, fund), mail)
    return done(number)
  })
}
