import { authorityKinds, regions } from '../../../core/authorities/authority.ts'
import { kindPlural, kindWords } from '../../../core/authorities/kind-words.ts'
import { notFound } from '../../../core/errors.ts'
import { describeExpression, type FrozenPage, type NameOf } from '../../../core/forms/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { ukClock, ukDate, ukReading } from '../../../core/time/uk-time.ts'
import { download, show, text } from '../../../platform/http/answer.ts'
import { firstRow, pageOfList, rowsOnPage } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { wordType, writeWord } from '../../../platform/word/write-word.ts'
import { organisationsById } from '../../accounts/index.ts'
import { answerSummary, authorityNames, type FormVersion, formVersionById } from '../../forms/index.ts'
import { type RoundInFund, roundByPath, roundCrumbs } from '../../funds/index.ts'
import { illustrativeWords, outcomeWords } from '../applications.messages.ts'
import {
  applyPath,
  blankFormPath,
  manageApplicationPath,
  manageApplicationsPath,
  manageCsvPath,
  manageRequestsPath,
  manageSubmissionJsonPath,
  manageSubmissionWordPath,
  publicRoundPath,
} from '../applications.paths.ts'
import { leadsOfDrafts, roundCounts } from '../applications.store.ts'
import { readClarified, repliedFileIds } from '../clarifying/read-clarified.ts'
import { describeQuestion } from '../describe-question.ts'
import { scanList, viewsOfFiles } from '../files/file-views.ts'
import { manageFilePath } from '../files/files.paths.ts'
import { submittedFileIds } from '../files/submitted-files.ts'
import { keyedFromWords } from '../keying/keying.messages.ts'
import { blankFormPage } from '../starting/pages/blank-form.ts'
import { writeBlankPdf, writeBlankText } from '../starting/write-blank-form.ts'
import { sendContent } from '../submitting/submission.routes.ts'
import { type SubmittedSearch, searchSubmitted, submittedContents } from '../submitting/submissions.store.ts'
import { sendSubmissionAsWord } from '../word/word.routes.ts'
import { writeWordForm } from '../word/write-word-form.ts'
import { countOutcomes } from './count-outcomes.ts'
import { submissionPage } from './pages/submission.ts'
import { submittedListPage } from './pages/submitted-list.ts'
import { readSubmitted } from './read-submission.ts'
import { writeAnswersCsv } from './write-answers-csv.ts'

/** What the programme team and auditors see of a round, and the blank form that anyone can read. */
export const programmeRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/applications', 'application:list', async (ask) => await list(services, ask)),
  get('/manage/funds/:fund/:round/applications.csv', 'application:list', async (ask) => {
    const round = await managedRound(services, ask)
    const applications = await submittedContents(services.db, round.id)
    return download({
      name: `${round.fund.slug}-${round.slug}-answers.csv`,
      type: 'text/csv; charset=utf-8',
      body: writeAnswersCsv(applications, round.illustrative ? illustrativeWords : undefined),
    })
  }),
  get('/manage/funds/:fund/:round/applications/:reference', 'application:list', async (ask) => {
    const round = await managedRound(services, ask)
    const read = await readSubmitted(services.db, round.id, param(ask, 'reference'))
    const { fund } = round
    const breadcrumbs = [
      ...roundCrumbs(round),
      { text: 'Applications', href: manageApplicationsPath(fund.slug, round.slug) },
    ]
    const hrefOf = (reference: string, file: string) => manageFilePath(fund.slug, round.slug, reference, file)
    const requests = await readClarified(services.db, read.application, read.content, ask.receivedAt)
    const ids = [...submittedFileIds(read.content), ...repliedFileIds(requests)]
    const files = await viewsOfFiles(services.db, read.reference, ids, hrefOf)
    const fileHref = (id: string) => files.get(id)
    const summaryOf = (page: FrozenPage) => answerSummary(page, undefined, fileHref)
    const pageOf = (page: FrozenPage) => ({ title: page.title, summary: summaryOf(page) })
    const jsonHref = manageSubmissionJsonPath(fund.slug, round.slug, read.reference)
    const wordHref = manageSubmissionWordPath(fund.slug, round.slug, read.reference)
    const clarifyHref = manageRequestsPath(fund.slug, round.slug, read.reference)
    const clarified = requests.map((request) => ({ request, href: clarifyHref }))
    const pages = read.content.pages.map(pageOf)
    const scans = scanList(read.content, files)
    const links = { jsonHref, wordHref, clarifyHref, fileHref, breadcrumbs }
    return show(submissionPage({ ...read, ...links, scans, pages, clarified }))
  }),
  get('/manage/funds/:fund/:round/applications/:reference/submission.json', 'application:list', async (ask) => {
    const round = await managedRound(services, ask)
    return sendContent(await readSubmitted(services.db, round.id, param(ask, 'reference')))
  }),
  get('/manage/funds/:fund/:round/applications/:reference/submission.docx', 'application:list', async (ask) => {
    const round = await managedRound(services, ask)
    return await sendSubmissionAsWord(services, await readSubmitted(services.db, round.id, param(ask, 'reference')))
  }),
  get('/funds/:fund/:round/form/blank.docx', 'public', async (ask) => {
    const { round, version, nameOf } = await publicForm(services, ask)
    const body = await writeWord(writeWordForm(round, version.definition, nameOf))
    return download({ name: `${round.fund.slug}-${round.slug}-form.docx`, type: wordType, body })
  }),
  get('/funds/:fund/:round/form/blank', 'public', async (ask) => {
    const { round, version, nameOf } = await publicForm(services, ask)
    return show(blankFormPage(blankModel(round, version, nameOf)))
  }),
  get('/funds/:fund/:round/form/blank.txt', 'public', async (ask) => {
    const { round, version, nameOf } = await publicForm(services, ask)
    return text(writeBlankText(round, version.definition, nameOf), 'text/plain; charset=utf-8')
  }),
  get('/funds/:fund/:round/form/blank.pdf', 'public', async (ask) => {
    const { round, version, nameOf } = await publicForm(services, ask)
    const body = await services.pdf.document(writeBlankPdf(round, version.definition, version.savedAt, nameOf))
    return download({ name: `${round.fund.slug}-${round.slug}-form.pdf`, type: 'application/pdf', body })
  }),
]

/** A round of a fund on which this person may list applications. @throws {NotFound} otherwise */
async function managedRound({ db }: Services, ask: Ask): Promise<RoundInFund> {
  const round = await roundByPath(db, param(ask, 'fund'), param(ask, 'round'))
  if (round === undefined || !may(ask.actor, 'application:list', round.fundId)) throw notFound('round')
  return round
}

async function list(services: Services, ask: Ask) {
  const { db } = services
  const round = await managedRound(services, ask)
  const { fund, slug } = round
  const search = searchOf(ask.query)
  const found = await searchSubmitted(db, round.id, search)
  const leads = await leadsOfDrafts(db, round.id)
  const names = await organisationsById(db, leads)
  return show(
    submittedListPage({
      fund: fund.name,
      round: round.name,
      illustrative: round.illustrative,
      breadcrumbs: roundCrumbs(round),
      counts: await roundCounts(db, round.id),
      eligibility: (await countOutcomes(db, round)).map(({ outcome, ...counts }) => ({
        ...counts,
        outcome: outcomeInTable[outcome],
      })),
      begun: leads.map((id) => names.get(id)?.name ?? id),
      search,
      regions: [any, ...regions.map((region) => ({ value: region, text: region }))],
      kinds: [any, ...authorityKinds.map((kind) => ({ value: kind, text: inTable(kindPlural(kind)) }))],
      outcomes: [any, ...outcomes.map((outcome) => ({ value: outcome, text: outcomeWords[outcome] }))],
      sorts: [
        { value: 'received', text: 'Received last' },
        { value: 'authority', text: 'Authority' },
        { value: 'reference', text: 'Reference' },
      ],
      rows: found.rows.map((row) => ({
        reference: row.reference,
        href: manageApplicationPath(fund.slug, slug, row.reference),
        lead: row.leadName,
        region: row.region ?? 'More than one',
        kind: inTable(kindWords(row.kind)),
        received: {
          day: ukDate(row.receivedAt),
          clock: `${ukClock(row.receivedAt, { seconds: true })} ${ukReading(row.receivedAt).zone}`,
        },
        outcome: outcomeInTable[row.outcome ?? 'none'],
        partners: row.partners,
        keyed: row.keyedFrom === null ? undefined : keyedFromWords[row.keyedFrom],
        disowned: row.disowned,
      })),
      total: found.total,
      pages: pageOfList(ask.query, { total: found.total, path: manageApplicationsPath(fund.slug, slug) }),
      action: manageApplicationsPath(fund.slug, slug),
      csvHref: manageCsvPath(fund.slug, slug),
    }),
  )
}

const any = { value: '', text: 'Any' }
const outcomeInTable = {
  pass: 'Passes',
  'pass-with-caveats': 'Points to note',
  fail: 'Does not pass',
  unanswered: 'Not answered yet',
  none: 'No rules',
} as const
const outcomes = ['pass', 'pass-with-caveats', 'fail', 'none'] as const

/** In a table: without its article, and with a capital. */
const inTable = (words: string): string => capital(words.replace(/^(?:an?|the) /, ''))

function searchOf(query: URLSearchParams): SubmittedSearch {
  const word = (name: string): string => (query.get(name) ?? '').slice(0, 200)
  const sort = word('sort')
  return {
    query: word('query'),
    region: word('region'),
    kind: word('kind'),
    outcome: word('outcome'),
    sort: sort === 'authority' || sort === 'reference' ? sort : 'received',
    limit: rowsOnPage,
    offset: firstRow(query),
  }
}

type PublicForm = { readonly round: RoundInFund; readonly version: FormVersion; readonly nameOf: NameOf }

/** The form of a round that is before the public. @throws {NotFound} otherwise */
async function publicForm({ db, clock }: Services, ask: Ask): Promise<PublicForm> {
  const round = await roundByPath(db, param(ask, 'fund'), param(ask, 'round'))
  const isPublic = round?.publishedAt !== null && round?.publishedAt !== undefined && round.publishedAt <= clock()
  if (round === undefined || !(isPublic || may(ask.actor, 'fund:read', round.fundId))) throw notFound('round')
  const version = round.formVersionId === null ? undefined : await formVersionById(db, round.formVersionId)
  if (version === undefined) throw notFound('form')
  return { round, version, nameOf: await authorityNames(db, version.definition) }
}

function blankModel(round: RoundInFund, { definition: form }: FormVersion, nameOf: NameOf) {
  const { fund, slug } = round
  const blank = blankFormPath(fund.slug, slug)
  return {
    title: form.title,
    fund: fund.name,
    round: round.name,
    roundHref: publicRoundPath(fund.slug, slug),
    applyHref: applyPath(fund.slug, slug),
    pdfHref: `${blank}.pdf`,
    wordHref: `${blank}.docx`,
    textHref: `${blank}.txt`,
    guidance: form.guidance,
    reconstructed: form.reconstructed === true,
    illustrative: round.illustrative,
    pages: form.pages.map((page) => ({
      title: page.title,
      guidance: page.guidance,
      condition: page.showIf && describeExpression(form, page.showIf, nameOf),
      questions: page.questions.map((question) => describeQuestion(form, question, nameOf)),
    })),
  }
}
