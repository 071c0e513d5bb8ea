import { sameJson } from '../../canonical/index.ts'
import { type Answers, answerOf, answerWords, nameInSentence } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { capital } from '../../text/capital.ts'
import { plainList } from '../../text/plain-list.ts'
import type { ReviewRecord } from '../review-record.ts'
import { exemptionsSheet } from '../sheets/exemptions.ts'
import { amountsIn, redactedBlock } from './redact-figures.ts'
import type { ReportBlock } from './report-block.ts'
import { type ReportPartId, reportParts } from './report-parts.ts'
import { type Report, type ReportPart, reportOf } from './write-report.ts'

/** A report for the public, and what was taken out of it. */
export type PublishedReport = {
  /** Parts that are withheld say under which law, and why. No figure of theirs alone stands in another part. */
  readonly open: Report
  /** What is withheld, for those who decide: whole parts, and of others what has their figures. Without parts where nothing is. */
  readonly appendix: Report
}

export function publishedReportOf(record: ReviewRecord): PublishedReport {
  const exemptions = entriesOf(record, 'exemptions').map(({ content }) => content)
  const { parts } = reportOf(record)
  if (exemptions.length === 0) return { open: { parts }, appendix: { parts: [] } }
  const reasonsFor = (id: string) => exemptions.filter((content) => answerOf(content, 'part') === id)
  const withheld = new Set(parts.map(({ id }) => id).filter((id) => reasonsFor(id).length > 0))
  const isHeld = (part: ReportPart, block: ReportBlock) => withheld.has(part.id) || heldBy(withheld, block).length > 0
  const held = parts.flatMap((part) => part.blocks.filter((block) => isHeld(part, block)))
  const shown = parts.flatMap((part) => part.blocks.filter((block) => !isHeld(part, block) && isWorkedOut(block)))
  const ownOfOthers = new Set(amountsIn(shown))
  const amounts = amountsIn(held).filter((pounds) => !ownOfOthers.has(pounds))
  const open = parts.map((part) => ({
    ...part,
    blocks: (withheld.has(part.id)
      ? reasonsFor(part.id).flatMap(withheldBlocks)
      : part.blocks.map((block) => withoutResting(withheld, block))
    ).map((block) => (isWorkedOut(block) ? block : redactedBlock(block, amounts))),
  }))
  return { open: { parts: open }, appendix: { parts: leftOut(parts, open, withheld) } }
}

const heldBy = (withheld: ReadonlySet<ReportPartId>, { restsOn = [] }: ReportBlock): readonly ReportPartId[] =>
  restsOn.filter((id) => withheld.has(id))

/** What is worked out is withheld whole, by the part whose figures it has; what people wrote is read for figures. */
const isWorkedOut = (block: ReportBlock): boolean =>
  block.kind === 'finding' ||
  (block.kind === 'picture' && block.picture.chart !== 'plan') ||
  (block.kind === 'table' && block.columns.some(({ amounts }) => amounts === true))

/** A sentence or table with figures of a part that is withheld says that it has them, and nothing of them. */
function withoutResting(withheld: ReadonlySet<ReportPartId>, block: ReportBlock): ReportBlock {
  const held = heldBy(withheld, block)
  if (held.length === 0) return block
  const titles = reportParts.filter(({ id }) => held.includes(id)).map(({ title }) => `“${title}”`)
  return {
    kind: 'missing',
    text: `What stands here has figures of ${plainList(titles)}: it is in the exempt appendix.`,
  }
}

/** The pieces that the public does not read as they are, in their parts. */
const leftOut = (
  parts: readonly ReportPart[],
  open: readonly ReportPart[],
  withheld: ReadonlySet<ReportPartId>,
): readonly ReportPart[] =>
  parts.flatMap((part, of) => {
    const shown = open[of]?.blocks ?? []
    const blocks = withheld.has(part.id) ? part.blocks : part.blocks.filter((block, at) => !sameJson(block, shown[at]))
    return blocks.length === 0 ? [] : [{ ...part, blocks }]
  })

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
