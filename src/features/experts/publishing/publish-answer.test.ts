import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { cast } from '../../../../tests/access/cast.ts'
import { type PanelAtWork, panelAtWork, says, takenQuestion } from '../../../../tests/support/expert-panel.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { askFollowUps } from '../thread/follow-up.ts'

const life = lastFirst({ after })
let now = new Date('2026-11-25T09:00:00Z')
let panel: PanelAtWork
let expert: TestBrowser
let path = ''
let publish = ''
const clean = { title: 'Can it?', question: 'Can we do it?', advice: 'Ask about Cog Lane.' }

before(async () => {
  panel = await panelAtWork(life, { clock: () => now })
  const words = 'Exbridge plans a mutual in Cog Lane. Ring 01632 960 123.'
  ;({ expert, path } = await takenQuestion(panel, { words }))
  publish = `${path.replace(panel.home, panel.managed)}/publish`
})

describe('an answer for the other councils', () => {
  it('waits until the council has accepted it', async () => {
    assert.equal((await panel.team.get(publish)).status, 404)
    await expert.post(`${path}/note`, { advice: 'Exbridge can.', hours: '1' })
    await panel.council.post(`${path}/note-answer`, { 'note-answer': 'accepted' })
    assert.equal((await panel.council.get(publish)).status, 404)
    const page = await panel.team.get(publish)
    for (const words of [/Exbridge: struck out below/, /01632 960 123: struck out below/, /Cog Lane: may be a name/])
      says(page, words)
    says(page, /\[name\] plans a mutual/)
  })

  it('is put before both sides only without the names that are known, and with a word on each that may be one', async () => {
    const { team } = panel
    const named = await team.post(publish, { ...clean, question: 'Can exbridge do it?' })
    says(named, /Strike out “Exbridge”[\s\S]*Strike out “Cog Lane”, or tick it/)
    says(named, /Can exbridge do it\?/)
    says(await team.post(publish, { ...clean, title: '' }), /Enter the question in a line/)
    assert.equal((await team.post(publish, { ...clean, 'let-stand': 'Cog Lane' })).status, 303)
  })

  it('is published once both sides consent to the same text', async () => {
    const { team, council, home } = panel
    const number = path.split('/').at(-1)
    const answer = `${home}/answers/${number}`
    says(await council.post(`${path}/consent`, { shown: '1' }), /Select whether it may be published/)
    const { body } = await council.get(path)
    assert.equal(hiddenIn(body, 'shown'), '1')
    for (const side of [council, expert]) says(await side.get('/home'), /1 thing waits for you/)
    assert.equal((await council.post(`${path}/consent`, { shown: '1', consent: 'yes' })).status, 303)
    says(await council.get('/home'), /Expert panel of[\s\S]*Nothing waits/)
    says(await expert.get('/home'), /1 thing waits for you/)
    assert.equal((await council.get(answer)).status, 404)
    assert.equal((await expert.post(`${path}/consent`, { shown: '1', consent: 'no' })).status, 303)
    says(await expert.get('/home'), /Expert panel of[\s\S]*Nothing waits/)
    assert.equal((await council.get(answer)).status, 404)
    assert.equal((await team.post(publish, { ...clean, advice: 'Yes.' })).status, 303)
    says(await expert.post(`${path}/consent`, { shown: '1', consent: 'yes' }), /changed the text while you read it/)
    for (const side of [council, expert])
      assert.equal((await side.post(`${path}/consent`, { shown: '2', consent: 'yes' })).status, 303)
    says(await expert.post(`${path}/consent`, { shown: '2', consent: 'yes' }), /answered this already/)
    says(await council.get(answer), /Can we do it\?[\s\S]*Yes\./)
    says(await council.get(`${home}/ask?search=do+it`), /Can it\?/)
    says(await council.get(`${home}/answers?search=pensions`), /Nothing was found/)
    says(await team.post(publish, clean), /published already/)
    assert.equal((await (await panel.joined('outsider')).get(answer)).status, 200)
    assert.equal((await (await panel.joined('waitingMember')).get(path)).status, 404)
  })

  it('is put into the strategic review that the award pays for, by those who write it', async () => {
    const { council, team } = panel
    says(await council.get(path), /Start the strategic review/)
    assert.equal((await council.post(`${path}/review`)).status, 404)
    const award = (await team.get(path)).body.match(/DD-2025-\w+/)?.[0] ?? ''
    const started = await council.post('/reviews/new', { council: 'X-EXBRIDGE', award, title: 'Youth', depth: 'quick' })
    assert.equal(started.status, 303)
    assert.equal((await team.post(`${path}/review`)).status, 404)
    const put = await council.post(`${path}/review`)
    assert.match(put.location ?? '', /^\/reviews\/[\w-]+\/sheets\/advice\/[\w-]+$/)
    says(await council.get(put.location ?? ''), /Can a mutual reclaim VAT\?[\s\S]*Exbridge can\./)
  })

  it('is followed up once, three months after it was accepted', async () => {
    const { services } = panel.server
    await askFollowUps(services)
    now = new Date('2027-02-24T09:00:00Z')
    await askFollowUps(services)
    await askFollowUps(services)
    const { rows } = await sql<{ recipient: string }>`
      select recipient from message where kind = 'experts.follow-up'`.execute(services.db)
    const told = rows.map(({ recipient }) => recipient)
    assert.ok(told.includes(await panel.emailOf('member')))
    assert.equal(new Set(told).size, told.length)
    const auditor = await panel.server.signedIn(cast.auditor.id)
    says(await auditor.get(path), /The council is asked on 24 February 2027/)
  })
})
