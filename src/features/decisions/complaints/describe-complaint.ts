import {
  type ComplaintCounts,
  countComplaints,
  overdueOf,
  type StageTexts,
  stageOf,
  stateOf,
} from '../../../core/complaints/index.ts'
import { documentKinds, sentLimits } from '../../../core/files/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { bankHolidaysOfEngland } from '../../../core/workload/bank-holidays.ts'
import { countWorkingDays } from '../../../core/workload/working-days.ts'
import { mostEvidence, mostEvidenceMegabytes } from './add-evidence.ts'
import { overdueWords, stateTags } from './complaints.messages.ts'
import { handlerOf, type KeptComplaint, progressOf } from './complaints.store.ts'
import type { ShownReply } from './pages/parts.ts'
import { replyParagraphs } from './reply-letter.messages.ts'

/** How far a complaint is, as a tag, a sentence and what is late. */
export function standingOf(complaint: KeptComplaint, at: Date) {
  const progress = progressOf(complaint)
  const state = stateOf(progress)
  const overdue = overdueOf(progress, isoDay(at))
  return {
    state: stateTags[state],
    handler: handlerOf(complaint, stageOf(progress))?.name ?? 'Nobody yet',
    standing: sentenceOf(complaint),
    overdue: overdue === null ? '' : overdueWords[overdue],
  }
}

function sentenceOf(complaint: KeptComplaint): string {
  const progress = progressOf(complaint)
  const replyBy = dayInWords(progress.reviewBy ?? progress.replyBy)
  const name = handlerOf(complaint, stageOf(progress))?.name ?? ''
  switch (stateOf(progress)) {
    case 'received':
      return `Somebody who was not involved is named by ${dayInWords(progress.acknowledgeBy)} and replies by ${replyBy}.`
    case 'review-asked':
      return `Somebody who was not involved before is named, and replies by ${replyBy}.`
    case 'with-handler':
    case 'in-review':
      return `${name} looks at it and replies by ${replyBy}.`
    case 'replied':
      return `${name} looked at it and has replied.`
    case 'reviewed':
      return `${name} looked at it again and has replied. This was the last reply.`
  }
}

/** The replies to a complaint as they are read. */
export const shownReplies = (
  { replies }: KeptComplaint,
  texts: StageTexts,
  letterHref: (stage: string) => string,
): readonly ShownReply[] =>
  replies.map((each) => ({
    heading: `${each.stage === 'first' ? 'Our reply' : 'Our reply after the review'}, ${ukDate(each.repliedAt)}`,
    paragraphs: replyParagraphs({ ...each, texts }),
    letterHref: letterHref(each.stage),
  }))

/** What files a complaint takes, in words and for the browser. */
export const evidenceLimits = sentLimits({
  most: mostEvidence,
  kinds: documentKinds,
  megabytes: mostEvidenceMegabytes,
})

/** The complaints of a round in numbers. Days are working days of England, from the day after a complaint came. */
export const countsOf = (complaints: readonly KeptComplaint[]): ComplaintCounts =>
  countComplaints(
    complaints.map(({ madeAt, replies }) => {
      const last = replies.at(-1)
      return { found: last?.found ?? null, days: last === undefined ? null : workingDays(madeAt, last.repliedAt) }
    }),
  )

function workingDays(from: Date, to: Date): number {
  const [first, last] = [isoDay(from), isoDay(to)]
  const years: number[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) years.push(year)
  return Math.max(0, countWorkingDays(first, last, years.flatMap(bankHolidaysOfEngland)) - 1)
}
