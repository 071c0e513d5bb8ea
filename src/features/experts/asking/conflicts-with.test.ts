import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type PanelAtWork, panelAtWork, says, someQuestion } from '../../../../tests/support/expert-panel.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'

const life = lastFirst({ after })
let panel: PanelAtWork
let expert: TestBrowser
let matching = ''

before(async () => {
  panel = await panelAtWork(life)
  await panel.team.post(`${panel.managed}/terms`, { fee: '80', text: 'Not legal advice.' })
  expert = await panel.joined('stranger')
  const { location = '' } = await panel.council.post(`${panel.home}/ask`, someQuestion)
  matching = location.replace(panel.home, panel.managed)
})

const profile = { 'service-areas': ['children'], about: 'Ran a youth mutual', hours: '12' }
const company = (name: string, tie: string, ended?: string) => ({
  'companies-0-company': name,
  'companies-0-company-tie': tie,
  ...(ended !== undefined && {
    'companies-0-company-ended-year': ended.slice(0, 4),
    'companies-0-company-ended-month': ended.slice(5, 7),
    'companies-0-company-ended-day': ended.slice(8),
  }),
})
const saying = async (more: Readonly<Record<string, string | string[]>>): Promise<void> =>
  assert.equal((await expert.post(`${panel.home}/profile`, { ...profile, ...more })).status, 303)

/** How the expert stands to the question: with a conflict, or free. */
const stands = async (): Promise<string> => {
  const { body } = await panel.team.get(matching)
  return /Never: a conflict|Can be offered it|Only with a reason/.exec(body)?.[0] ?? body
}

/** A supplier of the support of the award that the question is about, with a lot for it alone. */
async function supplies(name: string): Promise<string> {
  const { db, newId } = panel.server.services
  const [lot, supplier] = [newId(), newId()]
  await sql`insert into support_lot (id, fund_id, name, award_id, added_at)
    select ${lot}::uuid, q.fund_id, ${name}, w.id, now() from expert_request q join award w on w.application_id = q.application_id`.execute(
    db,
  )
  await sql`insert into support_supplier (id, fund_id, name, terms, added_at)
    select ${supplier}::uuid, fund_id, ${name}, '', now() from expert_request`.execute(db)
  await sql`insert into support_supplier_lot (supplier_id, lot_id) values (${supplier}::uuid, ${lot}::uuid)`.execute(db)
  return supplier
}

describe('a company of an expert', () => {
  it('keeps them from nothing where it has nothing to do with the question', async () => {
    await saying(company('Acme Advice Ltd', 'employer'))
    assert.equal(await stands(), 'Can be offered it')
    says(
      await panel.team.get(`${panel.managed}/people/${await panel.expertId('stranger')}`),
      /works for Acme Advice Ltd/,
    )
  })

  it('keeps them from the question of a council whose award it supplies, however its name is written', async () => {
    await supplies('ACME ADVICE LIMITED')
    assert.equal(await stands(), 'Never: a conflict')
    says(await panel.team.get(matching), /Conflict: Company that the application names or that supplies its support/)
    const offered = await panel.team.post(matching, { expert: await panel.expertId('stranger'), reason: 'Knows it' })
    says(offered, /has a conflict with the council/)
    await saying(company('Acme Advice', 'interest'))
    assert.equal(await stands(), 'Never: a conflict')
  })

  it('counts for three years after they left it', async () => {
    const years = (ago: number): string => `${new Date().getUTCFullYear() - ago}-01-01`
    await saying(company('Acme Advice', 'employer', years(2)))
    assert.equal(await stands(), 'Never: a conflict')
    await saying(company('Acme Advice', 'employer', years(5)))
    assert.equal(await stands(), 'Can be offered it')
  })

  it('keeps them away where the application names it, or it is a partner', async () => {
    const { db, newId } = panel.server.services
    await saying(company('Borough Mutual', 'employer'))
    assert.equal(await stands(), 'Can be offered it')
    const id = newId()
    await sql`insert into supplier (id, fund_id, name) select ${id}::uuid, fund_id, 'Borough Mutual CIC' from expert_request`.execute(
      db,
    )
    await sql`insert into application_supplier (application_id, supplier_id)
      select application_id, ${id}::uuid from expert_request`.execute(db)
    assert.equal(await stands(), 'Never: a conflict')
    await saying(company('River Partnership', 'employer'))
    assert.equal(await stands(), 'Can be offered it')
    await sql`insert into organisation (id, name, short_name, kind, illustrative)
      values ('X-RIVER', 'River Partnership Ltd', 'River', 'council-company', true)`.execute(db)
    await sql`insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
      select application_id, 'X-RIVER', 'accepted', now(), asked_by, now() from expert_request`.execute(db)
    assert.equal(await stands(), 'Never: a conflict')
  })

  it('is known of those who sign in for a supplier, whatever they say', async () => {
    await saying(company('Unheard of', 'interest'))
    assert.equal(await stands(), 'Can be offered it')
    const supplier = await supplies('Another Adviser')
    await sql`insert into support_supplier_person (supplier_id, person_id, added_at)
      select ${supplier}::uuid, person_id, now() from expert`.execute(panel.server.services.db)
    assert.equal(await stands(), 'Never: a conflict')
  })
})
