import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type EventNews, eventMail } from './event-mail.messages.ts'

const event = {
  fundName: 'A Fund',
  title: 'Mutuals',
  about: 'What they cost',
  place: 'Room 1',
  joining: 'Bring a pass',
  startsAt: new Date('2027-07-01T13:00:00Z'),
  endsAt: new Date('2027-07-01T14:30:00Z'),
  cancelledWhy: '',
}
const links = { accept: 'https://a.example/yes', decline: 'https://a.example/no', page: 'https://a.example' }
const bodyOf = (news: EventNews, full: boolean, hasPlace = false): string =>
  eventMail(news, { ...event, full }, { links, hasPlace, byReply: false }).body

describe('an email about an event of which every place is taken', () => {
  it('says to whoever may still answer that they would wait', () => {
    for (const news of ['invited', 'changed'] as const) {
      assert.match(bodyOf(news, true), /Every place is taken[\s\S]*waiting list/)
      assert.doesNotMatch(bodyOf(news, false), /waiting list/)
    }
  })

  it('says nothing of it to those with a place', () => {
    assert.doesNotMatch(bodyOf('changed', true, true), /waiting list/)
    assert.doesNotMatch(bodyOf('place', true, true), /waiting list/)
  })
})
