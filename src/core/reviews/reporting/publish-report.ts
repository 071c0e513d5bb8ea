import { type Answers, answerOf, answerWords, nameInSentence } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { capital } from '../../text/capital.ts'
import type { ReviewRecord } from '../review-record.ts'
import { exemptionsSheet } from '../sheets/exemptions.ts'
import type { ReportBlock } from './report-block.ts'
import { type Report, reportOf } from './write-report.ts'

/** A report for the public, and what was taken out of it. */
export type PublishedReport = {
  /** Parts that are withheld say under which law, and why. */
  readonly open: Report
  /** The parts that are withheld, for those who decide; without parts where nothing is. */
  readonly appendix: Report
}

export function publishedReportOf(record: ReviewRecord): PublishedReport {
  const exemptions = entriesOf(record, 'exemptions').map(({ content }) => content)
  const { parts } = reportOf(record)
  const reasonsFor = (id: string) => exemptions.filter((content) => answerOf(content, 'part') === id)
  return {
    open: {
      parts: parts.map((part) => {
        const reasons = reasonsFor(part.id)
        return reasons.length === 0 ? part : { ...part, blocks: reasons.flatMap(withheldBlocks) }
      }),
    },
    appendix: { parts: parts.filter(({ id }) => reasonsFor(id).length > 0) },
  }
}

function withheldBlocks(content: Answers): readonly ReportBlock[] {
  const questions = exemptionsSheet.questions({ depth: 'quick', sheets: {} }, undefined)
  const rows = questions.flatMap((question) =>
    question.id === 'part'
      ? []
      : [{ name: capital(nameInSentence(question)), value: answerWords(question, answerOf(content, question.id)) }],
  )
  return [
    { kind: 'missing', text: 'This part is in the exempt appendix.' },
    { kind: 'facts', rows },
  ]
}
