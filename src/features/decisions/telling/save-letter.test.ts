import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { render } from '../../../ui/html.ts'
import { letterOutcomes } from './letter-outcomes.messages.ts'
import { templateOf } from './letters-in-force.ts'
import { letterBody } from './pages/letter-body.ts'
import { standardLetters } from './standard-letters.messages.ts'
import { tellOutcomes } from './tell-outcomes.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
let round: DecidedRound
let team: TestBrowser
const letters = '/manage/funds/example-fund/finished-round/decisions/telling/letters'

before(async () => {
  const decided = { awards: 2, reserves: 1, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now })
  const id = await round.services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, round.services, 'programme', now))
  team = await round.signedIn(id)
})

const text =
  '## From {{fund}}\n\n{{outcome}} Write to {{contact}} about **{{reference}}**.\n\n- {{debrief}}\n- {{complaint}}'
const save = async (outcome: string, fields: Record<string, string>) =>
  await team.post(`${letters}/${outcome}`, { do: 'save', seen: '0', ...fields })

describe('the letters about outcomes', () => {
  it('are those of the service until the team writes its own, and each of those can be one', () => {
    for (const outcome of letterOutcomes) assert.ok(templateOf({ outcome, text: standardLetters[outcome] }).length > 3)
  })

  it('are not saved with a field that is not known, or without what they must say, and nothing typed is lost', async () => {
    const answer = await save('award', { text: 'Dear\n{{councel}}, <em>well done</em>' })
    assert.equal(answer.status, 400)
    for (const words of ['Line 2: {{councel}} is not a field', 'must say {{debrief}}', 'Line 2: HTML is not taken'])
      assert.ok(answer.body.includes(words), words)
    assert.ok(answer.body.includes('{{councel}}, &lt;em&gt;well done&lt;/em&gt;</textarea>'))
    assert.match(
      (await team.get(`${letters}/award`)).body,
      /This is the standard text of the service\. You can change it/,
    )
  })

  it('are looked at with a decided application, as a page, an email and a PDF, before they are saved', async () => {
    const { body } = await save('award', { do: 'preview', text })
    for (const words of ['offered an award of £60,000', `<strong>${round.applications[0]?.reference}</strong>`])
      assert.ok(body.includes(words), words)
    assert.match(body, /- To complain about how the application was handled/)
    const other = round.applications[1]?.reference ?? ''
    const chosen = await save('award', { do: 'preview', text, reference: other })
    assert.ok(chosen.body.includes(`<strong>${other}</strong>`))
    const pdf = await save('award', { do: 'pdf', text })
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.match((await save('ineligible', { do: 'preview', text })).body, /this one is made up/)
    assert.match(chosen.body, /What is written below is not saved yet/)
    const wrong = await save('award', { do: 'preview', text: '{{x}} and {{y}}' })
    assert.equal(wrong.status, 400)
    const atField = /<p id="text-error"[\s\S]*?<\/p>/.exec(wrong.body)?.[0] ?? ''
    for (const name of ['x', 'y']) assert.match(atField, new RegExp(`\\{\\{${name}\\}\\} is not a field`))
  })

  it('are kept in versions, and of two people at once the later is told of the other', async () => {
    assert.equal((await save('award', { text })).status, 303)
    const late = await save('award', { text: `${text}\n\nMine` })
    assert.equal(late.status, 400)
    assert.match(late.body, /Samira Khan saved version 1 meanwhile/)
    assert.match(late.body, /Mine<\/textarea>/)
    assert.match(late.body, /name="seen" value="1"/)
    assert.equal((await save('award', { text: `${text}\n\nBoth`, seen: '1' })).status, 303)
    const { body } = await team.get(`${letters}/award`)
    for (const words of ['Version 2, saved', 'Version 1, saved', 'The standard text of the service'])
      assert.ok(body.includes(words), words)
  })

  it('show what an applicant wrote without obeying it', () => {
    const shown = render(letterBody([{ kind: 'list', items: [[{ text: '<b>**x**</b>', strong: true }]] }]))
    assert.ok(shown.includes('<li><strong>&lt;b&gt;**x**&lt;/b&gt;</strong></li>'))
  })

  it('are the same text as page, email and PDF, frozen with its hash when everybody is told', async () => {
    const { db } = round.services
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    const [first] = round.applications
    const { rows } = await sql<{ document: string; sha256: string }>`
      select document, sha256 from outcome_letter where application_id = ${first?.id}::uuid`.execute(db)
    const letter = rows[0]
    assert.ok(letter)
    assert.equal(createHash('sha256').update(letter.document).digest('hex'), letter.sha256)
    assert.match(letter.document, /offered an award of £60,000/)
    const told = await sql<{ document: string; facts: { tellingSha256: string }; sha256: string }>`
      select t.document, t.sha256, e.facts from telling_record t, audit_event e
      where e.action = 'decision.told' and e.object_id = t.round_id::text`.execute(db)
    const kept = JSON.parse(told.rows[0]?.document ?? '')
    assert.equal(told.rows[0]?.facts.tellingSha256, told.rows[0]?.sha256)
    const award = kept.templates.find(({ outcome }: { outcome: string }) => outcome === 'award')
    assert.deepEqual(award, {
      outcome: 'award',
      number: 2,
      text: `${text}\n\nBoth`,
      sha256: createHash('sha256').update(`${text}\n\nBoth`).digest('hex'),
    })
    assert.deepEqual(kept.letters[0], { reference: first?.reference, sha256: letter.sha256 })
    assert.equal(kept.letters.length, 4)
    const file = await team.get(letters.replace('/letters', '.json'))
    assert.equal(file.body, told.rows[0]?.document)
  })

  it('are never changed from then on', async () => {
    const late = await save('declined', { text })
    assert.equal(late.status, 400)
    assert.match(late.body, /Everybody is told. The letters are as they were sent/)
    const { db } = round.services
    for (const statement of [
      sql`update outcome_letter set document = '{}'`,
      sql`delete from letter_template`,
      sql`delete from telling_record`,
    ])
      await assert.rejects(statement.execute(db), /never altered/)
    await assert.rejects(
      sql`insert into letter_template (round_id, outcome, number, text, saved_at, saved_by)
        select ${round.roundId}::uuid, 'award', 9, 'x', now(), id from person limit 1`.execute(db),
      /as they were sent/,
    )
  })
})
