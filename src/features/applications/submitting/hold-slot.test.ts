import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { Form } from '../../../core/forms/index.ts'
import { type LeadSlots, leadSlotsFor } from '../../../core/rounds/index.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { readCheck } from './read-check.ts'
import { submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const form: Form = {
  id: 'sized',
  title: 'Sized',
  pages: [
    {
      id: 'p',
      title: 'P',
      questions: [
        {
          type: 'radios',
          id: 'size',
          label: 'Size',
          required: true,
          options: [
            { value: 'large', label: 'Large bid' },
            { value: 'small', label: 'Small bid' },
          ],
        },
        { type: 'yes-no', id: 'council', label: 'Are you a council?', required: true },
      ],
    },
  ],
  rules: [
    {
      id: 'council',
      clause: 'Rules 1',
      when: { question: 'council', is: false },
      outcome: 'fail',
      text: 'Only councils.',
    },
  ],
}

const life = lastFirst({ after })
let services: Services
let round: OpenRound
before(async () => {
  services = (await testServer(life, await freshDatabase(life))).services
  round = await openRound(services, form)
})

/** A whole application of Alder's. */
async function application(size: 'large' | 'small', council = true): Promise<string> {
  const reference = await round.draft()
  for (const [question, value] of Object.entries({ size, council })) {
    await sql`insert into answer (application_id, question_id, value, version, saved_at, saved_by)
      select id, ${question}, ${JSON.stringify(value)}::jsonb, 1, now(), created_by from application
      where reference = ${reference}`.execute(services.db)
  }
  return reference
}

async function submit(reference: string): Promise<readonly string[]> {
  const ann = await round.actor('ann')
  const receivedAt = services.clock()
  const { shown } = await readCheck(services, ann, reference, receivedAt)
  const asked = { reference, declarationMade: true, shown, receivedAt, origin: 'http://localhost:3000' }
  const result = await submitApplication(services, ann, asked)
  return result.ok ? [] : result.problems.map(applicationProblemText)
}

const slotOf = async (reference: string): Promise<string> => {
  const { rows } = await sql<{ held: string }>`
    select lead_category || ' ' || lead_slot as held from application where reference = ${reference}`.execute(
    services.db,
  )
  return rows[0]?.held ?? ''
}

/** Everything that was sent is taken back, and the round has other rules. */
async function withRules(leadSlots: LeadSlots, ineligible = 'refuse'): Promise<void> {
  await sql`update application set state = 'withdrawn' where state = 'submitted'`.execute(services.db)
  await sql`update round set lead_slots = ${JSON.stringify(leadSlots)}::jsonb, ineligible = ${ineligible}
    where slug = 'first'`.execute(services.db)
}

const bySize = (large: number, small: number): LeadSlots => ({
  question: 'size',
  categories: [
    { value: 'large', name: 'Large bid', most: large },
    { value: 'small', name: 'Small bid', most: small },
  ],
})

describe('the places that one body has as a lead', () => {
  it('are as many as the round says, and the next is told of the last that was sent', async () => {
    await withRules(leadSlotsFor(2))
    const [first, second, third] = [await application('large'), await application('large'), await application('small')]
    assert.deepEqual([await submit(first), await submit(second)], [[], []])
    const [told = '', ...others] = await submit(third)
    assert.deepEqual(others, [])
    assert.match(
      told,
      new RegExp(`submitted 2 applications, the last of them application ${second} at .*, sent by Ann`),
    )
    assert.match(told, /Each authority can lead 2\. To send this one, withdraw one of the others first$/)
    const ann = await round.actor('ann')
    await withdrawApplication(services, ann, { reference: first, receivedAt: services.clock() })
    assert.deepEqual(await submit(third), [])
    assert.deepEqual([await slotOf(second), await slotOf(third)], [' 2', ' 1'])
  })

  it('are counted by category where the round says so: one large and one small bid', async () => {
    await withRules(bySize(1, 1))
    const [large, another, small] = [await application('large'), await application('large'), await application('small')]
    assert.deepEqual([await submit(large), await submit(small)], [[], []])
    assert.deepEqual([await slotOf(large), await slotOf(small)], ['large 1', 'small 1'])
    const [told = ''] = await submit(another)
    assert.match(told, new RegExp(`^Your authority has already submitted application ${large} at `))
    assert.match(told, /Each authority can lead one of the kind “Large bid”/)
  })

  it('are none for a category that the round does not take', async () => {
    await withRules(bySize(1, 0))
    assert.deepEqual(await submit(await application('small')), [
      'This round takes no applications of the kind “Small bid”',
    ])
  })

  it('go to no more than there are, however many are sent at the same moment', async () => {
    await withRules(leadSlotsFor(3))
    const all: string[] = []
    for (let count = 0; count < 6; count += 1) all.push(await application('large'))
    const results = await Promise.all(all.map(submit))
    assert.equal(results.filter((problems) => problems.length === 0).length, 3)
    const held = await Promise.all(all.filter((_, index) => results[index]?.length === 0).map(slotOf))
    assert.deepEqual(held.sort(), [' 1', ' 2', ' 3'])
  })

  it('are held to by the database itself', async () => {
    await withRules(leadSlotsFor(1))
    const [first, second] = [await application('large'), await application('large')]
    const mark = async (reference: string, slot: number, category = '') =>
      await sql`update application set state = 'submitted', submitted_at = now(), lead_slot = ${slot},
        lead_category = ${category} where reference = ${reference}`.execute(services.db)
    await assert.rejects(mark(first, 2), /the round has no such slot/)
    await assert.rejects(mark(first, 1, 'large'), /the round has no such slot/)
    await mark(first, 1)
    await assert.rejects(mark(second, 1), /application_one_submitted_for_each_slot/)
  })
})

describe('an application that fails a rule of eligibility', () => {
  it('is refused, naming the clause', async () => {
    await withRules(leadSlotsFor(1))
    const reference = await application('large', false)
    assert.deepEqual(await submit(reference), [
      'Not eligible: Only councils (Rules 1). The rules of this round let no application be submitted that fails one of them',
    ])
  })

  it('is let in and marked where the round says so', async () => {
    await withRules(leadSlotsFor(1), 'accept-and-flag')
    const reference = await application('large', false)
    assert.deepEqual(await submit(reference), [])
    const { rows } = await sql<{ outcome: string; frozen: string }>`
      select s.outcome, s.content->'eligibility'->'rules'->0->>'clause' as frozen
      from submission s join application a on a.id = s.application_id where a.reference = ${reference}`.execute(
      services.db,
    )
    assert.deepEqual(rows, [{ outcome: 'fail', frozen: 'Rules 1' }])
  })
})
