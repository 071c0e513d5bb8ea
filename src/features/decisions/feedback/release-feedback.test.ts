import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { addDomains, ensurePerson, giveRole, saveMembership } from '../../accounts/index.ts'
import { tellOutcomes } from '../telling/tell-outcomes.ts'
import { textsOf } from './feedback-texts.store.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
let round: DecidedRound
let team: TestBrowser
let colleague: TestBrowser
let panel: TestBrowser
const ids = { team: '', colleague: '' }
const list = '/manage/funds/example-fund/finished-round/decisions/feedback'
const one = (reference: string) => `${list}/applications/${reference}`

before(async () => {
  const decided = { awards: 3, reserves: 2, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now, stage: 'interviewed' })
  const { services } = round
  const panelId = await services.db.transaction().execute(async (tx) => {
    ids.team = await seedPersonId(tx, services, 'programme', now)
    const made = {
      id: services.newId(),
      email: 'kit.marlow@programme.example',
      name: 'Kit Marlow',
      jobTitle: 'Officer',
    }
    ids.colleague = (await ensurePerson(tx, { ...made, at: now })).person.id
    const role = { role: 'programme-team', fundId: round.fundId, by: null, at: now } as const
    await giveRole(tx, services, { ...role, personId: ids.colleague })
    return await seedPersonId(tx, services, 'panel', now)
  })
  team = await round.signedIn(ids.team)
  colleague = await round.signedIn(ids.colleague)
  panel = await round.signedIn(panelId)
})

/** Without the whole page where it does not. */
const says = ({ status, body }: { readonly status: number; readonly body: string }, words: RegExp): void =>
  assert.ok(
    words.test(body),
    `${words} in ${status}: ${/<main[\s\S]*/
      .exec(body)?.[0]
      .replaceAll(/<[^>]*>|\s+/g, ' ')
      .slice(0, 600)}`,
  )

const count = async (query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(round.services.db)).rows[0]?.count ?? 0

const drafted = async (): Promise<readonly { readonly id: string; readonly reference: string }[]> =>
  (
    await sql<{ id: string; reference: string }>`
      select a.id, a.reference from feedback f join application a on a.id = f.application_id order by a.reference`.execute(
      round.services.db,
    )
  ).rows

async function first() {
  const [found] = await drafted()
  assert.ok(found)
  return found
}

/** Somebody who assessed in the round. */
async function judge(): Promise<{ readonly name: string; readonly email: string }> {
  const { rows } = await sql<{ name: string; email: string }>`
    select p.name, p.email from review v join person p on p.id = v.person_id order by p.email limit 1`.execute(
    round.services.db,
  )
  const [found] = rows
  assert.ok(found)
  return { ...found, name: found.name.replace(/ \(.*/, '') }
}

/** The form of a draft as a browser has it. */
async function formOf(browser: TestBrowser, reference: string): Promise<Readonly<Record<string, string>>> {
  const { body } = await browser.get(one(reference))
  const texts = [...body.matchAll(/<textarea[^>]* name="(text-[^"]*)"[^>]*>([^<]*)</g)]
  assert.ok(texts.length > 0)
  return {
    version: hiddenIn(body, 'version'),
    ...Object.fromEntries(texts.map(([, name, text]) => [name, (text ?? '').trim() || 'Something was said.'])),
  }
}

describe('feedback', () => {
  it('is drafted for everything that was scored, from what was written, without who wrote it', async () => {
    says(await team.get(list), /Open all drafts/)
    assert.equal((await team.post(`${list}/open`, {})).status, 303)
    says(await team.post(`${list}/open`, {}), /Every application that can have a draft has one/)
    const all = await drafted()
    assert.ok(all.length > 10)
    const { id, reference } = await first()
    const texts = await textsOf(round.services.db, id)
    const { rows } = await sql<{ comment: string }>`
      select s.comment from score s join review v on v.id = s.review_id
      where v.application_id = ${id}::uuid and v.state = 'submitted' and s.comment <> ''`.execute(round.services.db)
    assert.ok(rows.length > 0)
    for (const { comment } of rows)
      assert.ok(
        texts.some(({ text }) => text.includes(comment.trim())),
        comment,
      )
    const { body } = await team.get(one(reference))
    assert.ok(/What was written \(\d/.test(body))
    const { name, email } = await judge()
    assert.ok(!body.includes(name) && !body.includes(email))
  })

  it('loses nothing where two write at once: each item by itself, and of one item both texts', async () => {
    const { id, reference } = await first()
    const [mine, theirs] = [await formOf(team, reference), await formOf(colleague, reference)]
    const [one0, two] = Object.keys(mine).filter((name) => name.startsWith('text-criterion'))
    assert.ok(one0 && two)
    assert.equal((await colleague.post(one(reference), { ...theirs, [one0]: 'Theirs, first.' })).status, 303)
    // Another item, from a page that had not seen theirs.
    assert.equal((await team.post(one(reference), { ...mine, [two]: 'Mine, second.' })).status, 303)
    const stored = async (field: string) =>
      (await textsOf(round.services.db, id)).find(({ item }) => `text-${item}` === field)?.text
    assert.deepEqual([await stored(one0), await stored(two)], ['Theirs, first.', 'Mine, second.'])
    const late = await team.post(one(reference), { ...mine, [one0]: 'Mine, first.' })
    assert.equal(late.status, 409)
    for (const text of ['Theirs, first.', 'Mine, first.', 'Kit Marlow']) assert.ok(late.body.includes(text), text)
    const item = one0.slice('text-'.length)
    const clash = { version: hiddenIn(late.body, 'version'), clash: item, [one0]: 'Both, first.' }
    const undecided = await team.post(one(reference), clash)
    says(undecided, /Choose which text to keep/)
    assert.equal((await team.post(one(reference), { ...clash, [`keep-${item}`]: 'mine' })).status, 303)
    assert.equal(await stored(one0), 'Both, first.')
    const script = { 'x-requested-with': 'autosave' }
    const autosave = await colleague.post(one(reference), { ...theirs, [one0]: 'Stale.' }, script)
    assert.equal(JSON.parse(autosave.body).status, 'clash')
    const fresh = await formOf(colleague, reference)
    const saved = JSON.parse((await colleague.post(one(reference), { ...fresh, [one0]: 'Again.' }, script)).body)
    assert.equal(saved.status, 'saved')
    assert.notEqual(saved.version, fresh.version)
  })

  it('is not ready while a text is missing, too long, or says who judged, and what was typed stays', async () => {
    const { reference } = await first()
    const form = await formOf(team, reference)
    const [field = ''] = Object.keys(form).filter((name) => name.startsWith('text-criterion'))
    const { name, email } = await judge()
    const ready = async (text: string) =>
      await team.post(one(reference), { ...(await formOf(team, reference)), [field]: text, action: 'ready' })
    says(await ready(' '), /Write something for/)
    const long = await ready('long '.repeat(2_000))
    says(long, /was not saved: use 8,000 characters or less/)
    assert.ok(long.body.includes('long long long'))
    const named = await ready(`As ${name.toUpperCase()} said, it is good.`)
    assert.equal(named.status, 400)
    assert.ok(named.body.includes(`“${name.toUpperCase()}” shows who judged`))
    assert.ok(named.body.includes(`href="#${field}"`))
    says(await ready(`Ask ${email}.`), /shows who judged/)
    const perhaps = await ready(`As ${name.split(' ').at(-1)} said.`)
    assert.equal(perhaps.status, 303)
    says(await colleague.get(one(reference)), /is also the name of somebody who judged/)
  })

  it('is approved by somebody who wrote none of it, as they read it', async () => {
    const { reference } = await first()
    const shown = hiddenIn((await panel.get(one(reference))).body, 'shown')
    assert.ok(!(await team.get(one(reference))).body.includes('Approve this feedback'))
    says(await team.post(`${one(reference)}/approve`, { shown }), /You wrote part of this/)
    says(await colleague.post(`${one(reference)}/approve`, { shown }), /You wrote part of this/)
    assert.equal((await panel.post(`${one(reference)}/reopen`, {})).status, 404)
    const late = await team.post(one(reference), { version: '', 'text-criterion_x': 'Typed' })
    assert.equal(late.status, 409)
    assert.equal((await team.post(`${one(reference)}/reopen`, {})).status, 303)
    now = new Date(now.getTime() + 1000)
    const form = await formOf(team, reference)
    assert.equal((await team.post(one(reference), { ...form, action: 'ready' })).status, 303)
    says(await panel.post(`${one(reference)}/approve`, { shown }), /changed it while you read/)
    const again = hiddenIn((await panel.get(one(reference))).body, 'shown')
    assert.equal((await panel.post(`${one(reference)}/approve`, { shown: again })).status, 303)
    await assert.rejects(
      sql`update feedback_text set text = 'Other'`.execute(round.services.db),
      /ready is not written any more/,
    )
  })

  it('is released once, whole, after outcomes were told, and names nobody', async () => {
    const { db, newId } = round.services
    const release = async () => await team.post(`${list}/release`, {})
    const early = await release()
    assert.equal(early.status, 400)
    says(early, /Outcomes are not announced yet/)
    says(early, /Not approved yet: .* and \d+ more/)
    await sql`update feedback set state = 'approved', ready_at = ${now}, ready_by = ${ids.team}::uuid,
      approved_at = ${now}, approved_by = ${ids.colleague}::uuid where state = 'draft'`.execute(db)
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    const { id, reference } = await first()
    const text = (await textsOf(db, id)).find(({ item }) => item.startsWith('criterion_'))
    const [, word0 = 'a', word1 = 'b'] = /(\p{L}{3,}) (\p{L}{3,})/u.exec(text?.text ?? '') ?? []
    const spy = { id: newId(), email: 'late@assessor.example', name: `${word0} ${word1}`, jobTitle: '', at: now }
    await db.transaction().execute(async (tx) => {
      const { person } = await ensurePerson(tx, spy)
      await sql`insert into assessor (round_id, person_id, state, invited_at)
        values (${round.roundId}::uuid, ${person.id}::uuid, 'accepted', ${now})`.execute(tx)
    })
    const named = await release()
    assert.ok(named.body.includes(`${reference}: `) && named.body.includes('shows who judged'))
    await sql`delete from assessor where person_id in (select id from person where email = 'late@assessor.example')`.execute(
      db,
    )
    await sql`update person set name = 'Some Body' where email = 'late@assessor.example'`.execute(db)
    const lead = await leadOf(reference)
    const applicant = await round.signedIn(lead.id)
    const own = `/applications/${reference}/feedback`
    says(await applicant.get(own), /No feedback is released yet/)
    assert.equal((await applicant.get(`${own}/file`)).status, 404)
    assert.equal((await release()).status, 303)
    const told = await count(sql`select count(*)::int as count from message where kind = 'feedback-released'
      and recipient = ${lead.email}`)
    assert.equal(told, 1)
    const read = await applicant.get(own)
    for (const words of [/How all applications did/, /Your application scored \d+%/, /Together, assessors found it/])
      says(read, words)
    const { name } = await judge()
    assert.ok(!read.body.includes(name))
    assert.equal((await applicant.get(`${own}/file`)).headers['content-type'], 'application/pdf')
    assert.equal((await team.get(own)).status, 404)
    says(await release(), /Feedback was released already/)
    assert.equal(await count(sql`select count(*)::int as count from audit_event where action = 'feedback.released'`), 1)
    await assert.rejects(
      sql`update feedback set state = 'draft', ready_at = null, ready_by = null, approved_at = null,
      approved_by = null`.execute(db),
      /released feedback stays/,
    )
    says(await team.post(`${one(reference)}/reopen`, {}), /it stays as it is/)
  })
})

/** Somebody of the lead. */
async function leadOf(reference: string): Promise<{ readonly id: string; readonly email: string }> {
  const { db, newId } = round.services
  return await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ leadId: string }>`
      select lead_id as "leadId" from application where reference = ${reference}`.execute(tx)
    const leadId = rows[0]?.leadId ?? ''
    const email = 'lea.dwyer@lead.example'
    const { person } = await ensurePerson(tx, { id: newId(), email, name: 'Lea Dwyer', jobTitle: 'Officer', at: now })
    await addDomains(tx, leadId, ['lead.example'])
    const times = { requestedAt: now, decidedAt: now, decidedBy: null }
    await saveMembership(tx, { personId: person.id, organisationId: leadId, state: 'confirmed', ...times })
    return { id: person.id, email }
  })
}
