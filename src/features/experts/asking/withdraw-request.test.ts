import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  type PanelAtWork,
  panelAtWork,
  says,
  someQuestion,
  takenQuestion,
} from '../../../../tests/support/expert-panel.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'

const life = lastFirst({ after })
let now = new Date('2026-12-01T09:55:00Z')
let panel: PanelAtWork
let expert: TestBrowser
let path = ''
const on = (hour: string): string => `2026-12-01T${hour}:00:00.000Z`
const withdraw = (address: string, reason: string) =>
  panel.council.post(`${address}/withdraw`, { 'withdraw-reason': reason })

before(async () => {
  panel = await panelAtWork(life, { clock: () => now })
  ;({ expert, path } = await takenQuestion(panel, { hours: '1' }))
})

const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  (await query.execute(panel.server.services.db)).rows

describe('a question that is withdrawn', () => {
  it('is withdrawn by the council that asked it, with a reason', async () => {
    says(await withdraw(path, ' '), /Explain why you withdraw the question/)
    assert.equal((await expert.post(`${path}/withdraw`, { 'withdraw-reason': 'x' })).status, 404)
    assert.equal((await panel.team.post(`${path}/withdraw`, { 'withdraw-reason': 'x' })).status, 404)
    says(await expert.get(path), /With an expert/)
  })

  it('frees hours to come, and keeps those that were held and the advice that was written', async () => {
    const { council, home } = panel
    await expert.post(`${home}/hours`, { 'day-day': '1', 'day-month': '12', 'day-year': '2026', from: '10', to: '13' })
    for (const hour of ['10', '11'])
      assert.equal((await council.post(`${path}/bookings`, { start: on(hour), place: 'Room 1' })).status, 303)
    assert.equal((await expert.post(`${path}/note`, { advice: 'You can, in part.', hours: '2' })).status, 303)
    says(await council.get('/home'), /Expert panel of[\s\S]*Waits for you/)
    now = new Date('2026-12-01T10:05:00Z')
    assert.equal((await withdraw(path, 'The council decided without it')).status, 303)
    const booked = await rowsOf(sql<{ at: Date }>`select starts_at as at from expert_booked_hour`)
    assert.deepEqual(
      booked.map(({ at }) => at.toISOString()),
      [on('10')],
    )
    for (const browser of [council, expert]) {
      const page = await browser.get(path)
      says(page, /Withdrawn[\s\S]*The council decided without it/)
      says(page, /You can, in part\.[\s\S]*withdrawn before the council answered/)
      assert.doesNotMatch(page.body, /name="(words|note-answer|advice|start|withdraw-reason)"/)
    }
    says(await council.get('/home'), /Expert panel of[\s\S]*Nothing waits/)
    says(await expert.get('/home'), /Expert panel of[\s\S]*Nothing waits/)
  })

  it('takes nothing more, and is told to the expert and the programme team', async () => {
    const { council } = panel
    says(await council.post(`${path}/note-answer`, { 'note-answer': 'accepted' }), /has answered this version already/)
    says(await expert.post(`${path}/note`, { advice: 'More', hours: '1' }), /Take the question before you advise/)
    says(await council.post(`${path}/posts`, { words: 'Hello', readers: 'expert' }), /This question is withdrawn/)
    says(await withdraw(path, 'Again'), /advised or withdrawn already/)
    const told = await rowsOf(sql<{ count: number }>`
      select count(distinct recipient)::int as count from message where kind = 'experts.withdrawn'`)
    assert.ok((told[0]?.count ?? 0) >= 2)
    const done = await rowsOf(sql<{ facts: unknown }>`select facts from audit_event where action = 'expert.withdrawn'`)
    assert.deepEqual(done, [{ facts: { number: 1, cancelled: 1 } }])
  })

  it('is offered to nobody, and one whose advice is accepted stays', async () => {
    const { council, team, home, managed, expertId } = panel
    const { location = '' } = await council.post(`${home}/ask`, someQuestion)
    assert.equal((await withdraw(location, 'Asked twice')).status, 303)
    says(
      await team.post(location.replace(home, managed), { expert: await expertId('stranger') }),
      /with an expert already/,
    )
    await assert.rejects(
      rowsOf(sql`update expert_request set withdrawn_at = null, withdrawn_reason = ''`),
      /withdrawn_is_said/,
    )
    const next = await council.post(`${home}/ask`, { ...someQuestion, title: 'Another' })
    const third = next.location ?? ''
    await team.post(third.replace(home, managed), { expert: await expertId('stranger') })
    await expert.post(`${third}/answer`, { answer: 'accepted' })
    await expert.post(`${third}/note`, { advice: 'Yes', hours: '1' })
    assert.equal((await council.post(`${third}/note-answer`, { 'note-answer': 'accepted' })).status, 303)
    says(await withdraw(third, 'Too late'), /advised or withdrawn already/)
  })
})
