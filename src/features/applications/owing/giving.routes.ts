import type { IsoDay } from '../../../core/time/day.ts'
import { isUntyped, readTypedDay, typedDay, typedDayIn } from '../../../core/time/typed-day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath, colleaguesPath, givePath, giveQuestionPath, owesPath } from '../applications.paths.ts'
import type { Assignable } from './find-assignable.ts'
import { giveToWriter } from './give-to-writer.ts'
import { forWords, type GivingProblem, givenFlash, givingProblemText } from './owing.messages.ts'
import { givePage } from './pages/give.ts'
import { type Giving, readGiving } from './read-giving.ts'

const ofPage = '/applications/:reference/pages/:page/give'
const ofQuestion = '/applications/:reference/questions/:question/give'

const page = (ask: Ask): Assignable => ({ kind: 'page', id: param(ask, 'page') })
const question = (ask: Ask): Assignable => ({ kind: 'question', id: param(ask, 'question') })

/** Giving a page, or one question of it, to somebody who writes. */
export const givingRoutes = (services: Services): Route[] => [
  get(ofPage, 'application:write', async (ask) => await showGive(services, ask, page(ask), [])),
  post(ofPage, 'application:write', 'application.page-given', async (ask) => await give(services, ask, page(ask))),
  get(ofQuestion, 'application:write', async (ask) => await showGive(services, ask, question(ask), [])),
  post(
    ofQuestion,
    'application:write',
    'application.question-given',
    async (ask) => await give(services, ask, question(ask)),
  ),
]

async function give(services: Services, ask: Ask, given: Assignable): Promise<Answer> {
  const reference = param(ask, 'reference')
  const person = ask.form.line('person')
  const result = await giveToWriter(services, ask.actor, {
    reference,
    given,
    personId: person === '' ? undefined : person === 'nobody' ? '' : person,
    dueOn: dueIn(ask),
    receivedAt: ask.receivedAt,
  })
  if (!result.ok) return await showGive(services, ask, given, result.problems)
  return seeOther(owesPath(reference), { flash: givenFlash(given.kind, result.value) })
}

/** The day typed; null for none, undefined for what is no day. */
function dueIn({ form }: Ask): IsoDay | null | undefined {
  const typed = typedDayIn(form, 'due')
  return isUntyped(typed) ? null : readTypedDay(typed)
}

async function showGive(
  services: Services,
  ask: Ask,
  given: Assignable,
  problems: readonly GivingProblem[],
): Promise<Answer> {
  const reference = param(ask, 'reference')
  const giving = await readGiving(services.db, ask.actor, { reference, given, at: ask.receivedAt })
  const { place, now, ofPage: pageIsFor } = giving
  const refused = problems.length > 0
  if (giving.submitted && !refused) return seeOther(applicationPath(reference))
  return show(
    givePage({
      reference,
      illustrative: giving.illustrative,
      ...(place.question === undefined
        ? { kind: 'page', title: place.page.title, questions: questionsOf(giving, reference) }
        : { kind: 'question', title: place.question.label, page: place.page.title, pageIsFor: pageIsFor?.name ?? '' }),
      people: giving.writers.map(({ personId, name, email, organisation }) => ({
        id: personId,
        name,
        organisation,
        email: name === email ? '' : email,
      })),
      chosen: refused ? ask.form.line('person') : (now?.personId ?? 'nobody'),
      due: refused ? typedDayIn(ask.form, 'due') : typedDay(now?.dueOn ?? null),
      errors: problems.map((problem) => givingProblemText(problem, given.kind)),
      action: given.kind === 'page' ? givePath(reference, given.id) : giveQuestionPath(reference, given.id),
      back: owesPath(reference),
      colleagues: colleaguesPath(reference),
      csrf: ask.csrf,
    }),
    { status: refused ? 400 : 200 },
  )
}

const questionsOf = ({ questions, given }: Giving, reference: string) =>
  questions.map(({ id, label }) => {
    const own = given.questions.get(id)
    return {
      label,
      who: own === undefined ? '' : forWords(own.name, own.dueOn),
      giveHref: giveQuestionPath(reference, id),
    }
  })
