import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readCalendarReply } from './calendar-reply.ts'

/** As Outlook and Google send them: folded, with parameters in any order and in quotes. */
const reply = (attendee: string, method = 'REPLY'): string =>
  [
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    attendee,
    'UID:event-1@fund.exam',
    ' ple.org',
    'DTSTART;TZID="GMT: London":20270701T140000',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

it('reads who says what to which event', () => {
  const outlook = reply('ATTENDEE;PARTSTAT=ACCEPTED;CN="Percy: Peer; Head":MAILTO:Percy.Peer@council.example')
  assert.deepEqual(readCalendarReply(outlook), {
    uid: 'event-1@fund.example.org',
    attendee: 'percy.peer@council.example',
    answer: 'ACCEPTED',
  })
  const google = reply(
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=x@y.uk;X-NUM-GUESTS=0:m\r\n ailto:x@y.uk',
  )
  assert.equal(readCalendarReply(google)?.answer, 'DECLINED')
  assert.equal(readCalendarReply(google)?.attendee, 'x@y.uk')
})

it('takes no request, no unknown answer and no answer of two for one', () => {
  assert.equal(readCalendarReply(reply('ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.uk', 'REQUEST')), undefined)
  assert.equal(readCalendarReply(reply('ATTENDEE;PARTSTAT=DELEGATED:mailto:a@b.uk')), undefined)
  const two = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.uk\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:c@d.uk'
  assert.equal(readCalendarReply(reply(two)), undefined)
  assert.equal(readCalendarReply('hello'), undefined)
})
