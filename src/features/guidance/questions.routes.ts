import { notFound } from '../../core/errors.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { readSought } from '../../ui/patterns/index.ts'
import { askQuestion, longestQuestion } from './ask-question.ts'
import { findReadableRound } from './find-round.ts'
import { type GuidanceProblem, problemsInWords } from './guidance.messages.ts'
import { askPath, questionsPath } from './guidance.paths.ts'
import { askPage } from './pages/ask.ts'
import { questionsPage } from './pages/questions.ts'
import { publishedPages } from './pages.store.ts'
import { addressOf } from './public-pages.routes.ts'
import { closingWords, questionsOpen, readQuestions } from './read-questions.ts'
import { frameOf } from './round-frame.ts'

/** The questions of a round: read by everyone, asked by anyone signed in. */
export function questionsRoutes(services: Services): Route[] {
  return [
    get('/funds/:fund/:round/questions', 'public', async (ask) => {
      const readable = await findReadableRound(services.db, ask.actor, addressOf(ask), ask.receivedAt)
      const sought = readSought(ask.query, 'q')
      const page = questionsPage(await readQuestions(services, readable, sought, ask.receivedAt))
      return show(page, { status: sought.problems.length > 0 ? 400 : 200 })
    }),
    get('/funds/:fund/:round/questions/ask', 'signed-in', (ask) => askForm(services, ask, [])),
    post(
      '/funds/:fund/:round/questions/ask',
      'signed-in',
      'question.asked',
      async (ask) => {
        const { actor, receivedAt } = ask
        if (actor.kind !== 'person') throw notFound('round')
        const { round } = await findReadableRound(services.db, actor, addressOf(ask), receivedAt)
        const question = ask.form.text('question')
        const result = await askQuestion(services, actor, { roundId: round.id, question, at: receivedAt })
        if (!result.ok) return askForm(services, ask, result.problems)
        return seeOther(questionsPath(addressOf(ask)), {
          flash: 'Your question has been sent. You will get an email when it is answered',
        })
      },
      { perMinute: 20 },
    ),
  ]
}

async function askForm(services: Services, ask: Ask, problems: readonly GuidanceProblem[]): Promise<Answer> {
  const { db } = services
  const readable = await findReadableRound(db, ask.actor, addressOf(ask), ask.receivedAt)
  const { titles } = await publishedPages(db, readable.round.id, 'announcement')
  const { round, address } = readable
  const page = askPage({
    frame: frameOf(readable, 'questions', titles, 'Ask a question'),
    action: askPath(address),
    csrf: ask.csrf,
    question: ask.form.text('question'),
    longest: longestQuestion,
    closing: closingWords(round, ask.receivedAt),
    open: questionsOpen(round, ask.receivedAt),
    contactEmail: round.contactEmail,
    questionsHref: questionsPath(address),
    problems: problemsInWords(problems),
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}
