import {
  countSifted,
  eligibilityFindings,
  isAgainstRules,
  isDisowned,
  nameHider,
  type SiftStanding,
  scopeFindings,
  siftStanding,
  siftStandings,
} from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { pageOfList, withQuery } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { illustrativeWords, manageApplicationPath } from '../../applications/index.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { seesApplicants } from '../sees-applicants.ts'
import { areasInWords, modelsInWords } from '../subjects.messages.ts'
import { classify } from './classify-application.ts'
import { shownSift } from './compare-sift.ts'
import { type SiftRow, siftPage } from './pages/sift.ts'
import { siftOnePage } from './pages/sift-one.ts'
import { findInScope, recordSift, type SiftProblem, type SiftTyped, siftByRules } from './record-sift.ts'
import { applicantNamesOf, contentsOf, type ReceivedRow, receivedOf } from './sift.store.ts'
import {
  disownedWords,
  outcomeWords,
  siftedText,
  siftProblemText,
  siftsApart,
  standingWords,
} from './sifting.messages.ts'
import { siftByRulesPath, siftInScopePath, siftOnePath, siftPath } from './sifting.paths.ts'

/** Sifting what was received. */
export const siftingRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/assessment/sift', 'assessment:read', async (ask) => await list(services, ask, [])),
  get('/manage/funds/:fund/:round/assessment/sift.csv', 'assessment:read', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
    const rows = await listedFor(services, ask, round)
    return download({
      name: `${round.fund.slug}-${round.slug}-sift.csv`,
      type: 'text/csv; charset=utf-8',
      body: csvOf(csvColumns(round), rows, { forPeople: true }),
    })
  }),
  post('/manage/funds/:fund/:round/assessment/sift/by-rules', 'assessment:run', 'application.sifted', async (ask) => {
    const result = await siftByRules(services, { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt })
    if (!result.ok) return await list(services, ask, result.problems)
    return seeOther(backTo(ask), {
      flash: `The outcome of the rules is taken for ${result.value === 1 ? '1 application' : `${result.value} applications`}.`,
    })
  }),
  post('/manage/funds/:fund/:round/assessment/sift/in-scope', 'assessment:run', 'application.sifted', async (ask) => {
    const request = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt }
    const result = await findInScope(services, { ...request, references: ask.form.all('references') })
    if (!result.ok) return await list(services, ask, result.problems)
    return seeOther(backTo(ask), {
      flash: `${result.value === 1 ? '1 application is' : `${result.value} applications are`} in scope.`,
    })
  }),
  get('/manage/funds/:fund/:round/assessment/sift/applications/:reference', 'assessment:run', async (ask) =>
    showOne(services, ask, undefined, []),
  ),
  post(
    '/manage/funds/:fund/:round/assessment/sift/applications/:reference',
    'assessment:run',
    'application.sifted',
    async (ask) => {
      const reference = param(ask, 'reference')
      const typed = typedIn(ask.form)
      const request = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt }
      const result = await recordSift(services, { ...request, reference, typed, seen: ask.form.line('seen') })
      if (!result.ok) return await showOne(services, ask, typed, result.problems)
      return seeOther(backTo(ask), { flash: siftedText(reference, result.value) })
    },
  ),
]

/** An address of the sift that leads back to the same part of its list, with the same filter. */
const withListed = (path: string, query: URLSearchParams): string =>
  withQuery(path, query, ['standing', 'from', 'scope'])

/** The part of the list from which somebody came. */
const backTo = (ask: Ask): string => withListed(siftPath(param(ask, 'fund'), param(ask, 'round')), ask.query)

function csvColumns(round: RoundInFund): readonly Column<ReceivedRow>[] {
  return [
    ...(round.illustrative ? [{ heading: 'Note', cell: () => illustrativeWords }] : []),
    { heading: 'Reference', cell: ({ reference }) => reference },
    { heading: 'Lead authority', cell: ({ leadName }) => leadName },
    { heading: 'Region', cell: ({ region }) => region },
    { heading: 'Received (UTC)', cell: ({ receivedAt }) => receivedAt },
    { heading: 'Eligibility rules', cell: ({ outcome }) => outcomeWords[outcome ?? 'none'] },
    { heading: 'Result of the sift', cell: (row) => standingWords[siftStanding(row)] },
    { heading: 'Found eligible against the rules', cell: (row) => (isAgainstRules(row) ? 'Yes' : 'No') },
    { heading: disownedWords, cell: (row) => (isDisowned(row) ? 'Yes' : 'No') },
    { heading: 'Reason', cell: (row) => reasonsOf(row).join('\n') },
    { heading: 'Service areas', cell: ({ serviceAreas }) => areasInWords(serviceAreas).join(', ') },
    { heading: 'Delivery models', cell: ({ deliveryModels }) => modelsInWords(deliveryModels).join(', ') },
    { heading: 'Suppliers', cell: ({ suppliers }) => suppliers.join(', ') },
    { heading: 'Sifted (UTC)', cell: ({ siftedAt }) => siftedAt },
    { heading: 'Sifted by', cell: ({ siftedBy }) => siftedBy },
  ]
}

/** What was received, as this person lists it: without names where the sealed rules hide them from them. */
async function listedFor({ db }: Services, { actor }: Ask, round: RoundInFund): Promise<readonly ReceivedRow[]> {
  const rows = await receivedOf(db, round.id)
  if (seesApplicants(actor, round, await sealedRulesOf(db, round.id))) return rows
  // A reason may name another applicant of the round than the one it is about.
  const names = await applicantNamesOf(
    db,
    rows.map(({ id }) => id),
  )
  const hide = nameHider(names)
  return rows.map((row) => {
    const { eligibilityReason, scopeReason } = row
    return { ...row, leadName: '', eligibilityReason: hide(eligibilityReason), scopeReason: hide(scopeReason) }
  })
}

const reasonsOf = ({ eligibilityReason, scopeReason }: ReceivedRow): readonly string[] =>
  [eligibilityReason, scopeReason].filter((reason) => reason !== '')

async function list(services: Services, ask: Ask, problems: readonly SiftProblem[]): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
  const { fund, slug } = round
  const rows = await listedFor(services, ask, round)
  const mayRun = may(ask.actor, 'assessment:run', round.fundId)
  const standing = siftStandings.find((each) => each === ask.query.get('standing'))
  const shown = rows.filter((row) => standing === undefined || siftStanding(row) === standing)
  const open = rows.filter(
    (row) => row.state === 'submitted' && row.eligibility === 'eligible' && row.scope === 'open' && !isDisowned(row),
  )
  const path = siftPath(fund.slug, slug)
  const pages = pageOfList(ask.query, { total: shown.length, path })
  const scopePages = pageOfList(ask.query, { total: open.length, path, name: 'scope' })
  const listed = (to: string): string => withListed(to, ask.query)
  const page = siftPage({
    round,
    counts: countSifted(rows),
    againstRules: rows.filter((row) => siftStanding(row) === 'scored' && isAgainstRules(row)).length,
    standing,
    disowned: rows.filter(isDisowned).map(({ reference }) => ({
      reference,
      href: mayRun ? listed(siftOnePath(fund.slug, slug, reference)) : undefined,
    })),
    rows: shown
      .slice(pages.from, pages.to)
      .map((row) => siftRowOf(row, mayRun ? listed(siftOnePath(fund.slug, slug, row.reference)) : undefined)),
    pages,
    byRules: rows.filter(
      (row) => row.state === 'submitted' && row.eligibility === 'open' && row.outcome !== null && !isDisowned(row),
    ).length,
    byRulesAction: listed(siftByRulesPath(fund.slug, slug)),
    forScope: open.slice(scopePages.from, scopePages.to).map((row) => ({
      reference: row.reference,
      lead: row.leadName,
      about: aboutOf(row).join(', '),
      href: listed(siftOnePath(fund.slug, slug, row.reference)),
    })),
    scopePages,
    inScopeAction: listed(siftInScopePath(fund.slug, slug)),
    mayRun,
    errors: problems.map((problem) => ({ text: siftProblemText(problem), href: '#references' })),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

const aboutOf = (row: ReceivedRow): readonly string[] => [
  ...areasInWords(row.serviceAreas),
  ...modelsInWords(row.deliveryModels),
]

const siftRowOf = (row: ReceivedRow, href: string | undefined): SiftRow => ({
  reference: row.reference,
  href,
  lead: row.leadName,
  received: dayInWords(isoDay(row.receivedAt)),
  rules: outcomeWords[row.outcome ?? 'none'],
  standing: siftStanding(row),
  disowned: isDisowned(row),
  notes: [...reasonsOf(row), ...hintsOf(row, siftStanding(row))],
  about: aboutOf(row),
})

const hintsOf = (row: ReceivedRow, standing: SiftStanding): readonly string[] => [
  ...(isAgainstRules(row) ? ['Found eligible against the rules'] : []),
  ...(row.others > 0 && standing !== 'duplicate'
    ? [row.others === 1 ? 'This lead sent another' : `This lead sent ${row.others} others`]
    : []),
  ...(row.late && standing !== 'late' ? ['Let in after the deadline'] : []),
]

function typedIn(form: FormBody): SiftTyped {
  return {
    eligibility: eligibilityFindings.find((each) => each === form.line('eligibility')) ?? 'open',
    eligibilityReason: form.text('eligibilityReason'),
    scope: scopeFindings.find((each) => each === form.line('scope')) ?? 'open',
    scopeReason: form.text('scopeReason'),
    serviceAreas: form.all('serviceAreas'),
    deliveryModels: form.all('deliveryModels'),
    suppliers: form.text('suppliers'),
  }
}

async function showOne(
  services: Services,
  ask: Ask,
  typed: SiftTyped | undefined,
  problems: readonly SiftProblem[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'assessment:run', roundPathOf(ask))
  const row = (await receivedOf(db, round.id)).find(({ reference }) => reference === param(ask, 'reference'))
  if (row === undefined) throw notFound('application')
  const content = (await contentsOf(db, [row.id])).get(row.id)
  const said = content === undefined ? { serviceAreas: [], deliveryModels: [] } : classify(content)
  const first = row.siftedAt === null
  const rules = content?.eligibility?.rules.map(({ text }) => text) ?? []
  const meanwhile = problems.find((problem) => problem.code === 'sifted-meanwhile')
  const page = siftOnePage({
    round,
    reference: row.reference,
    facts: [
      { key: 'Lead', value: row.leadName },
      { key: 'Received', value: ukTimeWithZone(row.receivedAt, { seconds: true }) },
      { key: 'Eligibility rules', value: [outcomeWords[row.outcome ?? 'none'], ...rules].join(': ') },
      {
        key: 'Now',
        value: [
          standingWords[siftStanding(row)],
          ...(isDisowned(row) ? [disownedWords] : []),
          ...hintsOf(row, siftStanding(row)),
        ].join('. '),
      },
    ],
    readHref: row.state === 'submitted' ? manageApplicationPath(round.fund.slug, round.slug, row.reference) : undefined,
    failsRules: row.outcome === 'fail',
    prefilled: first && [...said.serviceAreas, ...said.deliveryModels].length > 0,
    seen: shownSift(services, meanwhile?.recorded ?? row),
    meanwhile: meanwhile && siftsApart(meanwhile),
    typed: typed ?? { ...row, ...(first && said), suppliers: row.suppliers.join('\n') },
    errors: problems.map((problem) => ({ field: problem.field, text: siftProblemText(problem) })),
    action: withListed(siftOnePath(round.fund.slug, round.slug, row.reference), ask.query),
    listHref: backTo(ask),
    csrf: ask.csrf,
  })
  return show(page, { status: meanwhile !== undefined ? 409 : problems.length > 0 ? 400 : 200 })
}
