import { notFound } from '../../../core/errors.ts'
import { type Answer, attachment, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { fileFormRoutes, openFile } from '../../files/index.ts'
import { filesTaken } from '../delivering/send-delivery.ts'
import { readAnswerTyped, readDayTyped } from '../orders/typed-terms.ts'
import { openPackage } from '../packages/open-package.ts'
import { packageAddresses, packageAsked, packageHome } from '../packages/package-address.routes.ts'
import { answerClaim, payClaim } from './answer-claim.ts'
import {
  claimAnswerText,
  claimProblemText,
  conditionProblemText,
  paymentProblemText,
  returnProblemText,
  signProblemText,
  takeBackProblemText,
  yearEndProblemText,
} from './grant-problems.messages.ts'
import { shownStatement } from './grants.messages.ts'
import { instalmentsRoutes } from './instalments.routes.ts'
import { meetCondition } from './meet-condition.ts'
import { recordReturn } from './record-return.ts'
import { reviewYear } from './review-year.ts'
import { sendClaim } from './send-claim.ts'
import { showGrant } from './show-grant.routes.ts'
import { signStatement } from './sign-statement.ts'
import { takeBackClaim } from './take-back-claim.ts'

const { managed, own } = packageAddresses

/** Grants: claimed and accounted for by the council, approved, paid and reviewed by the programme team. */
export const grantsRoutes = (services: Services): Route[] => [
  ...instalmentsRoutes(services),
  ...claimsRoutes(services),
  ...settlingRoutes(services),
  get(`${managed}/files/:file`, 'support:read', (ask) => evidence(services, ask)),
  get(`${own}/files/:file`, 'support:work', (ask) => evidence(services, ask)),
]

const claimsRoutes = (services: Services): Route[] => [
  ...fileFormRoutes(services, {
    path: `${own}/instalments/:number/claims`,
    permission: 'support:work',
    audit: 'grant.claimed',
    input: 'files',
    ...filesTaken,
    sender: async (ask) => {
      const { award, actor } = await openPackage(services.db, ask.actor, { ...packageAsked(ask), does: true })
      if (award.type !== 'grant') throw notFound('grant')
      return { owner: { type: 'support', id: award.reference }, by: actor.personId, fundId: award.fundId }
    },
    handler: async (ask, sent) => {
      const instalment = numberIn(ask)
      const typed = { pounds: ask.form.line('claim'), what: ask.form.text('claim-what') }
      const result = await sendClaim(services, ask.actor, { ...packageAsked(ask), instalment, typed, sent })
      if (result.ok) return back(ask, 'The claim is sent to the programme team.')
      return await wrong(services, ask, `claim-${instalment}`, result.problems.map(claimProblemText))
    },
  }),
  post(`${own}/claims/:number/take-back`, 'support:work', 'grant.claim-taken-back', async (ask) => {
    const asked = { ...packageAsked(ask), number: numberIn(ask), reason: ask.form.text('take-back-reason') }
    const result = await takeBackClaim(services, ask.actor, asked)
    if (result.ok) return back(ask, 'The claim is taken back. The programme team is told.')
    return await wrong(services, ask, `take-back-${asked.number}`, result.problems.map(takeBackProblemText))
  }),
  post(`${managed}/instalments/:number/condition`, 'support:run', 'grant.condition-met', async (ask) => {
    const asked = { ...packageAsked(ask), instalment: numberIn(ask), reason: ask.form.line('condition-reason') }
    const result = await meetCondition(services, ask.actor, asked)
    if (result.ok) return back(ask, 'Saved. We have told the council.')
    return await wrong(services, ask, `condition-${asked.instalment}`, result.problems.map(conditionProblemText))
  }),
  post(`${managed}/claims/:number/answers`, 'support:run', 'grant.claim-answered', async (ask) => {
    const asked = { ...packageAsked(ask), number: numberIn(ask), typed: readAnswerTyped(ask.form) }
    const result = await answerClaim(services, ask.actor, asked)
    if (result.ok) return back(ask, 'Saved.')
    return await wrong(services, ask, `answer-${asked.number}`, result.problems.map(claimAnswerText))
  }),
  post(`${managed}/claims/:number/paid`, 'support:run', 'grant.paid', async (ask) => {
    const typed = { paid: readDayTyped(ask.form, 'paid'), reference: ask.form.line('reference') }
    const asked = { ...packageAsked(ask), number: numberIn(ask), typed }
    const result = await payClaim(services, ask.actor, asked)
    if (result.ok) return back(ask, 'The payment is recorded. We have told the council.')
    return await wrong(services, ask, `paid-${asked.number}`, result.problems.map(paymentProblemText))
  }),
]

const settlingRoutes = (services: Services): Route[] => [
  post(`${managed}/returns`, 'support:run', 'grant.returned', async (ask) => {
    const { form } = ask
    const typed = {
      pounds: form.line('returned'),
      on: readDayTyped(form, 'returned-on'),
      reference: form.line('return-reference'),
      reason: form.line('return-reason'),
    }
    const result = await recordReturn(services, ask.actor, { ...packageAsked(ask), typed })
    if (result.ok) return back(ask, 'Recorded. We have told the council.')
    return await wrong(services, ask, 'return', result.problems.map(returnProblemText))
  }),
  post(`${own}/statements`, 'support:work', 'grant.use-stated', async (ask) => {
    const { form } = ask
    const typed = {
      until: readDayTyped(form, 'until'),
      spent: form.line('spent'),
      what: form.text('spent-what'),
      lessBecause: form.text('less-because'),
      name: form.line('name'),
      jobTitle: form.line('job-title'),
      agreed: form.line('agreed') === 'yes',
    }
    const asked = { ...packageAsked(ask), typed, statement: form.line('statement'), shownStatement }
    const result = await signStatement(services, ask.actor, asked)
    if (result.ok) return back(ask, 'You have signed. We have told the programme team.')
    return await wrong(services, ask, 'statement', result.problems.map(signProblemText))
  }),
  post(`${managed}/year-ends`, 'support:run', 'grant.year-reviewed', async (ask) => {
    const { form } = ask
    const typed = {
      year: form.line('year'),
      ledger: form.line('ledger'),
      finding: form.line('finding'),
      reason: form.text('year-reason'),
    }
    const result = await reviewYear(services, ask.actor, { ...packageAsked(ask), typed })
    if (result.ok) return back(ask, 'The review is saved. We have told the council.')
    return await wrong(services, ask, 'year', result.problems.map(yearEndProblemText))
  }),
]

const numberIn = (ask: Ask): number => Number(param(ask, 'number'))

const back = (ask: Ask, flash: string): Answer => seeOther(packageHome(packageAsked(ask)), { flash })

/** The grant with what is wrong with what was sent. */
async function wrong(services: Services, ask: Ask, form: string, errors: readonly FieldText[]): Promise<Answer> {
  const opened = await openPackage(services.db, ask.actor, { ...packageAsked(ask), does: false })
  return await showGrant(services, ask, opened, { form, errors })
}

/** A file of a claim. */
async function evidence(services: Services, ask: Ask): Promise<Answer> {
  const { award } = await openPackage(services.db, ask.actor, { ...packageAsked(ask), does: false })
  return attachment(await openFile(services, { type: 'support', id: award.reference }, param(ask, 'file')))
}
