import { mayIn } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { reviewPeoplePath } from '../reviews.paths.ts'
import { readRecord } from '../sheets/read-record.ts'
import { addNote } from './add-note.ts'
import { beginWeighing } from './begin-weighing.ts'
import { describeRound } from './describe-weighing.ts'
import { moveWeighing } from './move-weighing.ts'
import { ownScores } from './own.store.ts'
import { weighingPage } from './pages/weighing.ts'
import { beginProblemText, moveProblemText, noteProblemText, stageWords } from './weighing.messages.ts'
import { weighingPath } from './weighing.paths.ts'
import { lastRound, notesOf, progressOf } from './weighing.store.ts'

const one = '/reviews/:reference/weighing'

/** Rounds of weighing: where they are, and what takes them on. */
export const weighingRoutes = (services: Services): Route[] => [
  get(one, 'review:work', async (ask) => await showWeighing(services, ask, [])),
  post(one, 'review:work', 'review.weighing-begun', async (ask) => {
    const asked = { ...moveOf(ask), method: ask.form.line('method') }
    const result = await beginWeighing(services, ask.actor, asked)
    return result.ok
      ? back(ask, 'The round has begun. Each scorer can give their weights.')
      : await showWeighing(services, ask, result.problems.map(beginProblemText))
  }),
  post(`${one}/stage`, 'review:work', 'review.weighing-moved', async (ask) => {
    const result = await moveWeighing(services, ask.actor, moveOf(ask))
    return result.ok
      ? back(ask, `${stageWords[result.value].name}.`)
      : await showWeighing(services, ask, result.problems.map(moveProblemText))
  }),
  post(`${one}/notes`, 'review:work', 'review.weighing-noted', async (ask) => {
    const result = await addNote(services, ask.actor, { ...of(ask), typed: noteIn(ask), at: ask.receivedAt })
    return result.ok
      ? back(ask, 'The note is recorded.')
      : await showWeighing(services, ask, result.problems.map(noteProblemText))
  }),
]

const of = (ask: Ask) => ({ reference: param(ask, 'reference') })

const moveOf = (ask: Ask) => ({ ...of(ask), seen: seenIn(ask), at: ask.receivedAt, origin: ask.origin })

const seenIn = ({ form }: Ask): number => Number(form.line('seen')) || 0

const noteIn = ({ form }: Ask) => ({
  kind: form.line('kind'),
  criterion: form.line('criterion'),
  text: form.text('text'),
})

const back = (ask: Ask, flash: string): Answer => seeOther(weighingPath(of(ask).reference), { flash })

async function showWeighing({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { review, actor } = await openReview(db, ask.actor, of(ask).reference, 'read')
  const round = await lastRound(db, review.id)
  const { personId } = actor
  const model =
    round === undefined
      ? undefined
      : describeRound({
          review,
          round,
          personId,
          record: await readRecord(db, review),
          people: await progressOf(db, round),
          notes: await notesOf(db, round),
          mine: await ownScores(db, { ...round, personId }),
          typed: noteIn(ask),
        })
  return show(
    weighingPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      errors,
      round: model,
      begin: mayIn(review.roles, 'facilitate')
        ? { seen: round?.round ?? 0, method: ask.form.line('method') || 'swing' }
        : undefined,
      peopleHref: reviewPeoplePath(review.reference),
      action: weighingPath(review.reference),
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}
