import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { roundById } from '../../funds/index.ts'
import { formsOfFund } from '../forms.store.ts'

const base = '/manage/funds/test-fund/first/form/templates'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
})

const rulesNow = async () => (await roundById(server.services.db, round.round.id)) ?? assert.fail('gone')
const prepare = async (opensIn: string) =>
  await sql`update round set opens_at = now() + ${opensIn}::interval, form_version_id = null`.execute(
    server.services.db,
  )

describe('a template of a real fund', () => {
  it('is looked at with each fact, where it was read and what is not known', async () => {
    assert.match((await pam.get(base)).body, /Local Digital Fund/)
    const { body } = await pam.get(`${base}/local-digital-fund`)
    assert.match(body, /An application needs 3 partners or more/)
    assert.match(body, /href="https:\/\/localdigital\.gov\.uk\/fund\/applying-to-the-local-digital-fund\/"/)
    assert.match(body, /What is not known/)
    assert.equal((await pam.get(`${base}/no-such-fund`)).status, 404)
  })

  it('makes drafts of the form and the screener, and sets the rules of the round', async () => {
    await prepare('1 day')
    const used = await pam.post(`${base}/highways-maintenance-challenge-fund`)
    assert.match(used.location ?? '', /\/form\/versions\/[0-9a-f-]+\/edit$/)
    const forms = await formsOfFund(server.services.db, round.round.fundId)
    assert.ok(forms.some(({ purpose, name }) => purpose === 'eligibility' && name.includes('Highways')))
    const { leadSlots } = await rulesNow()
    assert.deepEqual([leadSlots.question, leadSlots.categories.map(({ most }) => most)], ['bid-size', [1, 1]])
    // A second time, for another round: the names are told apart.
    await pam.post(`${base}/highways-maintenance-challenge-fund`)
    const again = await formsOfFund(server.services.db, round.round.fundId)
    assert.equal(again.filter(({ name }) => name.endsWith(' (2)')).length, 2)
  })

  it('leaves the rules of a round that has opened', async () => {
    await prepare('-1 day')
    const before = await rulesNow()
    assert.equal((await pam.post(`${base}/local-digital-fund`)).status, 303)
    assert.equal((await rulesNow()).partnerMinimum, before.partnerMinimum)
  })

  it('is not for those who only read the fund', async () => {
    const oli = await server.signedIn(round.people.oli)
    assert.equal((await oli.post(`${base}/local-digital-fund`)).status, 404)
  })
})
