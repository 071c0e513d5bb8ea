import { answerOf } from '../../forms/index.ts'
import { contentOf } from '../../sheets/index.ts'
import { dayInWords, isIsoDay } from '../../time/day.ts'
import { planOf } from '../judging/read-plan.ts'
import { appraisalOf, type ReviewAppraisal } from '../money/index.ts'
import { preferredOptionOf } from '../preference/index.ts'
import { textIn } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import { sheets } from '../sheets/index.ts'
import { benefitBlocks } from './benefit-blocks.ts'
import { departureBlocks } from './departure-blocks.ts'
import { findingsOf } from './findings.ts'
import { economicBlocks, financialBlocks, riskBlocks } from './money-blocks.ts'
import { planPicture } from './plan-picture.ts'
import type { ReportBlock } from './report-block.ts'
import { partOf, type ReportPartId, reportParts } from './report-parts.ts'
import { sheetBlocks, shortBlocks } from './sheet-blocks.ts'
import { cashBandBlocks, chancesBlocks } from './simulation-blocks.ts'
import { tradeBlocks } from './trade-blocks.ts'
import { weighingBlocks } from './weighing-blocks.ts'

export type ReportPart = { readonly id: ReportPartId; readonly title: string; readonly blocks: readonly ReportBlock[] }

/** What is written of a review, part by part. */
export type Report = { readonly parts: readonly ReportPart[] }

/**
 * The report of a review: words of its people around figures that are worked out of the record and of nothing else, so that
 * the same record has the same report.
 */
export function reportOf(record: ReviewRecord): Report {
  const appraisal = appraisalOf(record)
  const preferred = preferredOptionOf(record)?.id ?? ''
  return {
    parts: reportParts.flatMap(({ id, title }) => {
      const blocks = [
        ...workedOut(id, record, appraisal, preferred),
        ...wordsOf(id, record),
        ...sheets.filter((sheet) => partOf(sheet) === id).flatMap((sheet) => shortBlocks(sheet, record)),
        ...afterSheets(id, record),
      ]
      return blocks.length === 0 ? [] : [{ id, title, blocks }]
    }),
  }
}

/** Everything that was written, page by page and question by question, for whoever wants more than the report says. */
export const annexOf = (record: ReviewRecord): Report => ({
  parts: reportParts.flatMap(({ id, title }) => {
    const blocks = sheets.filter((sheet) => partOf(sheet) === id).flatMap((sheet) => sheetBlocks(sheet, record))
    return blocks.length === 0 ? [] : [{ id, title, blocks }]
  }),
})

const notYet = (text: string): readonly ReportBlock[] => [{ kind: 'missing', text }]

function workedOut(
  id: ReportPartId,
  record: ReviewRecord,
  appraisal: ReviewAppraisal | undefined,
  preferred: string,
): readonly ReportBlock[] {
  if (id === 'summary') return summaryBlocks(record, appraisal)
  if (id !== 'economic' && id !== 'financial' && id !== 'risk') return []
  if (appraisal === undefined) return notYet('There are no figures yet: business as usual has no line of money.')
  if (id === 'economic')
    return [
      ...economicBlocks(appraisal, preferred),
      ...benefitBlocks(record, appraisal),
      ...tradeBlocks(appraisal, record.weighing),
      ...chancesBlocks(record, appraisal, preferred),
    ]
  return id === 'financial'
    ? [...financialBlocks(appraisal), ...cashBandBlocks(record, appraisal, preferred)]
    : riskBlocks(appraisal)
}

function summaryBlocks(record: ReviewRecord, appraisal: ReviewAppraisal | undefined): readonly ReportBlock[] {
  const option = preferredOptionOf(record)
  if (option === undefined) return notYet('No option is preferred yet.')
  const findings = appraisal === undefined ? [] : findingsOf(appraisal, option.id)
  return [
    { kind: 'facts', rows: [{ name: 'Preferred option', value: [option.title] }] },
    ...findings.map(({ of, ...words }) => ({ kind: 'finding', ...words, restsOn: [of] }) as const),
    ...(findings.length === 0 ? notYet('The preferred option has no figures yet.') : []),
    ...departureBlocks(record),
  ]
}

/** Words of the report by the part in which they stand, each under a heading where it needs one. */
const wordsIn: Readonly<Partial<Record<ReportPartId, readonly { readonly id: string; readonly heading: string }[]>>> = {
  summary: [
    { id: 'summary', heading: 'Why it is preferred' },
    { id: 'asked', heading: 'What is to be decided' },
    { id: 'rejected', heading: 'Why other options are not preferred' },
  ],
  strategic: [{ id: 'strategic', heading: '' }],
  economic: [{ id: 'economic', heading: 'What the figures do not say' }],
  financial: [{ id: 'financial', heading: 'How it is paid for' }],
  commercial: [{ id: 'commercial', heading: '' }],
  management: [{ id: 'management', heading: '' }],
}

const wordsOf = (part: ReportPartId, record: ReviewRecord): readonly ReportBlock[] =>
  (wordsIn[part] ?? []).flatMap(({ id, heading }) => {
    const answer = answerOf(contentOf(record, 'report'), id)
    const words: ReportBlock =
      typeof answer === 'string' && answer !== ''
        ? { kind: 'words', text: answer }
        : { kind: 'missing', text: 'Not written yet.' }
    return heading === '' ? [words] : [{ kind: 'heading', text: heading } as const, words]
  })

function afterSheets(id: ReportPartId, record: ReviewRecord): readonly ReportBlock[] {
  if (id === 'management') return planBlocks(record)
  if (id === 'weighing') return weighingBlocks(record.weighing, record.runs)
  return id === 'engagement' ? replyBlocks(record) : []
}

function planBlocks(record: ReviewRecord): readonly ReportBlock[] {
  const steps = planOf(record)
  const picture = planPicture(steps)
  if (picture === undefined) return notYet('There is no plan yet.')
  return [
    picture,
    {
      kind: 'table',
      caption: 'Implementation plan',
      columns: ['Step', 'Begins', 'Ends', 'Owner', 'What must be true'].map((text) => ({ text })),
      rows: steps.map(({ title, isGate, startsOn, endsOn, owner, passes }) => [
        isGate ? `Gate: ${title}` : title,
        dayInWords(startsOn),
        isGate ? '' : dayInWords(endsOn),
        owner,
        passes,
      ]),
    },
  ]
}

function replyBlocks(record: ReviewRecord): readonly ReportBlock[] {
  const text = (id: string): string => textIn(contentOf(record, 'staff-reply'), id)
  const heading = { kind: 'heading', text: 'The reply of the staff side' } as const
  if (text('text') === '') return [heading, ...notYet('The staff side has not replied.')]
  const on = text('on')
  return [
    heading,
    {
      kind: 'quote',
      from: [text('from'), isIsoDay(on) ? dayInWords(on) : ''].filter(Boolean).join(', '),
      text: text('text'),
    },
  ]
}
