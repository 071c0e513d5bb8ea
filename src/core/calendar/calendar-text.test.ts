import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type CalendarEvent, calendarText } from './calendar-text.ts'

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  method: 'REQUEST',
  uid: 'interview-1@fund.example.gov.uk',
  sequence: 0,
  stampedAt: new Date('2026-01-02T08:00:00Z'),
  startsAt: new Date('2026-07-13T08:30:00Z'),
  endsAt: new Date('2026-07-13T09:30:00Z'),
  summary: 'Interview',
  description: 'Bring nothing.',
  location: 'Room 1',
  organiser: { name: 'Example Fund', email: 'fund@example.gov.uk' },
  attendee: { name: 'Jo Bloggs', email: 'jo@council.gov.uk' },
  ...changes,
})

/** As a library that knows nothing of ours reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  assert.ok(component !== null)
  return { calendar, component, event: new ICAL.Event(component) }
}

describe('an event for a calendar', () => {
  it('is read by an independent library as it was meant', () => {
    const { calendar, component, event: found } = read(calendarText(event({ sequence: 3 })))
    assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST')
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0')
    assert.equal(found.uid, 'interview-1@fund.example.gov.uk')
    assert.equal(found.sequence, 3)
    assert.equal(found.startDate.toJSDate().toISOString(), '2026-07-13T08:30:00.000Z')
    assert.equal(found.endDate.toJSDate().toISOString(), '2026-07-13T09:30:00.000Z')
    assert.equal(found.organizer, 'mailto:fund@example.gov.uk')
    const [attendee] = found.attendees
    assert.equal(attendee?.getFirstValue(), 'mailto:jo@council.gov.uk')
    assert.equal(attendee?.getFirstParameter('cn'), 'Jo Bloggs')
    assert.equal(attendee?.getFirstParameter('rsvp'), 'TRUE')
    assert.equal(component.getFirstPropertyValue('status'), 'CONFIRMED')
  })

  it('is cancelled under the same name', () => {
    const { calendar, component, event: found } = read(calendarText(event({ method: 'CANCEL', sequence: 4 })))
    assert.equal(calendar.getFirstPropertyValue('method'), 'CANCEL')
    assert.equal(component.getFirstPropertyValue('status'), 'CANCELLED')
    assert.deepEqual([found.uid, found.sequence], ['interview-1@fund.example.gov.uk', 4])
  })

  it('keeps any words whole, in lines of at most 75 octets that end in CRLF', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/\p{Cc}/u.test(text))
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 3 }), (summary, location, lines) => {
        const text = calendarText(event({ summary, location, description: lines.join('\n') }))
        assert.ok(text.endsWith('\r\n'))
        for (const line of text.slice(0, -2).split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line)
          assert.equal(/[\r\n]/.test(line), false)
        }
        const found = read(text).event
        assert.equal(found.summary, summary)
        assert.equal(found.location, location)
        assert.equal(found.description, lines.join('\n'))
      }),
    )
  })

  it('lets nothing that somebody wrote start a line or a value of its own', () => {
    const evil = 'x"\r\nATTENDEE:mailto:evil@example.com\r\nX:y;,\\n'
    const { event: found } = read(
      calendarText(event({ summary: evil, attendee: { name: evil, email: 'jo@council.gov.uk' } })),
    )
    assert.equal(found.attendees.length, 1)
    assert.throws(() => calendarText(event({ attendee: { name: '', email: 'a@b.uk\r\nX:y' } })), RangeError)
    assert.throws(() => calendarText(event({ uid: 'one;two@host' })), RangeError)
  })
})
