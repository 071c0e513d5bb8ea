import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { type PanelAtWork, panelAtWork, says, takenQuestion } from '../../../../tests/support/expert-panel.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'

const life = lastFirst({ after })
const clock = () => new Date('2026-11-25T09:00:00Z')
const on = (hour: string): string => `2026-12-01T${hour}:00:00.000Z`
let panel: PanelAtWork
let expert: TestBrowser
let path = ''
const offer = { 'day-day': '1', 'day-month': '12', 'day-year': '2026', from: '10', to: '13' }

before(async () => {
  panel = await panelAtWork(life, { clock })
  ;({ expert, path } = await takenQuestion(panel, { hours: '2' }))
})

const bookedHours = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ at: Date }>`
    select starts_at as at from expert_booked_hour order by starts_at, person_id`.execute(panel.server.services.db)
  return rows.map(({ at }) => at.toISOString())
}

describe('hours of an expert', () => {
  it('are offered by day, with what is wrong said, and taken back', async () => {
    const { home } = panel
    says(await panel.council.get(path), /offers no 2 hours now/)
    says(await expert.post(`${home}/hours`, {}), /Enter the day/)
    says(await expert.post(`${home}/hours`, { ...offer, to: '10' }), /an hour after the first one/)
    assert.equal((await expert.post(`${home}/hours`, { ...offer, to: '14' })).status, 303)
    assert.equal((await expert.post(`${home}/hours/take-back`, { starts: on('13') })).status, 303)
    assert.equal((await panel.council.post(`${home}/hours`, offer)).status, 404)
  })

  it('are booked once: of two who book the same at once one is refused, and told of the next free ones', async () => {
    const { council } = panel
    says(await council.post(`${path}/bookings`, {}), /Select when[\s\S]*Enter a link, or a room/)
    says(
      await council.post(`${path}/bookings`, { start: on('12'), place: 'Room 1' }),
      /This time is taken\. Next free:/,
    )
    const book = { start: on('10'), place: 'https://meet.example/abc' }
    const answers = await Promise.all([council.post(`${path}/bookings`, book), council.post(`${path}/bookings`, book)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400])
    assert.deepEqual(await bookedHours(), [on('10'), on('11')])
    says(
      await council.post(`${path}/bookings`, { ...book, start: on('11') }),
      /This time is taken, and there is no other/,
    )
    says(await expert.post(`${panel.home}/hours/take-back`, { starts: on('10') }), /A council has booked this hour/)
  })

  it('cannot be booked twice in the database either, on whichever panel', async () => {
    const { db } = panel.server.services
    const again = sql`insert into expert_booked_hour select * from expert_booked_hour`
    await assert.rejects(again.execute(db), /expert_booked_hour_is_booked_once/)
    const unoffered = sql`insert into expert_booked_hour (person_id, starts_at, expert_id, booking_id)
      select person_id, ${on('18')}, expert_id, booking_id from expert_booked_hour limit 1`
    await assert.rejects(unoffered.execute(db), /expert_booked_hour_is_offered/)
  })

  it('are in the calendars of both sides, and out of them once they are cancelled', async () => {
    const { council, team } = panel
    const [, event = ''] = /href="([^"]+event\.ics)"/.exec((await council.get(path)).body) ?? []
    const parsed = new ICAL.Component(ICAL.parse((await expert.get(event)).body)).getFirstSubcomponent('vevent')
    assert.equal(String(parsed?.getFirstPropertyValue('dtstart')), '2026-12-01T10:00:00Z')
    assert.equal(String(parsed?.getFirstPropertyValue('dtend')), '2026-12-01T12:00:00Z')
    assert.equal((await team.get(event)).status, 404)
    const cancel = event.replace('event.ics', 'cancel')
    assert.equal((await team.post(cancel)).status, 404)
    assert.equal((await expert.post(cancel)).status, 303)
    says(await expert.post(cancel), /over, or cancelled already/)
    assert.deepEqual(await bookedHours(), [])
    const { rows } = await sql<{ method: string }>`
      select calendar ->> 'method' as method from message where kind = 'experts.booked' and recipient = ${await panel.emailOf('stranger')}
      order by created_at, id`.execute(panel.server.services.db)
    assert.deepEqual(
      rows.map(({ method }) => method),
      ['REQUEST', 'CANCEL'],
    )
    assert.equal((await council.post(`${path}/bookings`, { start: on('11'), place: 'Room 2' })).status, 303)
  })
})
