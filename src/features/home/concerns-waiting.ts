import { fundsWith, type SignedIn } from '../../core/permissions/index.ts'
import type { RequestKind } from '../../core/requests/index.ts'
import type { IsoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { type ComplaintToHandle, complaintsToHandle, managedComplaintPath } from '../decisions/index.ts'
import { dueLine, kindWords, type RequestToAnswer, requestPath, requestsToAnswer } from '../publishing/index.ts'
import type { Waiting } from './pages/your-work.ts'

/** The complaints and the requests for information that this person has to see to: two statements. */
export async function concernsWaiting(db: Database, actor: SignedIn, today: IsoDay): Promise<readonly Waiting[]> {
  const complaints = await complaintsToHandle(db, actor.personId, fundsWith(actor, 'fund:edit'), today)
  const requests = await requestsToAnswer(db, actor.personId, fundsWith(actor, 'request:answer'), today)
  return [...complaints.map(complaintWaiting), ...requests.map(requestWaiting)]
}

const lateTag = { text: 'Late', classes: 'govuk-tag--red' }

const complaintWaiting = ({
  reference,
  fund,
  round,
  fundName,
  roundName,
  toName,
  dueOn,
  late,
}: ComplaintToHandle): Waiting => ({
  href: managedComplaintPath(fund, round, reference),
  title: `Complaint ${reference} about ${fundName}: ${roundName}`,
  detail: dueLine(dueOn, late),
  state: late ? lateTag : { text: toName ? 'Name who looks at it' : 'To reply to', classes: 'govuk-tag--purple' },
})

const requestWaiting = ({ fund, round, fundName, roundName, number, kind, dueOn, late }: RequestToAnswer): Waiting => ({
  href: requestPath(fund, round, number),
  title: `Request ${number} about ${fundName}: ${roundName}`,
  detail: `${kindWords[kind as RequestKind]}. ${dueLine(dueOn, late)}`,
  state: late ? lateTag : { text: 'To answer', classes: 'govuk-tag--purple' },
})
