import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Gate, type GateAnswer, type GateTyped, gatesOf, gateWarnings } from '../../../core/rules/index.ts'
import { typedDay, typedDayIn } from '../../../core/time/typed-day.ts'
import { seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { Words } from '../fields.messages.ts'
import { findRound, type RoundPath } from '../find-round.ts'
import { gatePath, manageRoundPath, roundPagePath } from '../funds.paths.ts'
import { answerGate } from './answer-gate.ts'
import { cancelRound } from './cancel-round.ts'
import { cancelPage } from './pages/cancel.ts'
import { gatePage, gatesPage } from './pages/gates.ts'
import { cancelProblemWords, gateProblemWords, startsEarlyText } from './sealing.messages.ts'
import { gateAnswersOf } from './sealing.store.ts'
import type { SealingSeams } from './sealing-seams.ts'

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const typedIn = (form: FormBody): GateTyped => ({
  state: form.line('state'),
  statement: form.text('statement'),
  evidenceUrl: form.line('evidence-url'),
  owner: form.line('owner'),
  on: typedDayIn(form, 'on'),
})

const typedAgain = (answer: GateAnswer | undefined): GateTyped => ({
  state: answer?.state ?? '',
  statement: answer?.statement ?? '',
  evidenceUrl: answer?.evidenceUrl ?? '',
  owner: answer?.owner ?? '',
  on: typedDay(answer?.on ?? null),
})

function gateIn(ask: Ask, awardType: Parameters<typeof gatesOf>[0]): Gate {
  const gate = gatesOf(awardType).find(({ id }) => id === param(ask, 'gate'))
  if (gate === undefined) throw notFound('gate')
  return gate
}

async function gateForm(
  services: Services,
  ask: Ask,
  typed: GateTyped | undefined,
  errors: readonly Words[],
  status: number,
) {
  const path = pathOf(ask)
  const round = await findRound(services.db, ask.actor, 'fund:edit', path)
  const gate = gateIn(ask, round.fund.awardType)
  const answer = (await gateAnswersOf(services.db, round.id)).find((each) => each.gate === gate.id)
  const action = gatePath(path.fundSlug, path.roundSlug, gate.id)
  const page = gatePage({ round, gate, typed: typed ?? typedAgain(answer), errors, action, csrf: ask.csrf })
  return show(page, { status })
}

async function cancelForm(
  services: Services,
  { writersOf }: SealingSeams,
  ask: Ask,
  { reason, errors, status }: { reason: string; errors: readonly Words[]; status: number },
) {
  const path = pathOf(ask)
  const round = await findRound(services.db, ask.actor, 'fund:edit', path)
  const people = new Set((await writersOf(services.db, round.id)).map(({ personId }) => personId))
  const action = roundPagePath(path.fundSlug, path.roundSlug, 'cancel')
  return show(cancelPage({ round, writers: people.size, reason, errors, action, csrf: ask.csrf }), { status })
}

/** The gates of a round, and calling it off. */
export function gateRoutes(services: Services, seams: SealingSeams): Route[] {
  return [
    get('/manage/funds/:fund/:round/gates', 'fund:read', async (ask) => {
      const round = await findRound(services.db, ask.actor, 'fund:read', pathOf(ask))
      const answers = await gateAnswersOf(services.db, round.id)
      const { awardType } = round.fund
      const page = gatesPage({
        round,
        gates: gatesOf(awardType).map((gate) => ({ gate, answer: answers.find((each) => each.gate === gate.id) })),
        warnings: gateWarnings(awardType, answers, round).map(({ startsOn, earliestOn }) =>
          startsEarlyText(startsOn, earliestOn),
        ),
        mayEdit: may(ask.actor, 'fund:edit', round.fundId),
      })
      return show(page)
    }),
    get('/manage/funds/:fund/:round/gates/:gate', 'fund:edit', async (ask) =>
      gateForm(services, ask, undefined, [], 200),
    ),
    post('/manage/funds/:fund/:round/gates/:gate', 'fund:edit', 'round.gate-answered', async (ask) => {
      const path = pathOf(ask)
      const typed = typedIn(ask.form)
      const request = { actor: ask.actor, path, gateId: param(ask, 'gate'), typed, at: ask.receivedAt }
      const result = await answerGate(services, request)
      if (!result.ok) return gateForm(services, ask, typed, result.problems.map(gateProblemWords), 400)
      return seeOther(roundPagePath(path.fundSlug, path.roundSlug, 'gates'), { flash: 'The answer is saved.' })
    }),
    get('/manage/funds/:fund/:round/cancel', 'fund:edit', async (ask) =>
      cancelForm(services, seams, ask, { reason: '', errors: [], status: 200 }),
    ),
    post('/manage/funds/:fund/:round/cancel', 'fund:edit', 'round.cancelled', async (ask) => {
      const path = pathOf(ask)
      const reason = ask.form.text('reason')
      const confirmed = ask.form.line('confirm') === 'yes'
      const { actor, origin, receivedAt: at } = ask
      const result = await cancelRound(services, seams, { actor, path, reason, confirmed, origin, at })
      if (!result.ok) {
        const errors = result.problems.map(cancelProblemWords)
        return cancelForm(services, seams, ask, { reason, errors, status: 400 })
      }
      const { told } = result.value
      return seeOther(manageRoundPath(path.fundSlug, path.roundSlug), {
        flash: `The round is cancelled. ${told === 1 ? '1 person is' : `${told} people are`} told by email.`,
      })
    }),
  ]
}
