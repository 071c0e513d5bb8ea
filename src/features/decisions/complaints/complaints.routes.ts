import { grounds, type ReplyTyped, stageOf, type TermsTyped } from '../../../core/complaints/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { departureRules } from '../../../core/shortlist/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { type Answer, attachment, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { openFile } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import { findRound, type RoundPath } from '../../funds/index.ts'
import { ruleWords } from '../deciding/decision-words.messages.ts'
import { evidenceOf } from './add-evidence.ts'
import { termsOf, textsOf } from './complaint-terms.store.ts'
import {
  involvedWords,
  messageProblemText,
  namingProblemText,
  replyProblemText,
  termsProblemText,
} from './complaints.messages.ts'
import { complaintsPath, complaintTermsPath, managedComplaintPath } from './complaints.paths.ts'
import { complaintsOfRound, handlerOf, progressOf, replyAt } from './complaints.store.ts'
import { countsOf, shownReplies, standingOf } from './describe-complaint.ts'
import { candidatesFor, nameHandler } from './name-handler.ts'
import { type Case, openCase } from './open-case.ts'
import { sendLetter } from './own-complaints.routes.ts'
import { complaintsPage } from './pages/complaints.ts'
import { managedComplaintPage } from './pages/managed-complaint.ts'
import { termsPage } from './pages/terms.ts'
import { historyOf } from './read-history.ts'
import { replyToComplaint } from './reply-to-complaint.ts'
import { saveTerms } from './save-terms.ts'
import { askComplainant } from './write-message.ts'

const all = '/manage/funds/:fund/:round/decisions/complaints'
const one = `${all}/:complaint`

/** Dealing with the complaints of a round: naming who looks at each, asking, and replying. */
export const complaintsRoutes = (services: Services): Route[] => [
  get(all, 'application:list', async (ask) => await showList(services, ask)),
  get(`${all}/terms`, 'fund:edit', async (ask) => await showTerms(services, ask, [])),
  post(`${all}/terms`, 'fund:edit', 'complaint.terms-saved', async (ask) => {
    const saving = { path: pathOf(ask), typed: typedTerms(ask), at: ask.receivedAt }
    const result = await saveTerms(services, ask.actor, saving)
    if (!result.ok) return await showTerms(services, ask, result.problems.map(termsProblemText))
    return seeOther(complaintsPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'The terms are saved.' })
  }),
  get(one, 'complaint:handle', async (ask) => await showCase(services, ask, [])),
  get(`${one}/files/:file`, 'complaint:handle', async (ask) => {
    const { complaint } = await openCase(services.db, ask.actor, ofCase(ask))
    return attachment(await openFile(services, { type: 'complaint', id: complaint.reference }, param(ask, 'file')))
  }),
  get(`${one}/letters/:stage`, 'complaint:handle', async (ask) => {
    return await sendLetter(services, await openCase(services.db, ask.actor, ofCase(ask)), param(ask, 'stage'))
  }),
  post(`${one}/handler`, 'fund:edit', 'complaint.handler-named', async (ask) => {
    const naming = {
      ...ofCase(ask),
      personId: ask.form.line('person'),
      reason: ask.form.text('reason'),
      at: ask.receivedAt,
    }
    const result = await nameHandler(services, ask.actor, naming)
    if (!result.ok) return await showCase(services, ask, result.problems.map(namingProblemText))
    return back(ask, `${result.value.name} is asked to look at it. We have told the person who complained.`)
  }),
  post(`${one}/messages`, 'complaint:handle', 'complaint.question-asked', async (ask) => {
    const asking = { ...ofCase(ask), text: ask.form.text('text'), at: ask.receivedAt }
    const result = await askComplainant(services, ask.actor, asking)
    return result.ok
      ? back(ask, 'Your question is sent.')
      : await showCase(services, ask, result.problems.map(messageProblemText))
  }),
  post(`${one}/reply`, 'complaint:handle', 'complaint.replied', async (ask) => {
    const replying = { ...ofCase(ask), typed: typedReply(ask), at: ask.receivedAt }
    const result = await replyToComplaint(services, ask.actor, replying)
    return result.ok
      ? back(ask, 'Your reply is sent.')
      : await showCase(services, ask, result.problems.map(replyProblemText))
  }),
]

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const ofCase = (ask: Ask) => ({ path: pathOf(ask), complaint: param(ask, 'complaint') })

const addressOf = (ask: Ask): string =>
  managedComplaintPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'complaint'))

const back = (ask: Ask, flash: string): Answer => seeOther(addressOf(ask), { flash })

const typedTerms = ({ form }: Ask): TermsTyped => ({
  windowDays: form.line('windowDays'),
  acknowledgeDays: form.line('acknowledgeDays'),
  replyDays: form.line('replyDays'),
  team: form.text('team'),
  outsideBody: form.line('outsideBody'),
  outside: form.text('outside'),
})

const typedReply = ({ form }: Ask): ReplyTyped => ({
  found: Object.fromEntries(
    grounds.map((ground) => [
      ground,
      { finding: form.line(`finding-${ground}`), reasons: form.text(`reasons-${ground}`) },
    ]),
  ),
  remedy: form.text('remedy'),
  departure: form.line('departure'),
})

async function showList({ db }: Services, ask: Ask): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'application:list', pathOf(ask))
  const { fund, slug } = round
  const complaints = await complaintsOfRound(db, round.id)
  const pages = pageOfList(ask.query, { total: complaints.length, path: complaintsPath(fund.slug, slug) })
  return show(
    complaintsPage({
      round,
      counts: countsOf(complaints),
      pages,
      termsHref: may(ask.actor, 'fund:edit', round.fundId) ? complaintTermsPath(fund.slug, slug) : undefined,
      rows: complaints.slice(pages.from, pages.to).map((complaint) => ({
        href: managedComplaintPath(fund.slug, slug, complaint.reference),
        reference: complaint.reference,
        organisation: complaint.organisation,
        madeOn: ukDate(complaint.madeAt),
        replyBy: dayInWords(complaint.review?.replyBy ?? complaint.replyBy),
        ...standingOf(complaint, ask.receivedAt),
      })),
    }),
  )
}

async function showTerms({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'fund:edit', pathOf(ask))
  const { windowDays, acknowledgeDays, replyDays } = await termsOf(db, round)
  const kept = {
    windowDays: String(windowDays),
    acknowledgeDays: String(acknowledgeDays),
    replyDays: String(replyDays),
    ...(await textsOf(db, round)),
  }
  const typed = errors.length > 0 ? typedTerms(ask) : kept
  return show(termsPage({ round, typed, errors, csrf: ask.csrf }), {
    status: errors.length > 0 ? 400 : 200,
  })
}

async function showCase(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { db } = services
  const opened = await openCase(db, ask.actor, ofCase(ask))
  const { round, complaint } = opened
  const files = await evidenceOf(db, complaint.reference)
  return show(
    managedComplaintPage({
      round,
      complaint,
      ...standingOf(complaint, ask.receivedAt),
      seesList: may(ask.actor, 'application:list', round.fundId),
      files: storedFileList(files, (file) => `${addressOf(ask)}/files/${file}`),
      replies: shownReplies(complaint, await textsOf(db, round), (stage) => `${addressOf(ask)}/letters/${stage}`),
      naming: await namingOf(services, ask, opened),
      handling: handlingOf(ask, opened),
      history: await historyOf(db, complaint),
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}

async function namingOf({ db }: Services, ask: Ask, { round, complaint }: Case) {
  const stage = stageOf(progressOf(complaint))
  if (!may(ask.actor, 'fund:edit', round.fundId) || replyAt(complaint, stage) !== undefined) return undefined
  const named = handlerOf(complaint, stage)
  const candidates = await candidatesFor(db, round, complaint.id)
  return {
    action: `${addressOf(ask)}/handler`,
    again: named !== undefined,
    free: candidates.filter(({ id, involved }) => involved.length === 0 && id !== named?.personId),
    involved: candidates
      .filter(({ involved }) => involved.length > 0)
      .map(({ name, involved }) => ({ name, why: involvedWords(involved) })),
    typed: { person: ask.form.line('person'), reason: ask.form.text('reason') },
  }
}

function handlingOf(ask: Ask, { complaint, handles }: Case) {
  if (!handles || replyAt(complaint, stageOf(progressOf(complaint))) !== undefined) return undefined
  return {
    askAction: `${addressOf(ask)}/messages`,
    replyAction: `${addressOf(ask)}/reply`,
    question: ask.form.text('text'),
    typed: (name: string) => ask.form.text(name),
    departures: departureRules.map((value) => ({ value, text: ruleWords[value] })),
  }
}
