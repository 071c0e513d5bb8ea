import { dayInWords, isIsoDay, isoDay } from '../../core/time/day.ts'
import {
  engagementPath,
  mayWriteIn,
  type PassedTalk,
  passedTalks,
  reviewDepthName,
  reviewPath,
  reviewsOf,
} from '../reviews/index.ts'
import { asked, endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/**
 * The strategic reviews on which this person works, and, for those who write them, conversations that were planned and whose
 * day has passed: two statements.
 */
export const reviewsWaiting: FindWaiting = async (db, { personId }, now) => {
  const [reviews, talks] = await Promise.all([reviewsOf(db, personId), passedTalks(db, personId, isoDay(now))])
  return reviews.flatMap((review) => {
    const { reference, title, council, depth } = review
    const passed = mayWriteIn(review) ? talks.filter((talk) => talk.reference === reference) : []
    const underWay = {
      href: reviewPath(reference),
      title,
      detail: council,
      state: { text: reviewDepthName(depth), classes: 'govuk-tag--blue' },
    }
    const [first] = passed
    return first === undefined ? [underWay] : [engagementWaiting(title, first, passed.length), underWay]
  })
}

const engagementWaiting = (review: string, { reference, title, on }: PassedTalk, passed: number): Waiting => ({
  href: engagementPath(reference),
  title: `Engagement: ${review}`,
  detail: `“${title}” was planned for ${isIsoDay(on) ? dayInWords(on) : on}${passed === 1 ? '' : `, and ${passed - 1} more`}. Say whether it took place, or change the day`,
  state: asked('To write up'),
  asks: true,
  ...(isIsoDay(on) && { dueAt: endOf(on) }),
})
