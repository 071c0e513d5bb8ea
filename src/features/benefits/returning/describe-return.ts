import {
  type BenefitRecord,
  type ReturnMonths,
  type ReturnStanding,
  returnWordsSheet,
} from '../../../core/benefits/index.ts'
import { answerOf, answerWords } from '../../../core/forms/index.ts'
import { entriesOf } from '../../../core/sheets/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { returnStateWords } from '../benefits.messages.ts'
import type { ReturnEvent, ReturnRow, SaidInReturn } from './pages/parts.ts'
import { askedBackWords, stepWords } from './returning.messages.ts'
import type { ReturnVersion } from './returns.store.ts'

/** A return in a list. */
export const returnRow = (
  { months, due, state }: Pick<ReturnStanding<unknown>, 'months' | 'due' | 'state'>,
  href: string,
): ReturnRow => ({ href, title: `At ${months} months`, due: dayInWords(due), state: returnStateWords[state] })

/** What a council says in its words in a return, question by question; what is not answered is left out. */
export function saidIn(record: BenefitRecord, months: ReturnMonths): readonly SaidInReturn[] {
  const id = String(months)
  const content = entriesOf(record, returnWordsSheet.id).find((entry) => entry.id === id)?.content ?? {}
  return returnWordsSheet.questions(record, id).flatMap((question) => {
    const answer = answerOf(content, question.id)
    return answer === undefined ? [] : { question: question.label, answer: answerWords(question, answer).join('\n') }
  })
}

/** What was done with the versions of a return, the last first. */
export const historyOf = (versions: readonly ReturnVersion[]): readonly ReturnEvent[] =>
  versions.flatMap(({ number, sha256, frozenAt, by, steps }) => [
    ...steps.toReversed().map((step) => ({
      title: `Version ${number}: ${(step.step === 'questioned' ? askedBackWords(steps).history : stepWords[step.step]).toLowerCase()}`,
      by: step.by,
      time: ukTime(step.at),
      datetime: step.at.toISOString(),
      text: step.said,
    })),
    {
      title: `Version ${number} made`,
      by,
      time: ukTime(frozenAt),
      datetime: frozenAt.toISOString(),
      text: '',
      sha256,
    },
  ])
