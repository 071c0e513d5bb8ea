import { canWithdraw } from '../../../core/experts/index.ts'
import type { Answers } from '../../../core/forms/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, param } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { questionFields } from '../../forms/index.ts'
import { reviewOfAward, startReviewPath } from '../../reviews/index.ts'
import { stateTags } from '../asking/asking.messages.ts'
import { factsOf } from '../asking/facts-of.ts'
import { panelPath, requestStepPath } from '../experts.paths.ts'
import { describeBookings } from '../hours/describe-bookings.ts'
import { bookingsPart } from '../hours/pages/bookings.ts'
import { expertById } from '../people/experts.store.ts'
import { describePublication } from '../publishing/describe-publication.ts'
import { publicationPart } from '../publishing/pages/publication.ts'
import { readPosted } from '../read-posted.ts'
import { describeNote, describePostForm, describePosts, dueWords } from './describe-thread.ts'
import { followUpOf } from './follow-ups.store.ts'
import { noteForm } from './note-form.ts'
import { type Note, notesOf } from './notes.store.ts'
import { type AskedRequest, type OpenedRequest, openRequest } from './open-request.ts'
import { requestPage } from './pages/request.ts'
import { type ReviewModel, reviewPart } from './pages/review.ts'

/** Which question an address names. */
export const askedIn = (ask: Ask): AskedRequest => ({
  slug: param(ask, 'fund'),
  number: Number(param(ask, 'number')),
  at: ask.receivedAt,
})

/** A question as it stands, with what was just typed and what is wrong with it. */
export async function showRequest(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { db } = services
  const opened = await openRequest(db, ask.actor, askedIn(ask))
  const { request, fund, side } = opened
  const { number, title, state } = request
  const step = (name: string) => requestStepPath(fund.slug, number, name)
  const notes = side === 'panel' ? [] : await notesOf(db, request.id)
  const waits = notes[0]?.answer === null
  const followUp = side === 'panel' ? undefined : await followUpOf(db, request.id)
  const bookings = await describeBookings(db, ask, opened)
  const publication = await describePublication(db, opened)
  const review = side === 'council' && state === 'advised' ? await describeReview(db, ask, opened) : undefined
  const expert = request.expertId === null ? undefined : await expertById(db, fund.id, request.expertId)
  const advises = side === 'expert' && state === 'taken' && !waits
  const page = requestPage({
    fund,
    breadcrumbs: [{ text: 'Expert panel', href: panelPath(fund.slug) }],
    number,
    title,
    state: stateTags[state],
    facts: [
      ...factsOf(request),
      ...(expert === undefined ? [] : [{ key: 'Expert', lines: [expert.name, expert.profile.about] }]),
    ],
    offer:
      side === 'expert' && state === 'offered'
        ? { action: step('answer'), chosen: ask.form.line('answer'), reason: ask.form.text('answer-reason') }
        : undefined,
    posts: await describePosts(db, opened),
    post: describePostForm(ask, opened),
    notes: notes.map((note) => describeNote(note, state === 'withdrawn')),
    noteForms: {
      write: advises ? { action: step('note'), fields: noteFields(ask, errors, notes[0]) } : undefined,
      answer:
        side === 'council' && waits && state === 'taken'
          ? { action: step('note-answer'), chosen: ask.form.line('note-answer'), more: ask.form.text('more') }
          : undefined,
    },
    more: [
      ...(bookings === undefined ? [] : [bookingsPart(bookings, errors, ask.csrf)]),
      ...(review === undefined ? [] : [reviewPart(review, ask.csrf)]),
      ...(publication === undefined ? [] : [publicationPart(publication, errors, ask.csrf)]),
    ],
    followUp: followUp && {
      words: followUp.words,
      due: dueWords(followUp),
      action: side === 'council' ? step('follow-up') : undefined,
      typed: ask.form.text('done') || followUp.words,
    },
    withdraw:
      side === 'council' && canWithdraw(state)
        ? { action: step('withdraw'), reason: ask.form.text('withdraw-reason') }
        : undefined,
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function describeReview(db: Database, ask: Ask, { request, fund }: OpenedRequest): Promise<ReviewModel> {
  const review = await reviewOfAward(db, ask.actor, request.reference)
  return review === undefined
    ? { startHref: startReviewPath }
    : { putAction: requestStepPath(fund.slug, request.number, 'review') }
}

/** The fields of a note as typed, or else as it was written last: whoever is asked for more changes that. What is wrong is said beside them only where the note was sent. */
function noteFields(ask: Ask, errors: readonly FieldText[], last: Note | undefined) {
  const { answers, problems } = readPosted(noteForm, ask.form)
  const sent = errors.some(({ field }) => field === 'advice' || field === 'hours')
  const before: Answers = last === undefined ? {} : { advice: last.advice, hours: last.hours }
  const questions = noteForm.pages[0]?.questions ?? []
  return questionFields({ form: noteForm, questions, answers: sent ? answers : before, problems: sent ? problems : [] })
}
