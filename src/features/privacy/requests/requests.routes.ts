import { retentionRules, ruleName, type SubjectRequestTyped, subjectRequestKinds } from '../../../core/privacy/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { typedDayIn } from '../../../core/time/typed-day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { countByAddress, subjectOf } from '../anonymising/anonymising.store.ts'
import { asAdministrator } from '../as-administrator.ts'
import { sendHeld } from '../held/held.routes.ts'
import {
  anonymisePath,
  closeSubjectRequestPath,
  subjectDataPath,
  subjectRequestPath,
  subjectRequestsPath,
} from '../privacy.paths.ts'
import { privacyCrumbs, privacyPages } from '../privacy-navigation.ts'
import { closeSubjectRequest, forgetSubject, logSubjectRequest, openSubjectRequest } from './answer-request.ts'
import { requestPage } from './pages/request.ts'
import { requestsPage } from './pages/requests.ts'
import { forgetProblemText, keeperWords, requestKindWords, requestProblemText } from './requests.messages.ts'
import { subjectRequests } from './requests.store.ts'

/** What people ask of what is kept about them, and what they are answered. */
export const subjectRequestsRoutes = (services: Services): Route[] => [
  get(subjectRequestsPath, 'service:administer', async (ask) => await showRequests(services, ask, [])),
  post(subjectRequestsPath, 'service:administer', 'subject-request.logged', async (ask) => {
    const logged = { actor: ask.actor, typed: typedRequest(ask), at: ask.receivedAt }
    const result = await logSubjectRequest(services, logged)
    if (!result.ok) return await showRequests(services, ask, result.problems.map(requestProblemText))
    return seeOther(subjectRequestPath(result.value), { flash: 'It is logged.' })
  }),
  get(subjectRequestPath(':number'), 'service:administer', async (ask) => await showRequest(services, ask, [])),
  post(subjectDataPath(':number'), 'service:administer', 'person.data-exported', async (ask) => {
    const { personId } = await openSubjectRequest(services.db, ask.actor, param(ask, 'number'))
    return await sendHeld(services, ask, personId)
  }),
  post(closeSubjectRequestPath(':number'), 'service:administer', 'subject-request.closed', async (ask) => {
    const [number, answer] = [param(ask, 'number'), ask.form.text('answer')]
    const result = await closeSubjectRequest(services, { actor: ask.actor, number, answer, at: ask.receivedAt })
    if (!result.ok) return await showRequest(services, ask, [fieldText('answer', 'Say what was answered and when')])
    return seeOther(subjectRequestPath(number), { flash: 'It is closed.' })
  }),
  post(anonymisePath(':number'), 'service:administer', 'person.anonymised or subject-request.closed', async (ask) => {
    const [number, answer] = [param(ask, 'number'), ask.form.text('told')]
    const unsure = ask.form.line('sure') !== 'yes'
    if (unsure || answer.trim() === '')
      return await showRequest(services, ask, [
        ...(answer.trim() === '' ? [forgetProblemText({ code: 'answer-missing' })] : []),
        ...(unsure ? [fieldText('sure', 'Confirm that you have read what goes and what stays')] : []),
      ])
    const result = await forgetSubject(services, { actor: ask.actor, number, answer, at: ask.receivedAt })
    if (!result.ok) return await showRequest(services, ask, result.problems.map(forgetProblemText))
    return seeOther(subjectRequestPath(number), { flash: 'They are anonymous, and the request is closed.' })
  }),
]

const typedRequest = ({ form }: Ask): SubjectRequestTyped => ({
  kind: form.line('kind'),
  email: form.line('email'),
  received: typedDayIn(form, 'received'),
  identity: form.text('identity'),
})

const ruleNames: ReadonlyMap<string, string> = new Map(retentionRules.map((rule) => [rule.id, ruleName(rule)]))

type Errors = readonly FieldText[]

async function showRequests({ db }: Services, ask: Ask, errors: Errors): Promise<Answer> {
  asAdministrator(ask.actor)
  const today = isoDay(ask.receivedAt)
  const page = requestsPage({
    breadcrumbs: privacyCrumbs('Requests of people'),
    pages: privacyPages(subjectRequestsPath),
    requests: (await subjectRequests(db)).map(({ number, kind, email, dueOn, closedAt }) => ({
      href: subjectRequestPath(number),
      title: `Request ${number}`,
      email,
      kind: requestKindWords[kind],
      due: dayInWords(dueOn),
      state: closedAt !== null ? 'answered' : dueOn < today ? 'late' : 'open',
    })),
    kinds: subjectRequestKinds.map((value) => ({ value, text: requestKindWords[value] })),
    typed: typedRequest(ask),
    errors,
    action: subjectRequestsPath,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length === 0 ? 200 : 400 })
}

async function showRequest({ db }: Services, ask: Ask, errors: Errors): Promise<Answer> {
  const request = await openSubjectRequest(db, ask.actor, param(ask, 'number'))
  const { number, kind, email, closedAt } = request
  const subject = await subjectOf(db, request.personId, { today: isoDay(ask.receivedAt), request: request.id })
  const found = [...(await countByAddress(db, email))].filter(([, count]) => count > 0)
  const page = requestPage({
    breadcrumbs: [
      ...privacyCrumbs('Requests of people').slice(0, -1),
      { text: 'Requests of people', href: subjectRequestsPath },
      { text: `Request ${number}` },
    ],
    number,
    email,
    kind: requestKindWords[kind],
    received: dayInWords(request.receivedOn),
    due: dayInWords(request.dueOn),
    identity: request.identityNote,
    logged: `${request.loggedByName}, at ${ukTime(request.loggedAt)}`,
    closed: closedAt === null ? undefined : `${request.closedByName}, at ${ukTime(closedAt)}: ${request.answer}`,
    data: subjectDataPath(number),
    close: closeSubjectRequestPath(number),
    answer: ask.form.text('answer'),
    anonymise:
      kind !== 'erasure' || closedAt !== null
        ? undefined
        : {
            action: anonymisePath(number),
            told: ask.form.text('told'),
            keptBy: (subject?.keptBy ?? []).map((by) => keeperWords[by]),
            goes: found.map(([rule, count]) => `${ruleNames.get(rule) ?? rule}: ${count}`),
          },
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length === 0 ? 200 : 400 })
}
