import { mayAppeal, measuresAbout, measureWords, type OwnMeasure, ownMeasurePath } from '../network/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** So long after it was taken, appealed against or answered, a measure stands here: four weeks. */
const keptMilliseconds = 28 * 24 * 60 * 60 * 1000

/** What was done in networks about this person or their posts, which they can appeal against. One statement. */
export const measuresWaiting: FindWaiting = async (db, actor, now) => {
  const measures = await measuresAbout(db, actor.personId, new Date(now.getTime() - keptMilliseconds))
  return measures.filter((measure) => isAgainst(measure) && !isOver(measure, measures)).map(measureWaiting)
}

const isAgainst = ({ kind }: OwnMeasure): boolean => mayAppeal({ kind, appealedAt: null })

/** A post that is shown again, and a member who is in again, have nothing to appeal against any more. */
const isOver = ({ kind, postHidden, fund, takenAt }: OwnMeasure, measures: readonly OwnMeasure[]): boolean =>
  (kind === 'hidden' && !postHidden) ||
  (kind === 'removed' &&
    measures.some((later) => later.kind === 'readmitted' && later.fund === fund && later.takenAt > takenAt))

function measureWaiting(measure: OwnMeasure): Waiting {
  const { fund, fundName, kind, threadTitle, id, appealedAt, answeredAt } = measure
  const item = { href: ownMeasurePath(fund, id), title: measureWords(kind, threadTitle) }
  if (answeredAt !== null)
    return { ...item, detail: `Your appeal is answered: network of ${fundName}`, state: { text: 'Answered' } }
  if (appealedAt !== null)
    return {
      ...item,
      detail: `The programme team looks at it again: network of ${fundName}`,
      state: { text: 'Appealed', classes: 'govuk-tag--blue' },
    }
  return {
    ...item,
    detail: `Read why, and appeal if you do not agree: network of ${fundName}`,
    state: asked('You can appeal'),
    asks: true,
  }
}
