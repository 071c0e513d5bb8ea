import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../tests/support/assessed-round.ts'
import { freshEmbedded } from '../../../tests/support/embedded.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { seedPersonId } from '../../seeds/people.ts'
import { roundById } from '../funds/index.ts'
import { pileOf } from './scoring/scoring.store.ts'
import { shownShortlist } from './shortlisting/freeze-shortlist.ts'
import { readProposal } from './shortlisting/read-proposal.ts'
import { choicesOf } from './shortlisting/shortlist.store.ts'

for (const [engine, fresh] of [
  ['PostgreSQL', freshDatabase],
  ['embedded', freshEmbedded],
] as const)
  describe(`two people at once (${engine})`, () => {
    it('freeze one shortlist, and the second is told that it is frozen', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'closed' }, fresh)
      const { services, roundId } = world
      const { db, clock } = services
      const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'programme', clock()))
      const [one, other] = [await world.signedIn(id), await world.signedIn(id)]
      await one.post(`${world.path}/shortlist/draw`, { value: '1 2 3 4 5 6' })
      const round = await roundById(db, roundId)
      assert.ok(round)
      const proposing = await readProposal(db, services, round)
      assert.ok(proposing)
      const shown = shownShortlist(services, proposing, await choicesOf(db, roundId))
      const tell = { 'tell-day': '1', 'tell-month': '6', 'tell-year': '2099', 'tell-clock': '9am' }
      const freeze = async (who: typeof one, reason: string) =>
        await who.post(`${world.path}/shortlist/freeze`, { ...tell, approval: 'no', reason, shown })
      const answers = await Promise.all([freeze(one, 'The first reason'), freeze(other, 'The second reason')])
      const { rows } = await sql<{ frozen: number; told: number }>`
      select (select count(*) from shortlist) as frozen,
        (select count(*) from audit_event where action = 'shortlist.frozen') as told`.execute(db)
      assert.deepEqual(rows[0], { frozen: 1, told: 1 })
      const pages = await Promise.all([one.get(`${world.path}/shortlist`), other.get(`${world.path}/shortlist`)])
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 303],
      )
      const flashes = pages.map(({ body }) => /frozen meanwhile/.test(body))
      assert.deepEqual(flashes.sort(), [false, true])
    })

    it('close scoring once, and a save at that moment is kept or its writer is told', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'scoring' }, fresh)
      const { services, roundId } = world
      const { db, clock } = services
      const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'programme', clock()))
      const [one, other] = [await world.signedIn(id), await world.signedIn(id)]
      const mina = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'assessor', clock()))
      const assessor = await world.signedIn(mina)
      const [given] = (await pileOf(db, roundId, mina)).filter(({ endedAt }) => endedAt === null)
      const address = `/assess/example-fund/finished-round/applications/${given?.reference}`
      await assessor.post(`${address}/declare`, { conflict: 'no', statement: '' })
      const { body } = await assessor.get(address)
      const carried = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
      const words = 'Written while scoring closed'
      const typed = { version: carried('version'), rules: carried('rules'), 'comment-outcomes': words }
      const close = async (who: typeof one) => await who.post(`${world.path}/scoring/close`, { anyway: 'yes' })
      const [saved, ...answers] = await Promise.all([assessor.post(address, typed), close(one), close(other)])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400])
      const { rows } = await sql<{ closed: number }>`
      select count(*) as closed from audit_event where action = 'assessment.closed'`.execute(db)
      assert.equal(rows[0]?.closed, 1)
      const { rows: kept } = await sql<{ count: number }>`
      select count(*) as count from score where comment = ${words}`.execute(db)
      assert.deepEqual([saved.status, kept[0]?.count], saved.status === 409 ? [409, 0] : [303, 1])
      assert.ok(saved.status === 303 || saved.body.includes(words), 'what was not saved is shown to be copied')
      const late = await assessor.post(address, { ...typed, 'comment-outcomes': 'Later still' })
      assert.equal(late.status, 409)
      assert.ok(late.body.includes('Later still'))
    })
  })
