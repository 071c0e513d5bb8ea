import { authorityKinds } from '../../../core/authorities/authority.ts'
import {
  type Answers,
  eligibility,
  freeze,
  type NameOf,
  type Problem,
  type Rule,
  validatePage,
  withPosted,
} from '../../../core/forms/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Answer, type CookieChange, seeOther, show } from '../../../platform/http/answer.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { searchOrganisations } from '../../accounts/index.ts'
import {
  type AuthorityChoice,
  actionField,
  answerSummary,
  asksForAuthority,
  type FactsKnown,
  type FormVersion,
  problemLinks,
  questionFields,
  withoutItem,
} from '../../forms/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { madeUpToo } from '../starting/check-lead.ts'
import { screenerQuestionPage } from './pages/screener-question.ts'
import { type AppliedRule, screenerResultPage } from './pages/screener-result.ts'
import { openPage, screenerPage } from './read-screener.ts'

/** Somebody at a screener: before signing in, or in an application. */
export type AtScreener = {
  readonly db: Database
  readonly ask: Ask
  readonly round: RoundInFund
  readonly version: FormVersion
  readonly answers: Answers
  /** What is known without asking, with these answers, and which of it. */
  readonly facts: (answers: Answers) => Promise<Answers>
  readonly factsKnown: FactsKnown
  /** Where a page of it is, and its result. */
  readonly pagePath: (page: string) => string
  readonly resultPath: string
  /** Where it was come from. */
  readonly back: string
  /** Where the answers go, in a sentence. */
  readonly keeping: string
}

/** The first page that is not answered, or the result. */
export function goOn({ version, answers, pagePath, resultPath }: AtScreener): Answer {
  const open = openPage(version, answers)
  return seeOther(open === undefined ? resultPath : pagePath(open))
}

type PageShown = {
  readonly problems?: readonly Problem[]
  /** The list that is shown with one more entry. */
  readonly oneMore?: string | undefined
}

/** A page of questions, if these answers show it. */
export async function showScreenerPage(
  at: AtScreener,
  pageId: string,
  { problems = [], oneMore }: PageShown = {},
): Promise<Answer> {
  const { db, ask, round, version, answers } = at
  const found = screenerPage(version, answers, pageId)
  if (found === undefined) return goOn(at)
  const form = version.definition
  const { page, questions, previous } = found
  const authorities = await authoritiesFor(db, at, asksForAuthority(questions))
  const fields = questionFields({
    form,
    questions,
    answers,
    problems,
    authorities,
    factsKnown: at.factsKnown,
    oneMore,
  })
  return show(
    screenerQuestionPage({
      illustrative: round.illustrative,
      caption: `${round.fund.name}: ${round.name}`,
      title: page.title,
      guidance: [...(previous === undefined ? [form.guidance] : []), page.guidance].filter(
        (text) => text !== undefined,
      ),
      reconstructed: form.reconstructed === true,
      fields,
      problems: problemLinks(problems),
      back: previous === undefined ? at.back : at.pagePath(previous),
      action: at.pagePath(pageId),
      csrf: ask.csrf,
      keeping: at.keeping,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

/** What was posted, put over the answers before, with all that is wrong with it; undefined when the page is not shown. */
export async function readPosted({ ask, version, answers, facts }: AtScreener, pageId: string) {
  const found = screenerPage(version, answers, pageId)
  if (found === undefined) return undefined
  const posted = withPosted(answers, ask.form, found.questions)
  const after = { ...posted, ...(await facts(posted)) }
  // A question that these answers bring up is asked next; nobody was shown it yet.
  const asked = new Set(found.questions.map(({ id }) => id))
  const problems = validatePage(version.definition, after, pageId, 'submit')
  return { answers: after, problems: problems.filter(({ question }) => asked.has(question)) }
}

/** The page again as it was sent, with one entry of a list more or less; undefined when it was sent to go on. */
export async function withOtherEntries(at: AtScreener, pageId: string): Promise<Answer | undefined> {
  const [verb, question = '', index = ''] = at.ask.form.line(actionField).split(':')
  const found = verb === 'add' || verb === 'remove' ? screenerPage(at.version, at.answers, pageId) : undefined
  if (found === undefined) return undefined
  const posted = withPosted(at.answers, at.ask.form, found.questions)
  return verb === 'add'
    ? await showScreenerPage({ ...at, answers: posted }, pageId, { oneMore: question })
    : await showScreenerPage({ ...at, answers: withoutItem(posted, question, Number(index)) }, pageId)
}

/** After a page: the next one, or what is still open, or the result. The same page again says why it is. */
export function afterPage(at: AtScreener, pageId: string, cookies: readonly CookieChange[] = []): Answer {
  const open = openPage(at.version, at.answers)
  if (open === pageId)
    return seeOther(at.pagePath(pageId), {
      cookies,
      flash: { important: 'Because of your answer there is more to answer on this page.' },
    })
  const next = screenerPage(at.version, at.answers, pageId)?.next ?? open
  return seeOther(next === undefined ? at.resultPath : at.pagePath(next), { cookies })
}

type Ending = {
  readonly start: { readonly text: string; readonly href: string } | undefined
  readonly notOpen: string | undefined
  readonly mayChange: boolean
}

/** What the rules say, once all is answered. */
export async function showResult(at: AtScreener, { start, notOpen, mayChange }: Ending): Promise<Answer> {
  const { db, round, version, answers, pagePath } = at
  if (openPage(version, answers) !== undefined) return goOn(at)
  const form = version.definition
  const { outcome, failed, caveats } = eligibility(form, answers)
  const bodies = await authoritiesFor(db, at, asksForAuthority(form.pages.flatMap(({ questions }) => questions)))
  const nameOf: NameOf = (_, id) => bodies.find(({ value }) => value === id)?.text
  const change = (page: string, question: string) => `${pagePath(page)}#${question}`
  return show(
    screenerResultPage({
      illustrative: round.illustrative,
      caption: `${round.fund.name}: ${round.name}`,
      outcome: outcome ?? 'pass',
      failed: failed.map(applied),
      caveats: caveats.map(applied),
      refusesFailing: round.ineligible === 'refuse',
      answers: freeze(form, answers, nameOf).pages.map((page) => ({
        title: page.title,
        summary: answerSummary(page, mayChange ? change : undefined),
      })),
      back: at.back,
      start,
      notOpen,
    }),
  )
}

const applied = ({ clause, text, remedy, link }: Rule): AppliedRule => ({ clause, text, remedy, link })

async function authoritiesFor(
  db: Database,
  { ask, round }: AtScreener,
  asked: boolean,
): Promise<readonly AuthorityChoice[]> {
  if (!asked) return []
  const on = isoDay(ask.receivedAt)
  const made = madeUpToo(round.illustrative)
  const found = await searchOrganisations(db, { on, ...made, kinds: authorityKinds, limit: 2000 })
  return found.map(({ id, name }) => ({ value: id, text: name }))
}
