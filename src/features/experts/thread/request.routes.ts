import { notFound } from '../../../core/errors.ts'
import { seenBy } from '../../../core/experts/index.ts'
import { type Answer, attachment, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fileFormRoutes } from '../../files/index.ts'
import { answerOffer } from '../asking/answer-offer.ts'
import { answerProblemText, withdrawProblemText } from '../asking/asking.messages.ts'
import { withdrawRequest } from '../asking/withdraw-request.ts'
import { panelPath, requestPath } from '../experts.paths.ts'
import { answerNote } from './answer-note.ts'
import { takesPart } from './describe-thread.ts'
import { sayWhatWasDone } from './follow-up.ts'
import { openPostFile } from './open-post-file.ts'
import { openRequest } from './open-request.ts'
import { putInReview } from './put-in-review.ts'
import { askedIn, showRequest } from './show-request.routes.ts'
import { followUpProblemText, noteAnswerProblemText, noteProblemText, postProblemText } from './thread.messages.ts'
import { writeNote } from './write-note.ts'
import { papersTaken, writePost } from './write-post.ts'

const one = '/experts/:fund/requests/:number'
const offerAnswers = ['accepted', 'declined', 'conflict'] as const
const noteAnswers = ['accepted', 'more'] as const

/** A question for those who take part in it. Each asks on which side this person is. */
export const requestRoutes = (services: Services): Route[] => [
  get(one, 'experts:work', async (ask) => await showRequest(services, ask, [])),
  post(`${one}/answer`, 'experts:work', 'expert.took or expert.declined', async (ask) => {
    const answer = offerAnswers.find((each) => each === ask.form.line('answer'))
    const asked = { ...askedIn(ask), answer, reason: ask.form.text('answer-reason') }
    const result = await answerOffer(services, ask.actor, asked)
    if (!result.ok) return await showRequest(services, ask, result.problems.map(answerProblemText))
    return result.value === 'accepted'
      ? back(ask, 'You have taken the question.')
      : seeOther(panelPath(param(ask, 'fund')), { flash: 'The programme team looks for somebody else.' })
  }),
  post(`${one}/withdraw`, 'experts:work', 'expert.withdrawn', async (ask) => {
    const asked = { ...askedIn(ask), reason: ask.form.text('withdraw-reason') }
    const result = await withdrawRequest(services, ask.actor, asked)
    if (!result.ok) return await showRequest(services, ask, result.problems.map(withdrawProblemText))
    return back(
      ask,
      result.value === 0 ? 'The question is withdrawn.' : 'The question is withdrawn, and its hours are cancelled.',
    )
  }),
  ...fileFormRoutes(services, {
    path: `${one}/posts`,
    permission: 'experts:work',
    audit: 'expert.posted',
    input: 'files',
    ...papersTaken,
    sender: async (ask) => await senderOf(services, ask),
    handler: async (ask, sent) => {
      const readers = seenBy.find((each) => each === ask.form.line('readers'))
      const typed = { words: ask.form.text('words'), seenBy: readers, sent }
      const result = await writePost(services, ask.actor, { ...askedIn(ask), ...typed })
      if (!result.ok) return await showRequest(services, ask, result.problems.map(postProblemText))
      return back(ask, result.value === 0 ? 'Sent.' : 'Sent. Files are being checked for viruses.')
    },
  }),
  get(`${one}/files/:file`, 'experts:work', async (ask) => {
    const opened = await openRequest(services.db, ask.actor, askedIn(ask))
    return attachment(await openPostFile(services, opened, param(ask, 'file')))
  }),
  post(`${one}/note`, 'experts:work', 'expert.advised', async (ask) => {
    const result = await writeNote(services, ask.actor, { ...askedIn(ask), fields: ask.form })
    return result.ok
      ? back(ask, 'The council has your advice.')
      : await showRequest(services, ask, result.problems.map(noteProblemText))
  }),
  post(`${one}/note-answer`, 'experts:work', 'expert.note-accepted or expert.more-asked', async (ask) => {
    const answer = noteAnswers.find((each) => each === ask.form.line('note-answer'))
    const result = await answerNote(services, ask.actor, { ...askedIn(ask), answer, words: ask.form.text('more') })
    return result.ok
      ? back(
          ask,
          answer === 'accepted'
            ? 'You have accepted the advice. We have told the expert.'
            : 'We have told the expert what you still want to know.',
        )
      : await showRequest(services, ask, result.problems.map(noteAnswerProblemText))
  }),
  post(`${one}/review`, 'experts:work', 'expert.note-put-in-review', async (ask) =>
    seeOther(await putInReview(services, ask.actor, askedIn(ask)), {
      flash: 'It is in the review. Say what kind of advice it is, and what was done about it.',
    }),
  ),
  post(`${one}/follow-up`, 'experts:work', 'expert.followed-up', async (ask) => {
    const result = await sayWhatWasDone(services, ask.actor, { ...askedIn(ask), words: ask.form.text('done') })
    return result.ok
      ? back(ask, 'Thank you. It is saved.')
      : await showRequest(services, ask, result.problems.map(followUpProblemText))
  }),
]

/** Somebody who takes part in a question, and may say something about it. @throws {NotFound} for anybody else */
async function senderOf({ db }: Services, ask: Ask) {
  const { request, fund, side, actor } = await openRequest(db, ask.actor, askedIn(ask))
  if (!takesPart(side)) throw notFound('request')
  const owner = { type: 'expert-request', id: request.id } as const
  const closed = request.state === 'withdrawn' ? { closed: 'This question is withdrawn.' } : {}
  return { owner, by: actor.personId, fundId: fund.id, ...closed }
}

const back = (ask: Ask, flash: string): Answer =>
  seeOther(requestPath(param(ask, 'fund'), Number(param(ask, 'number'))), { flash })
