import { restartsWithAnswer } from '../../../core/requests/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { typedDayIn } from '../../../core/time/typed-day.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { OpenedRequest } from './open-request.ts'
import type { QuestionsBack } from './pages/questions-back.ts'

/** The questions back of a request for its page, with what this person can record of them. */
export function shownQuestions(ask: Ask, { request }: OpenedRequest, address: string | undefined): QuestionsBack {
  const open = address !== undefined && request.answeredOn === null && restartsWithAnswer(request.kind)
  const waits = request.waitsSince !== null
  return {
    questions: request.questions.map(({ question, askedOn, answeredOn }) => ({
      text: question,
      when: `Asked on ${dayInWords(askedOn)}. ${answeredOn === null ? 'No answer yet: no time runs' : `Answered on ${dayInWords(answeredOn)}: the time to answer began anew`}`,
    })),
    ask:
      open && !waits
        ? { action: `${address}/ask-back`, question: ask.form.text('question'), on: typedDayIn(ask.form, 'asked') }
        : undefined,
    hear: open && waits ? { action: `${address}/hear-back`, on: typedDayIn(ask.form, 'heard') } : undefined,
  }
}
