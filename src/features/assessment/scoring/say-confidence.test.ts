import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { carriedBy } from '../../../../tests/support/carried-by.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { personByEmail } from '../../accounts/index.ts'
import { sealOf } from '../../funds/index.ts'
import { readCase } from '../understanding/read-case.ts'
import { pileOf } from './scoring.store.ts'

const life = lastFirst({ after })
const size = { applications: 12, assessors: 4 } as const
const confidence = { fairlySurePercent: 50, notSurePercent: 20 } as const
const asking = await assessedRound(life, {
  ...size,
  stage: 'scoring',
  rules: { calibration: { use: 'advice', noneUpTo: 5, confidence } },
})
const { db } = asking.services
const mina = (await personByEmail(db, seedPeopleByRole.assessor.email))?.id ?? ''
const browser = await asking.signedIn(mina)
const criteria = ['case-for-change', 'outcomes', 'options', 'engagement', 'capacity']
const scores = Object.fromEntries(
  criteria.flatMap((id) => [
    [`points-${id}`, '3'],
    [`comment-${id}`, 'Most of it'],
  ]),
)
const pile = await pileOf(db, asking.roundId, mina)

async function opened(place: number) {
  const address = `/assess/example-fund/finished-round/applications/${pile[place]?.reference}`
  assert.equal((await browser.post(`${address}/declare`, { conflict: 'no', statement: '' })).status, 303)
  const { body } = await browser.get(address)
  return { address, body, fields: { ...carriedBy(body), ...scores, 'in-scope': 'yes', 'no-conflict': 'yes' } }
}

async function said(place: number): Promise<string | null | undefined> {
  const { rows } = await sql<{ confidence: string | null }>`
    select v.confidence from review v where v.application_id = ${pile[place]?.applicationId}::uuid
      and v.person_id = ${mina}::uuid and not v.practice`.execute(db)
  return rows[0]?.confidence
}

describe('how sure assessors are of their scores', () => {
  it('is asked where the sealed rules say so, and a review is not submitted without it', async () => {
    const { address, body, fields } = await opened(0)
    assert.match(body, /How sure are you of these scores\?/)
    const without = await browser.post(address, { ...fields, action: 'submit' })
    assert.equal(without.status, 400)
    assert.match(without.body, /<a href="#confidence">Say how sure you are of these scores<\/a>/)
    const again = { ...fields, ...carriedBy(without.body), action: 'submit' }
    const invented = await browser.post(address, { ...again, confidence: 'certain' })
    assert.equal(invented.status, 400)
    const submitted = await browser.post(address, {
      ...again,
      ...carriedBy(invented.body),
      confidence: 'fairly-sure',
    })
    assert.equal(submitted.status, 303)
    assert.equal(await said(0), 'fairly-sure')
    assert.match((await browser.get(address)).body, /How sure you were of the scores: fairly sure\./)
  })

  it('is saved as the rest is, and kept when another window says otherwise', async () => {
    const { address, fields } = await opened(1)
    const script = { 'x-requested-with': 'autosave' }
    const saved = await browser.post(address, { ...fields, confidence: 'not-sure' }, script)
    assert.equal(JSON.parse(saved.body).status, 'saved')
    assert.equal(await said(1), 'not-sure')
    const other = await browser.post(address, { ...fields, confidence: 'sure' })
    assert.match(other.body, /Not sure/, 'what the first window said is shown beside')
    assert.equal(await said(1), 'not-sure')
  })

  it('weighs in the case that estimates follow from, as the rules say', async () => {
    await sql`update assessment set closed_at = now() where round_id = ${asking.roundId}::uuid`.execute(db)
    const seal = (await sealOf(db, asking.roundId)) ?? assert.fail()
    const { reviews } = await readCase(db, asking.services, asking.roundId, seal)
    const own = reviews.find(({ application, assessor }) => application === pile[0]?.applicationId && assessor === mina)
    assert.equal(own?.weight, 0.5)
    assert.ok(reviews.every(({ weight }) => weight === 1 || weight === 0.5))
  })

  it('stands beside the scores in the meeting, with what was written and what it counts', async () => {
    const panel = (await personByEmail(db, seedPeopleByRole.panel.email))?.id ?? ''
    const moderator = await asking.signedIn(panel)
    const { body } = await moderator.get(`${asking.path}/moderation/${pile[0]?.reference}`)
    const words = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(words, /How sure they say they are (Not said )*Fairly sure: counts 50% in estimates/)
    assert.match(words, /What Mina Farrow wrote .*How sure they say they are Fairly sure: counts 50% in estimates/)
  })

  it('is asked in the pack to print, as a page and as a document', async () => {
    await sql`update assessment set closed_at = null where round_id = ${asking.roundId}::uuid`.execute(db)
    const { body } = await browser.get('/assess/example-fund/finished-round/pack')
    assert.match(body, /fairly sure count 50% and those of which you are not sure 20%/)
  })

  it('is said on the page of the rules', async () => {
    const { body } = await browser.get('/funds/example-fund/finished-round/rules')
    assert.match(body, /fairly sure count 50% and those of which they are not sure 20%/)
  })

  it('is asked of nobody where the rules do not say so, and what is sent of it is left', async () => {
    const round = await assessedRound(life, { ...size, stage: 'scoring' })
    const id = (await personByEmail(round.services.db, seedPeopleByRole.assessor.email))?.id ?? ''
    const assessor = await round.signedIn(id)
    const [first] = await pileOf(round.services.db, round.roundId, id)
    const address = `/assess/example-fund/finished-round/applications/${first?.reference}`
    await assessor.post(`${address}/declare`, { conflict: 'no', statement: '' })
    const { body } = await assessor.get(address)
    assert.doesNotMatch(body, /How sure are you/)
    const fields = { ...carriedBy(body), ...scores, 'in-scope': 'yes', 'no-conflict': 'yes', confidence: 'not-sure' }
    assert.equal((await assessor.post(address, { ...fields, action: 'submit' })).status, 303)
    const { rows } = await sql<{ confidence: string | null }>`
      select v.confidence from review v where v.state = 'submitted' and v.confidence is not null`.execute(
      round.services.db,
    )
    assert.deepEqual(rows, [])
    await sql`update assessment set closed_at = now() where round_id = ${round.roundId}::uuid`.execute(
      round.services.db,
    )
    const seal = (await sealOf(round.services.db, round.roundId)) ?? assert.fail()
    const { reviews } = await readCase(round.services.db, round.services, round.roundId, seal)
    assert.ok(reviews.length > 0 && reviews.every((review) => !('weight' in review)))
  })
})
