import { may } from '../../../core/permissions/index.ts'
import { dayInWords, isIsoDay } from '../../../core/time/day.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { poundsWords } from '../choosing/describe-portfolio.messages.ts'
import {
  decidedWords,
  decideProblemText,
  membersListedText,
  membersProblemText,
  notYetWords,
  textProblemText,
} from './deciding.messages.ts'
import { decisionPath, editSubmissionPath, membersPath, notePath, submissionPath } from './deciding.paths.ts'
import { countsOf } from './deciding.routes.ts'
import { membersToTell, noteOf, submissionOf } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'
import { textHints, textLabels } from './decision-words.messages.ts'
import { typedDeclare } from './declaring.routes.ts'
import { shownStanding } from './freeze-recommendation.ts'
import { awardsOf, listMembers, type MembersProblem } from './list-members.ts'
import { membersPage } from './pages/members.ts'
import { recordPage } from './pages/record.ts'
import { submissionPage } from './pages/submission.ts'
import { textsPage } from './pages/texts.ts'
import { namedIn, readLastStanding, readStanding } from './read-outcomes.ts'
import { type DecideProblem, recordDecision } from './record-decision.ts'
import { saveTexts, type TextProblem } from './save-texts.ts'
import { brokenSpreadLines } from './sealed-rules.messages.ts'
import { submissionModel, submissionPdf } from './submission.messages.ts'
import { type TextField, type TextsKind, textFields } from './text-fields.ts'

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
const to = (ask: Ask, path: (fund: string, round: string) => string) => path(param(ask, 'fund'), param(ask, 'round'))
const managed = '/manage/funds/:fund/:round/decisions'

/** The texts of a decision, recording it, and whom to tell. */
export const recordingRoutes = (services: Services): Route[] => [
  get(`${managed}/note`, 'decision:read', async (ask) => showTexts(services, ask, 'note', [])),
  post(`${managed}/note`, 'fund:edit', 'decision.note-saved', async (ask) => postTexts(services, ask, 'note')),
  get(`${managed}/submission`, 'decision:read', async (ask) => {
    const { round, standing } = await findStanding(services, ask)
    const ready = typeof standing !== 'string'
    const [words, note] = [await submissionOf(services.db, round.id), await noteOf(services.db, round.id)]
    const open = (await decisionOf(services.db, round.id)) === undefined
    return show(
      submissionPage({
        round,
        waits: ready ? '' : notYetWords[standing],
        submission: ready ? submissionModel(standing, words, note) : undefined,
        mayEdit: open && may(ask.actor, 'fund:edit', round.fundId),
      }),
    )
  }),
  get(`${managed}/submission.pdf`, 'decision:read', async (ask) => {
    const { round, standing } = await findStanding(services, ask)
    if (typeof standing === 'string') return seeOther(to(ask, submissionPath))
    const [words, note] = [await submissionOf(services.db, round.id), await noteOf(services.db, round.id)]
    const model = submissionModel(standing, words, note)
    const body = await services.pdf.document(submissionPdf(round, model, ask.receivedAt))
    return download({ name: `${round.fund.slug}-${round.slug}-submission.pdf`, type: 'application/pdf', body })
  }),
  get(`${managed}/submission/edit`, 'fund:edit', async (ask) => showTexts(services, ask, 'submission', [])),
  post(`${managed}/submission/edit`, 'fund:edit', 'decision.submission-saved', async (ask) =>
    postTexts(services, ask, 'submission'),
  ),
  get(`${managed}/decision/record`, 'decision:decide', async (ask) => showRecord(services, ask, [])),
  post(`${managed}/decision/record`, 'decision:decide', 'awards.decided', async (ask) => {
    const asked = { actor: ask.actor, path: pathOf(ask), typed: typedRecord(ask), at: ask.receivedAt }
    const result = await recordDecision(services, { ...asked, shown: ask.form.line('shown') })
    if (!result.ok) return await showRecord(services, ask, result.problems)
    return seeOther(to(ask, decisionPath), { flash: 'The decision is recorded.' })
  }),
  get(`${managed}/members`, 'fund:edit', async (ask) => showMembers(services, ask, [])),
  post(`${managed}/members`, 'fund:edit', 'decision.members-listed', async (ask) => {
    const asked = { actor: ask.actor, path: pathOf(ask), pasted: ask.form.text('members'), at: ask.receivedAt }
    const result = await listMembers(services, asked)
    if (!result.ok) return await showMembers(services, ask, result.problems)
    return seeOther(to(ask, membersPath), { flash: membersListedText(result.value) })
  }),
]

async function findStanding(services: Services, ask: Ask) {
  const round = await findRound(services.db, ask.actor, 'decision:read', pathOf(ask))
  return { round, standing: await readLastStanding(services.db, round) }
}

async function postTexts(services: Services, ask: Ask, which: TextsKind): Promise<Answer> {
  const typed = (field: TextField) => ask.form.text(field)
  const result = await saveTexts(services, which, { actor: ask.actor, path: pathOf(ask), typed, at: ask.receivedAt })
  if (!result.ok) return await showTexts(services, ask, which, result.problems)
  return seeOther(to(ask, which === 'note' ? notePath : submissionPath), { flash: `The ${which} is saved.` })
}

async function showTexts(
  services: Services,
  ask: Ask,
  which: TextsKind,
  problems: readonly TextProblem[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const again = problems.length > 0
  const saved: Readonly<Partial<Record<TextField, string | Date>>> | undefined =
    which === 'note' ? await noteOf(db, round.id) : await submissionOf(db, round.id)
  const open = (await decisionOf(db, round.id)) === undefined
  const page = textsPage({
    round,
    title: which === 'note' ? 'Accounting officer’s note' : 'Write the submission',
    intro:
      which === 'note'
        ? 'It is about the method by which awards are selected, and not about who is selected.'
        : 'The facts, the sealed rules and the note stand beside what is written here. All of it together has two pages at most.',
    readOnly: !open || !may(ask.actor, 'fund:edit', round.fundId),
    fields: textFields[which].map((id) => ({
      id,
      label: textLabels[id],
      hint: textHints[id],
      value: again ? ask.form.text(id) : String(saved?.[id] ?? ''),
      short: id === 'by',
    })),
    errors: problems.map(textProblemText),
    action: (which === 'note' ? notePath : editSubmissionPath)(round.fund.slug, round.slug),
    csrf: ask.csrf,
  })
  return show(page, { status: again ? 400 : 200 })
}

const moment = ({ form }: Ask, name: string) => ({
  day: form.line(`${name}-day`),
  month: form.line(`${name}-month`),
  year: form.line(`${name}-year`),
  clock: form.line(`${name}-clock`),
})

const typedRecord = (ask: Ask) => ({
  who: ask.form.line('who'),
  name: ask.form.line('name'),
  title: ask.form.line('title'),
  evidence: ask.form.text('evidence'),
  tell: moment(ask, 'tell'),
  expires: moment(ask, 'expires'),
  approval: ask.form.line('approval'),
  reason: ask.form.text('reason'),
  declared: typedDeclare(ask),
})

async function showRecord(services: Services, ask: Ask, problems: readonly DecideProblem[]): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'decision:decide', pathOf(ask))
  const standing = await readStanding(services.db, round, 'decision')
  const decided = (await decisionOf(services.db, round.id)) !== undefined
  const ready = typeof standing !== 'string'
  const page = recordPage({
    round,
    // Of two who decide at once the second has what they entered before them still.
    waits: decided && problems.length === 0 ? decidedWords : ready ? '' : notYetWords[standing],
    counts: ready ? countsOf(standing) : [],
    broken: ready ? brokenSpreadLines(standing) : [],
    funders: round.funders.map(({ organisationName }) => organisationName),
    shown: ready ? shownStanding(services, standing) : '',
    typed: typedRecord(ask),
    applications: ready
      ? standing.outcomes.map(({ id, reference }) => ({ reference, name: namedIn(standing, id, reference) }))
      : [],
    deciderSaidBefore:
      ready && standing.declarations.some(({ decider, applicationIds }) => decider !== '' && applicationIds.length > 0),
    errors: problems.map(decideProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function showMembers(services: Services, ask: Ask, problems: readonly MembersProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'fund:edit', pathOf(ask))
  const decision = await decisionOf(db, round.id)
  const members = Map.groupBy(await membersToTell(db, round.id), ({ gss }) => gss)
  const page = membersPage({
    round,
    waits: decision === undefined ? 'The list is made after the decision is recorded.' : '',
    awards: (decision === undefined ? [] : awardsOf(decision)).map(({ lead, leadId, pounds }) => ({
      lead,
      code: leadId,
      pounds: poundsWords(pounds ?? 0),
      members: (members.get(leadId) ?? []).map(({ member, constituency, email, source, on }) => ({
        member,
        constituency,
        email,
        source: `${source}, ${isIsoDay(on) ? dayInWords(on) : on}`,
      })),
    })),
    mayList: true,
    typed: ask.form.text('members'),
    errors: problems.map(membersProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}
