import { organisationsOf } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { answerRequestPath, requestsToReply } from '../applications/index.ts'
import { asked, type FindWaiting, lateState } from './waiting-item.ts'

/** What the people of an authority are asked about the answers of its application: one statement. */
export const clarificationsWaiting: FindWaiting = async (db, actor, now) => {
  const requests = await requestsToReply(db, organisationsOf(actor), isoDay(now))
  return requests.map(({ reference, number, fundName, dueAt }) => ({
    href: answerRequestPath(reference, number),
    title: `Questions about application ${reference}`,
    detail: `${fundName}. Reply by ${ukTime(dueAt)}`,
    state: now > dueAt ? lateState : asked('Waits for your reply'),
    asks: true,
    dueAt,
    about: reference,
  }))
}
