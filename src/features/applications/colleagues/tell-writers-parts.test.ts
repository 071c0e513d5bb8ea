import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { extendDeadline } from '../extending/extend-deadline.ts'
import { tellOfExtension } from '../extending/tell-of-extension.ts'
import { giveToWriter } from '../owing/give-to-writer.ts'
import { remindDrafts } from '../reminding/remind-drafts.ts'
import { partWords } from './part-words.messages.ts'

const start = new Date('2026-11-25T12:00:00Z')
const hour = 3_600_000

let all: RoundWithClock
let reference: string
const life = lastFirst({ after })
/** Of Alder's draft, Birch is a partner that writes one page, and Cai was invited to all of it; Nobody was, and has not joined. */
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
  reference = await all.round.draft()
  const { db } = all.services
  const { ann, cai, nobody } = all.round.people
  await sql`
    insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at, decided_by, pages)
    select id, 'T-BIRCH', 'accepted', ${start}, ${ann}::uuid, ${start}, ${ann}::uuid, '["drivers"]' from application
    where reference = ${reference}`.execute(db)
  await sql`
    insert into application_contributor (application_id, email, state, person_id, invited_at, joined_at, invited_by, expires_at)
    select a.id, p.email, case when p.id = ${nobody}::uuid then 'invited' else 'joined' end,
      case when p.id = ${nobody}::uuid then null else p.id end, ${start},
      case when p.id = ${nobody}::uuid then null else ${start}::timestamptz end, ${ann}::uuid, '2027-01-01'
    from application a, person p where a.reference = ${reference} and p.id in (${cai}::uuid, ${nobody}::uuid)`.execute(
    db,
  )
})

/** What was sent of a kind: each recipient with the line that says what they may do. */
async function told(kind: string): Promise<readonly string[]> {
  const { rows } = await sql<{ recipient: string; body: string }>`
    select recipient, body from message where kind = ${kind} order by recipient`.execute(all.services.db)
  return rows.map(({ recipient, body }) => `${recipient}: ${body.slice(body.indexOf('You get this because'))}`)
}

const leads = (who: string) =>
  `${who}@example.gov.uk: You get this because you act for Alder District Council, which leads this application: you can write all of it, and submit it. If it does not mean to apply, you need do nothing.`
const invited =
  'cai@example.gov.uk: You get this because you were invited to it. You can write all of it. Alder District Council submits it.'
const partners = (who: string) =>
  `${who}@example.gov.uk: You get this because you act for Birch, a partner in this application. You can write “Why do you want to change?”. Alder District Council submits it.`

describe('everyone who writes an application', () => {
  it('is reminded once, with what they may do', async () => {
    all.setClock(new Date(all.round.deadlineAt.getTime() - 48 * hour))
    await Promise.all([remindDrafts(all.services), remindDrafts(all.services)])
    await remindDrafts(all.services)
    assert.deepEqual(await told('deadline-reminder'), [leads('adam'), leads('ann'), partners('ben'), invited])
  })

  it('is told once of more time, and so are those who act for a partner that is no more', async () => {
    const { db } = all.services
    // The day after, Birch is no more and Adam's fire authority stands in its place; he leads besides, and so is told of that.
    await sql`update organisation set in_being_to = '2026-11-25' where id = 'T-BIRCH'`.execute(db)
    await sql`insert into organisation_successor (predecessor_id, successor_id) values ('T-BIRCH', 'T-FIRE'), ('T-BIRCH', 'T-CEDAR')`.execute(
      db,
    )
    await sql`delete from application_contributor where person_id = ${all.round.people.cai}::uuid`.execute(db)
    const { day, month, year, hour: hours, minute } = ukParts(new Date(all.round.deadlineAt.getTime() + hour))
    const given = await extendDeadline(all.services, {
      actor: await all.round.actor('pam'),
      path: { fundSlug: 'test-fund', roundSlug: 'first' },
      typed: {
        scope: 'everyone',
        reference: '',
        kind: 'service-fault',
        reason: 'It was down',
        notice: 'An hour more',
        deadline: { day, month, year, clock: `${hours}:${minute}` },
      },
      at: all.services.clock(),
      origin: '',
    })
    assert.ok(given.ok)
    const { rows } = await sql<{ id: string }>`select id from deadline_extension`.execute(db)
    const extension = { extensionId: rows[0]?.id ?? '', origin: '' }
    for (const _ of [1, 2]) await tellOfExtension(all.services, extension)
    assert.deepEqual(await told('deadline-extended'), [leads('adam'), leads('ann'), partners('ben'), partners('cai')])
  })

  it('can be given the pages that they may write, if they act for a partner that is no more', async () => {
    const give = async (pageId: string) =>
      await giveToWriter(all.services, all.ann, {
        reference,
        given: { kind: 'page', id: pageId },
        personId: all.round.people.cai,
        dueOn: null,
        receivedAt: all.services.clock(),
      })
    assert.ok((await give('drivers')).ok)
    assert.deepEqual(await give('contact'), { ok: false, problems: [{ code: 'cannot-write', name: 'Cai' }] })
  })
})

describe('what somebody may do in an application', () => {
  it('is said for those who write nothing too', () => {
    assert.equal(
      partWords({ role: 'partner', organisation: 'Birch' }, 'Alder', []),
      'You get this because you act for Birch, a partner in this application. You can read it. Alder submits it.',
    )
  })
})
