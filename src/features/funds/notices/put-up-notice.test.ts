import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { refreshNotices } from './current-notices.ts'

const start = new Date('2026-11-25T12:00:00Z')
const text = 'Saving is slow. Keep your text until it says that it is saved.'

let all: RoundWithClock
let team: TestBrowser
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
  team = await all.server.signedIn(all.round.people.pam)
})

const typed = (fields: Record<string, string> = {}) => ({
  text,
  'starts-day': '25',
  'starts-month': '11',
  'starts-year': '2026',
  'starts-clock': '1pm',
  'ends-day': '25',
  'ends-month': '11',
  'ends-year': '2026',
  'ends-clock': '2pm',
  ...fields,
})
const shownAt = async (time: string): Promise<boolean> => {
  all.setClock(new Date(time))
  return (await all.server.visitor().get('/help')).body.includes(text)
}

describe('a notice', () => {
  it('stands on every page between its times, and asks the database for nothing there', async () => {
    assert.equal((await team.post('/manage/notices', typed())).status, 303)
    assert.deepEqual(
      [
        await shownAt('2026-11-25T12:59:59.999Z'),
        await shownAt('2026-11-25T13:00:00Z'),
        await shownAt('2026-11-25T14:00:00Z'),
        await shownAt('2026-11-25T14:00:00.001Z'),
      ],
      [false, true, true, false],
    )
    // Another process has taken it down; this one learns of it when it next looks.
    await sql`update service_notice set taken_down_at = now(), taken_down_by = author_id`.execute(all.services.db)
    assert.equal(await shownAt('2026-11-25T13:30:00Z'), true)
    await refreshNotices(all.services)
    assert.equal(await shownAt('2026-11-25T13:30:00Z'), false)
    all.setClock(start)
  })

  it('that covers a deadline, or ends in the day before it, warns first and goes up only when that is meant', async () => {
    const near = typed({ 'ends-day': '1', 'ends-month': '12', 'ends-clock': 'midday' })
    const { status, body } = await team.post('/manage/notices', near)
    assert.equal(status, 400)
    assert.match(body, /This covers the deadline of Test fund, First round, or the day before it: midday GMT on Wed/)
    assert.equal((await team.post('/manage/notices', { ...near, anyway: 'yes' })).status, 303)
  })

  it('is taken down by its button, at once', async () => {
    all.setClock(new Date('2026-11-25T13:30:00Z'))
    // The session of before has ended meanwhile.
    team = await all.server.signedIn(all.round.people.pam)
    const page = (await team.get('/manage/notices')).body
    const action = /action="(\/manage\/notices\/[^"]+\/take-down)"/.exec(page)?.[1] ?? ''
    assert.equal(await shownAt('2026-11-25T13:30:00Z'), true)
    assert.equal((await team.post(action)).status, 303)
    assert.equal(await shownAt('2026-11-25T13:30:00Z'), false)
  })

  it('says everything that is wrong with it', async () => {
    const { body } = await team.post('/manage/notices', typed({ text: '', 'ends-clock': '1pm', 'starts-day': '31' }))
    for (const words of ['Enter what the notice says', 'Enter a real day']) assert.ok(body.includes(words), words)
    assert.match((await team.post('/manage/notices', typed({ 'ends-clock': '12:30pm' }))).body, /after it starts/)
  })
})
