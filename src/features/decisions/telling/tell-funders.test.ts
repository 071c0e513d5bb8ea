import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { giveRole } from '../../accounts/index.ts'
import { fundersOf } from '../../funds/index.ts'
import { tellOutcomes } from './tell-outcomes.ts'
import { toldAtOf } from './telling.store.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
let round: DecidedRound
let team: TestBrowser
const telling = '/manage/funds/example-fund/finished-round/decisions/telling'

const seeded = async (role: SeedRole): Promise<string> =>
  await round.services.db.transaction().execute(async (tx) => await seedPersonId(tx, round.services, role, now))

before(async () => {
  const decided = { awards: 2, reserves: 2, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now })
  team = await round.signedIn(await seeded('programme'))
})

const mails = async (): Promise<
  readonly { readonly recipient: string; readonly subject: string; readonly body: string }[]
> =>
  (
    await sql<{ recipient: string; subject: string; body: string }>`
      select recipient, subject, body from message where kind = 'funder-told'`.execute(round.services.db)
  ).rows

describe('telling the funders', () => {
  it('is not needed where the only funder has nobody who speaks for it', async () => {
    assert.match(
      (await team.get(`${telling}/funders`)).body,
      /There is nobody to tell: nobody is named who speaks for a funder of this round/,
    )
    const answer = await team.post(`${telling}/funders`, {})
    assert.equal(answer.status, 400)
    assert.match(answer.body, /<title>Error: /)
  })

  it('comes before everybody is told, and the page says why nobody is', async () => {
    const { db } = round.services
    const [funder] = await fundersOf(db, round.fundId)
    const organisationId = funder?.organisationId ?? ''
    const personId = await seeded('funder')
    await db.transaction().execute(async (tx) => {
      const role = { personId, role: 'funder', fundId: round.fundId, organisationId, by: null, at: now } as const
      await giveRole(tx, round.services, role)
    })
    const { body } = await team.get(telling)
    assert.ok(body.includes(`Funders are told first, and ${funder?.organisationName} is not told yet`))
    assert.match(body, /Its time: not before/)
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    assert.equal(await toldAtOf(db, round.roundId), null)
    assert.deepEqual(await mails(), [])
  })

  it('gives each the outcomes under embargo, once, and keeps who told whom when', async () => {
    assert.equal((await team.post(`${telling}/funders`, {})).status, 303)
    const [mail, ...more] = await mails()
    assert.ok(mail)
    assert.deepEqual(more, [])
    assert.match(mail.subject, /Under embargo until/)
    assert.match(mail.body, /UNDER EMBARGO until [^\n]*Applicants do not know yet/)
    const [first, , reserve, , declined] = round.applications
    for (const line of [
      `- ${first?.lead}, ${first?.reference}: £60,000`,
      `- ${reserve?.lead}, ${reserve?.reference}: place 1`,
      `- ${declined?.lead}, ${declined?.reference}`,
    ])
      assert.ok(mail.body.includes(line), mail.body)
    assert.equal((await team.post(`${telling}/funders`, {})).status, 400)
    assert.equal((await mails()).length, 1)
    const { body } = await team.get(`${telling}/funders`)
    for (const words of ['George Whitfield', 'Samira Khan', 'Everybody who speaks for a funder is told already'])
      assert.ok(body.includes(words), words)
    const { db } = round.services
    const { rows } = await sql<{ facts: { told: object[] } }>`
      select facts from audit_event where action = 'decision.funders-told'`.execute(db)
    assert.deepEqual(
      rows.map(({ facts }) => facts.told.length),
      [1],
    )
    await assert.rejects(sql`update funder_told set told_at = now()`.execute(db), /never altered/)
  })

  it('lets everybody be told after, and no funder then', async () => {
    await tellOutcomes(round.services)
    assert.deepEqual(await toldAtOf(round.services.db, round.roundId), now)
    const late = await team.post(`${telling}/funders`, {})
    assert.equal(late.status, 400)
    assert.match(late.body, /Everybody is told/)
    assert.doesNotMatch((await team.get(telling)).body, /Waits for/)
  })
})
