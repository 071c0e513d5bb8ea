import type {
  ComplaintState,
  Finding,
  Ground,
  Involvement,
  ReplyProblem,
  TermsProblem,
} from '../../../core/complaints/index.ts'
import { fileProblemText } from '../../../core/files/index.ts'
import { leastWordsOfReason } from '../../../core/rules/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { EvidenceProblem } from './add-evidence.ts'
import type { ReviewProblem } from './ask-review.ts'
import type { MakeProblem } from './make-complaint.ts'
import type { NamingProblem } from './name-handler.ts'
import type { MessageProblem } from './write-message.ts'

export const groundWords: Readonly<Record<Ground, string>> = {
  rule: 'A rule was not followed',
  conflict: 'Somebody had a conflict of interest',
  fact: 'A fact was wrong',
  notice: 'A notice was late or wrong',
  discrimination: 'There was discrimination',
  other: 'Something else about the process',
}

export const groundHints: Readonly<Record<Ground, string>> = {
  rule: 'One of the sealed rules, of the guidance or of the law',
  conflict: 'It was not declared, or not dealt with',
  fact: 'Something that the application says was overlooked or mistaken for something else',
  notice: 'We told you late, or told you something that was wrong',
  discrimination: 'Somebody was treated worse because of a protected characteristic',
  other: 'But not that you would have scored or decided otherwise',
}

export const findingWords: Readonly<Record<Finding, string>> = {
  upheld: 'upheld',
  'partly-upheld': 'upheld in part',
  'not-upheld': 'not upheld',
}

export const stateTags: Readonly<Record<ComplaintState, { readonly text: string; readonly colour: string }>> = {
  received: { text: 'Nobody looks at it yet', colour: 'purple' },
  'with-handler': { text: 'Being looked at', colour: 'light-blue' },
  replied: { text: 'Replied to', colour: 'green' },
  'review-asked': { text: 'A review is asked for', colour: 'purple' },
  'in-review': { text: 'Being reviewed', colour: 'light-blue' },
  reviewed: { text: 'Replied to after review', colour: 'green' },
}

export const overdueWords = { acknowledgement: 'Naming is overdue', reply: 'The reply is overdue' } as const

export const involvementWords: Readonly<Record<Involvement, string>> = {
  'of-the-authority': 'works or worked for an authority in it',
  'wrote-it': 'wrote, keyed in, signed or submitted some of it',
  complained: 'made the complaint',
  'declared-conflict': 'declared a conflict of interest with it',
  assessed: 'was given it to assess',
  moderated: 'moderated its scores',
  'on-the-panel': 'is or was on the panel',
  shortlisted: 'decided on the shortlist',
  recommended: 'recommended what becomes of it',
  decided: 'decided or recorded what becomes of it',
  approved: 'approved the shortlist or the awards for a funder',
  'wrote-feedback': 'wrote or approved its feedback',
  sifted: 'sifted it',
  'handled-first': 'looked at the complaint first',
  'acted-on-it': 'did something to it that is on record',
}

/** Why somebody cannot be named. @example involvedWords(['assessed', 'decided']) // => 'was given it to assess and decided or recorded what becomes of it' */
export const involvedWords = (involved: readonly Involvement[]): string =>
  plainList(involved.map((each) => involvementWords[each]))

const thin = `Write at least ${leastWordsOfReason} words`

export function makeProblemText(problem: MakeProblem): FieldText {
  switch (problem.code) {
    case 'no-ground':
      return fieldText('grounds', 'Select what went wrong')
    case 'words-too-thin':
      return fieldText('words', `Say what happened in at least ${leastWordsOfReason} words`)
    case 'too-long':
      return fieldText(problem.field, 'Shorten this to 10,000 characters')
    case 'window-closed':
      return fieldText('main-content', `Complaints could be made until ${dayInWords(problem.lastOn)}`)
    case 'too-many':
      return fieldText(
        'main-content',
        `There can be ${problem.most} complaints about one application. Add to one of them instead`,
      )
  }
}

export function messageProblemText({ code }: MessageProblem): FieldText {
  switch (code) {
    case 'message-missing':
      return fieldText('text', 'Write the message')
    case 'message-too-long':
      return fieldText('text', 'Shorten the message to 10,000 characters')
    case 'complaint-closed':
      return fieldText('main-content', 'The complaint was replied to. Nothing more can be added')
  }
}

export function evidenceProblemText(problem: EvidenceProblem): FieldText {
  if (problem.code === 'evidence-not-chosen') return fieldText('evidence', 'Select a file')
  if (problem.code === 'complaint-closed') return messageProblemText({ code: 'complaint-closed' })
  return fieldText('evidence', fileProblemText(problem))
}

export function reviewProblemText(problem: ReviewProblem): FieldText {
  switch (problem.code) {
    case 'review-too-thin':
      return fieldText('review', thin)
    case 'review-too-long':
      return fieldText('review', 'Shorten this to 10,000 characters')
    case 'not-replied':
      return fieldText('main-content', 'A review can be asked for once the complaint was replied to')
    case 'review-asked-already':
      return fieldText('main-content', 'A review is asked for already')
    case 'review-late':
      return fieldText('main-content', `A review could be asked for until ${dayInWords(problem.lastOn)}`)
  }
}

export function namingProblemText(problem: NamingProblem): FieldText {
  switch (problem.code) {
    case 'nobody-chosen':
      return fieldText('person', 'Select who looks at the complaint')
    case 'was-involved':
      return fieldText(
        'person',
        `${problem.name} cannot look at it: ${problem.name} ${involvedWords(problem.involved)}`,
      )
    case 'named-already':
      return fieldText('person', 'They are named already')
    case 'reason-too-thin':
      return fieldText('reason', `Say why another is named in at least ${leastWordsOfReason} words`)
    case 'replied':
      return fieldText('main-content', 'The complaint was replied to. Nobody else can be named')
  }
}

export function replyProblemText(problem: ReplyProblem | { readonly code: 'replied' }): FieldText {
  switch (problem.code) {
    case 'finding-missing':
      return fieldText(`finding-${problem.ground}`, `Select your finding: ${groundWords[problem.ground]}`)
    case 'reasons-too-thin':
      return fieldText(
        `reasons-${problem.ground}`,
        `Give reasons in at least ${leastWordsOfReason} words: ${groundWords[problem.ground]}`,
      )
    case 'reasons-too-long':
      return fieldText(
        `reasons-${problem.ground}`,
        `Shorten the reasons to 10,000 characters: ${groundWords[problem.ground]}`,
      )
    case 'remedy-missing':
      return fieldText('remedy', 'Enter what you will do about what you upheld, even if only to apologise')
    case 'remedy-too-long':
      return fieldText('remedy', 'Shorten what is done to 10,000 characters')
    case 'departure-of-nothing':
      return fieldText('departure', 'Nothing is upheld, so no departure can be asked for')
    case 'replied':
      return fieldText('main-content', 'The complaint was replied to already')
  }
}

export const termLabels: Readonly<Record<TermsProblem['field'], string>> = {
  windowDays: 'Working days to complain, and to ask for a review',
  acknowledgeDays: 'Working days until somebody is named',
  replyDays: 'Working days until the reply',
  team: 'First, before a complaint',
  outsideBody: 'Body outside',
  outside: 'Last, after the review',
}

export function termsProblemText(problem: TermsProblem): FieldText {
  const label = termLabels[problem.field]
  switch (problem.code) {
    case 'days-not-whole':
      return fieldText(problem.field, `${label} must be a whole number from 1 to ${problem.most}`)
    case 'acknowledged-after-reply':
      return fieldText(problem.field, 'Somebody must be named before the reply is due')
    case 'text-missing':
      return fieldText(problem.field, `Fill in: ${label}`)
    case 'text-too-long':
      return fieldText(problem.field, `Shorten to 2,000 characters: ${label}`)
  }
}
