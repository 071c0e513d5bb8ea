import {
  mayFollow,
  type ReturnMonths,
  type ReturnState,
  type ReturnStep,
  returnStandings,
} from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import type { BenefitAward } from '../awards.store.ts'
import { type BenefitNeed, holdBenefits } from '../open-benefits.ts'
import { recordBenefits } from '../record-benefits.ts'
import { aboutReturn, mailAboutReturn } from './mail-about-return.ts'
import { acceptedMail, questionedMail, type ReturnProblem, returnSentBackMail, sentMail } from './returning.messages.ts'
import { insertStep, returnsOf } from './returns.store.ts'

/** Who takes which step. */
const takenBy: Readonly<Record<Exclude<ReturnStep, 'questioned'>, BenefitNeed>> = {
  confirmed: 'confirm',
  sent: 'write',
  accepted: 'run',
  published: 'run',
}

/** Who asks back about a version: its finance before it confirms it, and the programme team once it is sent. */
const asksBack = (state: ReturnState | undefined): BenefitNeed => (state === 'frozen' ? 'confirm' : 'run')

const mostCharacters = 2000

type Asked = {
  readonly reference: string
  readonly months: ReturnMonths
  readonly step: ReturnStep
  /** The question that is asked back; not read for other steps. */
  readonly question: string
  /** The version that was shown. */
  readonly number: number
  readonly at: Date
}

/**
 * Goes on with a return: finance confirms it or asks back, the council sends it, the programme team asks back, accepts or
 * publishes it.
 *
 * @throws {NotFound} if this person does not take such steps
 */
export async function moveReturn(
  services: Services,
  actor: Actor,
  { reference, months, step, question, number, at }: Asked,
): Promise<Result<null, ReturnProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdBenefits(tx, { actor, reference, need: 'read', at })
    const { award, may } = opened
    if (!(step === 'questioned' ? may.confirm || may.run : may[takenBy[step]])) throw notFound('award')
    const standings = returnStandings(award.acceptedOn, await returnsOf(tx, [award.id]), isoDay(at))
    const standing = standings.find((each) => each.months === months)
    const last = standing?.last
    if (last === undefined || last.number !== number || standing === undefined || !mayFollow(step, standing.state))
      return refused({ code: 'not-now' })
    if (step === 'questioned' && !may[asksBack(standing.state)]) return refused({ code: 'not-now' })
    if (step === 'confirmed' && last.frozenBy === opened.actor.personId) return refused({ code: 'own' })
    if (step === 'questioned' && question === '')
      return refused({ code: standing.state === 'frozen' ? 'fault-missing' : 'question-missing' })
    if (step === 'questioned' && question.length > mostCharacters) return refused({ code: 'question-too-long' })
    const said = step === 'questioned' ? question : ''
    await insertStep(tx, last, { step, said, at, by: opened.actor.personId })
    await recordBenefits(tx, opened, { action: 'benefits.return-moved', at, facts: { months, number, step } })
    await tell(tx, services, award, { months, step, question, byFinance: standing.state === 'frozen' })
    return done(null)
  })
}

async function tell(
  tx: Tx,
  services: Services,
  award: BenefitAward,
  { months, step, question, byFinance }: Pick<Asked, 'months' | 'step' | 'question'> & { readonly byFinance: boolean },
): Promise<void> {
  const about = aboutReturn(services, award, months)
  if (step === 'sent')
    await mailAboutReturn(tx, services, award, {
      to: 'team',
      kind: 'benefits.return-sent',
      words: (say) => say(sentMail)(about),
    })
  if (step === 'questioned') {
    const message = (say: Say) => say(byFinance ? returnSentBackMail : questionedMail)(about, question)
    await mailAboutReturn(tx, services, award, { to: 'council', kind: 'benefits.return-questioned', words: message })
  }
  if (step === 'accepted')
    await mailAboutReturn(tx, services, award, {
      to: 'council',
      kind: 'benefits.return-accepted',
      words: (say) => say(acceptedMail)(about),
    })
}
