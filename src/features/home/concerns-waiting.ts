import { fundsWith } from '../../core/permissions/index.ts'
import type { RequestKind } from '../../core/requests/index.ts'
import { isoDay } from '../../core/time/day.ts'
import { type ComplaintToHandle, complaintsToHandle, managedComplaintPath } from '../decisions/index.ts'
import { dueLine, kindWords, type RequestToAnswer, requestPath, requestsToAnswer } from '../publishing/index.ts'
import { asked, endOf, type FindWaiting, lateState, type Waiting } from './waiting-item.ts'

/** The complaints and the requests for information that this person has to see to: two statements. */
export const concernsWaiting: FindWaiting = async (db, actor, now) => {
  const today = isoDay(now)
  const complaints = await complaintsToHandle(db, actor.personId, fundsWith(actor, 'fund:edit'), today)
  const requests = await requestsToAnswer(db, actor.personId, fundsWith(actor, 'request:answer'), today)
  return [...complaints.map(complaintWaiting), ...requests.map(requestWaiting)]
}

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
  state: late ? lateState : asked(toName ? 'Name who looks at it' : 'To reply to'),
  asks: true,
  dueAt: endOf(dueOn),
})

const steps = { 'to-draft': 'To answer', 'to-clear': 'To clear', 'to-send': 'To send' } as const

const requestWaiting = ({
  fund,
  round,
  fundName,
  roundName,
  number,
  kind,
  dueOn,
  late,
  step,
  ownDraft,
}: RequestToAnswer): Waiting => ({
  href: requestPath(fund, round, number),
  title: `Request ${number} about ${fundName}: ${roundName}`,
  detail: `${kindWords[kind as RequestKind]}. ${dueLine(dueOn, late)}`,
  state: late
    ? lateState
    : step === 'to-clear' && ownDraft
      ? { text: 'Waits for a second person', classes: 'govuk-tag--grey' }
      : asked(steps[step]),
  asks: late || step !== 'to-clear' || !ownDraft,
  dueAt: endOf(dueOn),
})
