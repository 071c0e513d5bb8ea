import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { sealRound } from '../../../tests/support/seal-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { changedParts, describeSealed, plainNames } from '../../core/rules/index.ts'
import { roundById } from './index.ts'
import { readSealing } from './sealing/read-sealing.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
const page = '/manage/funds/test-fund/first/sign-offs'

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
})

const asked = async () => (await roundById(server.services.db, round.round.id))?.signOffs

describe('the sign-offs that a round asks for', () => {
  it('are none until its team chooses some, in the order of their kinds and whatever else is sent', async () => {
    assert.deepEqual(await asked(), [])
    await sql`update round set opens_at = now() + interval '1 day'`.execute(server.services.db)
    const answer = await pam.post(page, { signOffs: ['partner', 'sponsor', 'king'] })
    assert.equal(answer.status, 303)
    assert.deepEqual(await asked(), ['sponsor', 'partner'])
    const { body } = await pam.get(page)
    assert.match(body, /value="sponsor" checked/)
    assert.doesNotMatch(body, /value="section-151" checked/)
    assert.match((await pam.get('/manage/funds/test-fund/first')).body, /Senior sponsor, Each partner/)
  })

  it('are sealed with its rules, so that a change after it needs another seal', async () => {
    const { services } = server
    const { published_at: publishedAt } = (
      await sql<{ published_at: Date }>`select published_at from round where slug = 'first'`.execute(services.db)
    ).rows[0] ?? { published_at: null }
    await sql`update round set published_at = null where slug = 'first'`.execute(services.db)
    await sealRound(services, round.round.id, 'drivers')
    const sealing = async () => {
      const now = await roundById(services.db, round.round.id)
      return await readSealing(services.db, now ?? assert.fail('the round is not there'))
    }
    const { head, unsealed } = await sealing()
    assert.deepEqual(head?.document.asked, { signOffs: ['sponsor', 'partner'] })
    assert.deepEqual(unsealed, [])
    await pam.post(page, { signOffs: ['sponsor'] })
    assert.deepEqual((await sealing()).unsealed, ['asked'])
    await pam.post(page, { signOffs: ['partner', 'sponsor'] })
    assert.deepEqual((await sealing()).unsealed, [])
    // What was sealed before sign-offs were part of it says nothing of them, and is still read.
    const { asked: _, ...old } = head?.document ?? assert.fail('nothing is sealed')
    assert.deepEqual(changedParts(old, { ...old, asked: { signOffs: ['sponsor'] } }), [])
    const facts = describeSealed(old, plainNames)
    assert.ok(facts.length > 0 && facts.every(({ name }) => name !== 'Signed off by'))
    assert.ok(
      describeSealed({ ...old, asked: { signOffs: ['sponsor', 'partner'] } }, plainNames).some(
        ({ name, value }) => name === 'Signed off by' && value === 'The senior sponsor and each partner',
      ),
    )
    await sql`update round set published_at = ${publishedAt} where slug = 'first'`.execute(services.db)
  })

  it('stay as they are once it has opened', async () => {
    await sql`update round set opens_at = now() - interval '1 day'`.execute(server.services.db)
    assert.match((await pam.get(page)).body, /The round has opened/)
    const answer = await pam.post(page, {})
    assert.equal(answer.status, 400)
    assert.match(answer.body, /There is a problem/)
    assert.deepEqual(await asked(), ['sponsor', 'partner'])
  })

  it('leave an event with what was asked before', async () => {
    const { rows } = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'round.sign-offs-chosen' order by at, id`.execute(server.services.db)
    assert.deepEqual(
      rows.map(({ facts }) => facts),
      [
        { from: [], to: ['sponsor', 'partner'] },
        { from: ['sponsor', 'partner'], to: ['sponsor'] },
        { from: ['sponsor'], to: ['sponsor', 'partner'] },
      ],
    )
  })
})
