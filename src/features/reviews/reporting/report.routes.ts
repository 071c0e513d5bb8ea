import { notFound } from '../../../core/errors.ts'
import { appraisalOf, mayIn, type Report } from '../../../core/reviews/index.ts'
import { download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { wordType, writeWord } from '../../../platform/word/write-word.ts'
import { figuresPath } from '../figures/figures.paths.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import { openFrozen } from '../versions/open-frozen.ts'
import { readWhole } from '../weighing/read-whole.ts'
import { drawOnPaper } from './pages/draw-picture.ts'
import { reportPage } from './pages/report.ts'
import { type ReportFacts, reportPdf, reportWord } from './report-document.ts'
import { editionById, editions, editionWords, reportFor } from './report-editions.ts'
import { reportPath, reportPdfPath, reportWordPath } from './reporting.paths.ts'

const one = '/reviews/:reference/report/:edition'

/** The report of a review: a page, a PDF and a Word document of each edition. */
export const reportRoutes = (services: Services): Route[] => [
  get(one, 'review:work', async (ask) => await showReport(services, ask)),
  get(`${one}/report.pdf`, 'review:work', async (ask) => {
    const { report, facts } = await openReport(services, ask)
    const body = await services.pdf.document(reportPdf(report, facts, drawOnPaper))
    return download({ name: `${nameOf(ask)}.pdf`, type: 'application/pdf', body })
  }),
  get(`${one}/report.docx`, 'review:work', async (ask) => {
    const { report, facts } = await openReport(services, ask)
    return download({
      name: `${nameOf(ask)}.docx`,
      type: wordType,
      body: await writeWord(reportWord(report, facts, drawOnPaper)),
    })
  }),
]

const nameOf = (ask: Ask): string => `${param(ask, 'reference')}-report-${param(ask, 'edition')}`

/** @throws {NotFound} if there is no such edition, or the review is not one of this person's */
async function openReport({ db }: Services, ask: Ask) {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const edition = editionById(param(ask, 'edition'))
  if (edition === undefined) throw notFound('report')
  const asked = ask.query.get('version')
  const frozen = asked === null ? undefined : await openFrozen(db, review, asked)
  const record = frozen?.record ?? (await readWhole(db, review))
  const name =
    frozen === undefined ? editionWords[edition].name : `${editionWords[edition].name}, version ${frozen.number}`
  const facts = factsOf(review, name, frozen?.frozenAt ?? ask.receivedAt)
  const ofVersion = frozen === undefined ? '' : `?version=${frozen.number}`
  return { review, edition, record, report: reportFor(edition, record), facts, ofVersion }
}

const factsOf = ({ title, council, reference, illustrative }: Review, edition: string, at: Date): ReportFacts => ({
  title,
  council,
  reference,
  illustrative,
  edition,
  at,
})

async function showReport(services: Services, ask: Ask) {
  const { review, edition, record, report, facts, ofVersion } = await openReport(services, ask)
  const { reference } = review
  return show(
    reportPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      title: review.title,
      council: review.council,
      edition: { ...editionWords[edition], name: facts.edition },
      editions: editions.map((each) => ({
        text: editionWords[each].name,
        href: `${reportPath(reference, each)}${ofVersion}`,
        current: each === edition,
      })),
      parts: partsOf(report),
      pdfHref: `${reportPdfPath(reference, edition)}${ofVersion}`,
      wordHref: `${reportWordPath(reference, edition)}${ofVersion}`,
      figures:
        edition === 'public' || appraisalOf(record) === undefined
          ? undefined
          : {
              excelHref: `${figuresPath(reference, 'xlsx')}${ofVersion}`,
              openHref: `${figuresPath(reference, 'ods')}${ofVersion}`,
            },
      wordsHref: mayIn(review.roles, 'write') ? sheetPath(reference, 'report') : undefined,
    }),
  )
}

const partsOf = ({ parts }: Report) =>
  parts.map(({ id, title, blocks }, at) => ({ id, title: `${at + 1}. ${title}`, blocks }))
