import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { sql } from 'kysely'
import { sha256 } from '../../../tests/support/decided-record.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { roundToAssess } from '../../../tests/support/round-to-assess.ts'
import type { TestBrowser } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../tests/support/whole-application.ts'

const own = '/assess/test-fund/first'
const life = lastFirst({ after })
let all: RoundWithClock
let pam: TestBrowser
let ben: TestBrowser
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  await roundToAssess(all.services, all.round, { applications: 3, assessors: 0 })
  pam = await all.server.signedIn(all.round.people.pam)
  ben = await all.server.signedIn(all.round.people.ben)
})

/** What is asked of somebody, in words, and where it leads. */
async function asks(browser: TestBrowser) {
  const { body } = await browser.get('/home')
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
  const words = main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  return { words: words.split('Under way')[0] ?? '', leadsTo: (href: string) => main.includes(`href="${href}"`) }
}

it('asks whoever is invited to assess for an answer, then for the interests, and then for nothing until scoring', async () => {
  assert.doesNotMatch((await asks(ben)).words, /Invitation to assess|profile as an assessor/)
  await pam.post('/manage/funds/test-fund/first/assessment/assessors', { email: 'ben@example.gov.uk' })
  const invited = await asks(ben)
  assert.match(invited.words, /Invitation to assess Test fund: .* Say whether you will assess .* Waits for your answer/)
  assert.ok(invited.leadsTo(`${own}/invitation`))
  await ben.post(`${own}/invitation`, { answer: 'accepted' })
  const accepted = await asks(ben)
  assert.doesNotMatch(accepted.words, /Invitation to assess/)
  assert.match(accepted.words, /Your profile as an assessor of Test fund: .* To confirm/)
  assert.ok(accepted.leadsTo(`${own}/profile`))
  assert.doesNotMatch((await asks(pam)).words, /profile as an assessor/)
  await ben.post(`${own}/profile/interests/confirm`, {})
  assert.doesNotMatch((await asks(ben)).words, /profile as an assessor/)
})

it('asks for no interests once the shortlist is frozen', async () => {
  const { db } = all.services
  await sql`update assessor set interests_confirmed_at = null`.execute(db)
  assert.match((await asks(ben)).words, /profile as an assessor/)
  await sql`insert into shortlist (round_id, document, sha256, frozen_at, frozen_by, tell_at)
    values (${all.round.round.id}::uuid, '{}', ${sha256('{}')}, now(), ${all.round.people.pam}::uuid, now())`.execute(
    db,
  )
  assert.doesNotMatch((await asks(ben)).words, /profile as an assessor/)
})

it('sends whoever holds a role to the second step of signing in, and says that more is seen after it', async () => {
  const half = await all.server.signedIn(all.round.people.pam, { secondStep: false })
  const asked = await asks(half)
  assert.match(asked.words, /(Set up an|Enter a code from your) authenticator app You hold a role in this service/)
  assert.ok(asked.leadsTo('/sign-in/authenticator'))
  for (const browser of [pam, ben]) assert.doesNotMatch((await asks(browser)).words, /authenticator app/)
})
