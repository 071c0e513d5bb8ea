import { may } from '../../../core/permissions/index.ts'
import {
  type DraftTyped,
  exemptions,
  isDisclosable,
  isLate,
  lawOf,
  mostExemptions,
  outcomesOf,
  requestState,
} from '../../../core/requests/index.ts'
import { dayInWords, type IsoDay, isoDay } from '../../../core/time/day.ts'
import { typedDayIn } from '../../../core/time/typed-day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { manageApplicationPath } from '../../applications/index.ts'
import { decisionsPath } from '../../decisions/index.ts'
import { roundCrumbs } from '../../funds/index.ts'
import { clearDraft, recordAnswer, saveDraft } from './answer-request.ts'
import { askBack, hearBack } from './ask-back.ts'
import { shownExtensions, typedExtension } from './describe-extensions.ts'
import { extendRequest } from './extend-request.ts'
import { extendedUnder, extendProblemText } from './extensions.messages.ts'
import { giveRequest, teamOf } from './give-request.ts'
import { acknowledgementLetter, answerLetter } from './letters.messages.ts'
import { type OpenedRequest, openRequest } from './open-request.ts'
import { requestPage, type ShownDraft } from './pages/request.ts'
import { subjectLinks } from './pages/subject-links.ts'
import { pathOf } from './path-of.routes.ts'
import { publishDisclosure } from './publish-disclosure.ts'
import { citedWords } from './request-rows.ts'
import {
  answeringProblemText,
  askBackProblemText,
  disclosureProblemText,
  draftProblemText,
  dueWords,
  kindWords,
  notClearedText,
  outcomeWords,
  stateTags,
} from './requests.messages.ts'
import { requestPath, requestsPath } from './requests.paths.ts'
import type { KeptDraft } from './requests.store.ts'
import { shownQuestions } from './shown-questions.ts'

const one = '/manage/funds/:fund/:round/requests/:number'
const places = Array.from({ length: mostExemptions }, (_, place) => place)

/** One request: drafting, clearing and sending its answer, and what of it is published. */
export const requestRoutes = (services: Services): Route[] => [
  get(one, 'application:list', async (ask) => await showRequest(services, ask, [])),
  post(`${one}/drafts`, 'request:answer', 'request.drafted', async (ask) => {
    const result = await saveDraft(services, ask.actor, { ...of(ask), typed: typedDraft(ask), shown: shownIn(ask) })
    return result.ok
      ? back(ask, `Draft ${result.value} is saved. A second person clears it.`)
      : await showRequest(services, ask, result.problems.map(draftProblemText))
  }),
  post(`${one}/clear`, 'request:answer', 'request.cleared', async (ask) => {
    const result = await clearDraft(services, ask.actor, { ...of(ask), shown: shownIn(ask) })
    return result.ok
      ? back(ask, 'The draft is cleared for sending.')
      : await showRequest(services, ask, result.problems.map(answeringProblemText))
  }),
  post(`${one}/answer`, 'request:answer', 'request.answered', async (ask) => {
    const result = await recordAnswer(services, ask.actor, { ...of(ask), on: typedDayIn(ask.form, 'answered') })
    return result.ok
      ? back(ask, 'It is recorded as answered.')
      : await showRequest(services, ask, result.problems.map(answeringProblemText))
  }),
  post(`${one}/ask-back`, 'request:answer', 'request.asked-back', async (ask) => {
    const typed = { question: ask.form.text('question'), on: typedDayIn(ask.form, 'asked') }
    const result = await askBack(services, ask.actor, { ...of(ask), typed })
    return result.ok
      ? back(ask, 'The question is recorded. No time runs until the answer comes.')
      : await showRequest(services, ask, result.problems.map(askBackProblemText))
  }),
  post(`${one}/hear-back`, 'request:answer', 'request.heard-back', async (ask) => {
    const result = await hearBack(services, ask.actor, { ...of(ask), on: typedDayIn(ask.form, 'heard') })
    return result.ok
      ? back(ask, `It is recorded. The request is due on ${dayInWords(result.value.dueOn)}.`)
      : await showRequest(services, ask, result.problems.map(askBackProblemText))
  }),
  post(`${one}/extend`, 'request:answer', 'request.extended', async (ask) => {
    const result = await extendRequest(services, ask.actor, { ...of(ask), typed: typedExtension(ask) })
    return result.ok
      ? back(ask, `It is due on ${dayInWords(result.value)}. Send the letter to the requester today.`)
      : await showRequest(services, ask, result.problems.map(extendProblemText))
  }),
  post(`${one}/publish`, 'request:answer', 'request.published', async (ask) => {
    const typed = { asked: ask.form.text('published-asked'), answer: ask.form.text('published-answer') }
    const result = await publishDisclosure(services, ask.actor, { ...of(ask), typed })
    return result.ok
      ? back(ask, 'It is in the disclosure log.')
      : await showRequest(services, ask, result.problems.map(disclosureProblemText))
  }),
  post(`${one}/owner`, 'request:answer', 'request.given', async (ask) => {
    const result = await giveRequest(services, ask.actor, { ...of(ask), personId: ask.form.line('owner') })
    if (result.ok) return back(ask, `${result.value.name} answers for it.`)
    const problem = { field: 'owner', text: 'Select somebody of the programme team', href: '#owner' }
    return await showRequest(services, ask, [problem])
  }),
]

const of = (ask: Ask) => ({ path: pathOf(ask), number: Number(param(ask, 'number')), at: ask.receivedAt })

const addressOf = (ask: Ask): string =>
  requestPath(param(ask, 'fund'), param(ask, 'round'), Number(param(ask, 'number')))

const back = (ask: Ask, flash: string): Answer => seeOther(addressOf(ask), { flash })

/** The number of the draft that the page showed. */
const shownIn = ({ form }: Ask): number => Number(form.line('shown'))

const typedDraft = ({ form }: Ask): DraftTyped => ({
  outcome: form.line('outcome'),
  answer: form.text('answer'),
  claimed: places.map((place) => ({
    id: form.line(`exemption-${place}`),
    reason: form.text(`reason-${place}`),
    publicInterest: form.text(`interest-${place}`),
  })),
})

async function showRequest({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const opened = await openRequest(db, ask.actor, 'application:list', of(ask))
  const { round, request } = opened
  const { fund, slug } = round
  const answers = may(ask.actor, 'request:answer', round.fundId)
  const drafts = request.draftsKept.map(shownDraft)
  const team = await teamOf(db, round.fundId)
  return show(
    requestPage({
      illustrative: round.illustrative,
      breadcrumbs: [...roundCrumbs(round), { text: 'Requests for information', href: requestsPath(fund.slug, slug) }],
      title: `Request ${request.number}`,
      state: stateTags[requestState(request)],
      late: isLate(request, isoDay(ask.receivedAt)),
      facts: factsOf(opened),
      asked: request.text,
      give: answers
        ? {
            action: `${addressOf(ask)}/owner`,
            team: team.map(({ id, name }) => ({ value: id, text: name })),
            owner: request.ownerId,
          }
        : undefined,
      last: drafts.at(-1),
      earlier: drafts.slice(0, -1),
      ...(answers ? toDo(ask, opened, team) : nothingToDo),
      letters: answers ? lettersOf(opened, isoDay(ask.receivedAt)) : noLetters,
      questions: shownQuestions(ask, opened, answers ? addressOf(ask) : undefined),
      moreTime: shownExtensions(ask, opened, answers ? addressOf(ask) : undefined),
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}

function factsOf(opened: OpenedRequest) {
  const { request } = opened
  return [
    { name: 'Kind', value: kindWords[request.kind] },
    { name: 'From', value: request.from },
    { name: 'Received on', value: dayInWords(request.receivedOn) },
    {
      name: 'Due on',
      value:
        request.waitsSince === null
          ? `${dayInWords(request.dueOn)}. ${(request.extendedOn === null ? undefined : extendedUnder[request.kind]) ?? dueWords[request.kind]}`
          : `No time runs since ${dayInWords(request.waitsSince)}: a question back waits for its answer`,
    },
    { name: 'Answers for it', value: request.owner },
    { name: 'About', value: subjectLinks(linksOf(opened)) },
    ...(request.answeredOn === null ? [] : [{ name: 'Answered on', value: dayInWords(request.answeredOn) }]),
  ]
}

const noLetters = { acknowledgement: '', answer: '' }

/** The letters to whoever asks: that it has come until a first draft is saved, and the answer once it is cleared. */
function lettersOf({ request }: OpenedRequest, today: IsoDay) {
  const last = request.draftsKept.at(-1)
  return {
    acknowledgement: last === undefined && request.waitsSince === null ? acknowledgementLetter(request, today) : '',
    answer: last !== undefined && request.cleared ? answerLetter(request, last, request.answeredOn ?? today) : '',
  }
}

const linksOf = ({ round: { fund, slug }, request }: OpenedRequest) => [
  ...request.applications.map((text) => ({ text, href: manageApplicationPath(fund.slug, slug, text) })),
  ...(request.decision ? [{ text: 'The decision', href: decisionsPath(fund.slug, slug) }] : []),
]

function shownDraft({
  number,
  outcome,
  answer,
  claimed,
  savedByName,
  savedAt,
  clearedByName,
  clearedAt,
}: KeptDraft): ShownDraft {
  const cleared = clearedAt === null ? '' : `, cleared by ${clearedByName} at ${ukTime(clearedAt)}`
  return {
    heading: `Draft ${number}, by ${savedByName} at ${ukTime(savedAt)}${cleared}`,
    outcome: outcomeWords[outcome],
    answer,
    claimed: claimed.map(({ id, ...said }) => ({ ...said, cited: citedWords(id) })),
  }
}

const nothingToDo = {
  clear: undefined,
  notCleared: '',
  send: undefined,
  draft: undefined,
  publish: undefined,
}

/** What this person can do next with a request. */
function toDo(ask: Ask, { actor, request }: OpenedRequest, team: readonly { readonly id: string }[]) {
  const address = addressOf(ask)
  const last = request.draftsKept.at(-1)
  const open = request.answeredOn === null
  const toClear = open && last !== undefined && !request.cleared
  const own = last?.savedBy === actor.personId
  return {
    clear: toClear && !own ? { action: `${address}/clear`, shown: last.number } : undefined,
    notCleared: toClear && own ? notClearedText(team.some(({ id }) => id !== actor.personId)) : '',
    send: open && request.cleared ? { action: `${address}/answer`, on: typedDayIn(ask.form, 'answered') } : undefined,
    draft: open ? draftForm(ask, request, last) : undefined,
    publish: publishForm(ask, request, last),
  }
}

function draftForm(ask: Ask, request: OpenedRequest['request'], last: KeptDraft | undefined) {
  const law = lawOf(request.kind)
  const kept: Readonly<Record<string, string>> = Object.fromEntries([
    ['outcome', last?.outcome ?? ''],
    ['answer', last?.answer ?? ''],
    ...(last?.claimed ?? []).flatMap(({ id, reason, publicInterest }, place) => [
      [`exemption-${place}`, id],
      [`reason-${place}`, reason],
      [`interest-${place}`, publicInterest],
    ]),
  ])
  return {
    action: `${addressOf(ask)}/drafts`,
    shown: request.drafts,
    outcomes: outcomesOf(request.kind).map((value) => ({ value, text: outcomeWords[value] })),
    exemptions: exemptions
      .filter((each) => each.law === law)
      .map(({ id, qualified }) => ({ value: id, text: `${citedWords(id)}${qualified ? ' (qualified)' : ''}` })),
    places,
    typed: (name: string) => (ask.form.has('answer') ? ask.form.text(name) : (kept[name] ?? '')),
  }
}

function publishForm(ask: Ask, request: OpenedRequest['request'], last: KeptDraft | undefined) {
  if (request.outcome === null || !isDisclosable(request.kind, request.outcome)) return undefined
  const published = request.disclosures.at(-1)
  const typed = ask.form.has('published-asked')
  return {
    action: `${addressOf(ask)}/publish`,
    standing:
      published === undefined
        ? 'It is not published.'
        : `Version ${published.number} was published at ${ukTime(published.publishedAt)}.`,
    asked: typed ? ask.form.text('published-asked') : (published?.asked ?? request.text),
    answer: typed ? ask.form.text('published-answer') : (published?.answer ?? last?.answer ?? ''),
  }
}
