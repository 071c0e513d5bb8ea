import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { carriedBy } from '../../../../tests/support/carried-by.ts'
import { countStatements } from '../../../../tests/support/count-statements.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestAnswer } from '../../../../tests/support/server.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { personByEmail } from '../../accounts/index.ts'
import { saveReview } from './save-review.ts'
import { pileOf } from './scoring.store.ts'

const world = await assessedRound(lastFirst({ after }), { applications: 30, assessors: 6, stage: 'scoring' })
const { db } = world.services
const mina = (await personByEmail(db, seedPeopleByRole.assessor.email))?.id ?? ''
const browser = await world.signedIn(mina)
const base = '/assess/example-fund/finished-round'
const references = (await pileOf(db, world.roundId, mina)).map(({ reference }) => reference)

let taken = 0
/** One more application of the pile, with whatever was done to the others. */
function nextReference(): string {
  const reference = references[taken]
  taken += 1
  assert.ok(reference !== undefined, 'the pile has no more')
  return reference
}

const addressOf = (reference: string): string => `${base}/applications/${reference}`

/** Declared free of conflicts and opened; the fields that its form carries. */
async function opened(): Promise<{
  readonly address: string
  readonly carried: Record<string, string>
  readonly page: string
}> {
  const address = addressOf(nextReference())
  const declared = await browser.post(`${address}/declare`, { conflict: 'no', statement: '' })
  assert.equal(declared.status, 303, declared.body)
  const { body } = await browser.get(address)
  return { address, carried: carriedBy(body), page: body }
}

const criteria = ['case-for-change', 'outcomes', 'options', 'engagement', 'capacity']
const full = (points: string, comment: string) =>
  Object.fromEntries(
    criteria.flatMap((id) => [
      [`points-${id}`, points],
      [`comment-${id}`, comment],
    ]),
  )
const whole = { 'in-scope': 'yes', 'scope-comment': '', 'overall-comment': '' }
const script = { 'x-requested-with': 'autosave' }

async function stored(reference: string) {
  const { rows } = await sql<{
    state: string
    scores: readonly { id: string; points: number | null; comment: string }[]
  }>`
    select v.state, (select coalesce(jsonb_agg(jsonb_build_object('id', c.criterion_id, 'points', c.points,
      'comment', c.comment) order by c.criterion_id), '[]') from score c where c.review_id = v.id) as scores
    from review v join application a on a.id = v.application_id
    where a.reference = ${reference} and v.person_id = ${mina}::uuid and not v.practice`.execute(db)
  return rows[0]
}
const referenceIn = (address: string): string => address.split('/').at(-1) ?? ''
const problemsOf = ({ body }: TestAnswer): readonly string[] =>
  [...(/govuk-error-summary__list[\s\S]*?<\/ul>/.exec(body)?.[0] ?? '').matchAll(/<a href="([^"]*)"/g)].map(
    ([, href = '']) => href,
  )

describe('an application before somebody has said whether they have a conflict', () => {
  it('shows nothing that was answered, whatever is asked for', async () => {
    const address = addressOf(nextReference())
    const first = await browser.get(address)
    assert.equal(first.location, `${address}/declare`)
    const page = await browser.get(`${address}/declare`)
    assert.equal(page.status, 200)
    assert.ok(!page.body.includes('app-answer'))
    assert.equal((await browser.post(address, { ...full('3', 'x'), ...whole })).status, 404)
    const unanswered = await browser.post(`${address}/declare`, {})
    assert.deepEqual(problemsOf(unanswered), ['#conflict'])
    const without = await browser.post(`${address}/declare`, { conflict: 'yes', statement: ' ' })
    assert.deepEqual(problemsOf(without), ['#statement'])
    assert.equal((await browser.get(address)).location, `${address}/declare`)
  })

  it('is taken away at once when they have one, and what they said stays', async () => {
    const address = addressOf(nextReference())
    const declared = await browser.post(`${address}/declare`, { conflict: 'yes', statement: 'My cousin works there.' })
    assert.equal(declared.location, base)
    const page = await browser.get(address)
    assert.match(page.body, /You have declared a conflict/)
    const { rows } = await sql`
      select d.statement, g.ended_why from conflict_declaration d join application a on a.id = d.application_id
      join assignment g on g.application_id = a.id and g.person_id = d.person_id
      where a.reference = ${referenceIn(address)} and d.person_id = ${mina}::uuid`.execute(db)
    assert.deepEqual(rows, [{ statement: 'My cousin works there.', ended_why: 'conflict' }])
    const pile = await browser.get(base)
    assert.match(pile.body, /No longer yours/)
  })

  it('is not there for an assessor to whom it was not given', async () => {
    const { rows } = await sql<{ reference: string }>`
      select a.reference from application a where a.round_id = ${world.roundId}::uuid and not exists (
        select from assignment g where g.application_id = a.id and g.person_id = ${mina}::uuid) limit 1`.execute(db)
    const reference = rows[0]?.reference ?? ''
    for (const end of ['', '/declare']) assert.equal((await browser.get(`${addressOf(reference)}${end}`)).status, 404)
  })
})

describe('a review while it is written', () => {
  it('is saved as it stands, whole or not, and carries on from there', async () => {
    const { address, carried, page } = await opened()
    assert.match(page, /app-answer/)
    const saved = await browser.post(
      address,
      { ...carried, 'points-outcomes': '0', 'comment-outcomes': 'Nothing yet ✓' },
      script,
    )
    const answer = JSON.parse(saved.body)
    assert.equal(answer.status, 'saved')
    assert.equal(answer.version, '0-1-0-0-0-0')
    const more = {
      ...carried,
      version: answer.version,
      'points-outcomes': '2',
      'comment-outcomes': 'A little',
      ...whole,
    }
    assert.equal(JSON.parse((await browser.post(address, more, script)).body).version, '0-2-0-0-0-1')
    assert.deepEqual((await stored(referenceIn(address)))?.scores, [{ id: 'outcomes', points: 2, comment: 'A little' }])
    const { rows } = await sql<{ versions: number }>`
      select count(*) as versions from score_version c join review v on v.id = c.review_id
      join application a on a.id = v.application_id where a.reference = ${referenceIn(address)}`.execute(db)
    assert.equal(rows[0]?.versions, 2)
  })

  it('is saved in one statement', async () => {
    const { address, carried } = await opened()
    const [, , fund = '', round = '', , reference = ''] = address.split('/')
    const actor: SignedIn = {
      kind: 'person',
      personId: mina,
      sessionId: '',
      email: '',
      name: '',
      heldRoles: [{ role: 'assessor', fundId: world.fundId, organisationId: null }],
      memberships: [],
      secondStep: 'passed',
    }
    const fields = { ...full('3', 'Good'), ...whole }
    const counter = countStatements(db)
    const saved = await saveReview({ ...world.services, db: counter.db }, actor, {
      path: { fund, round, reference, practice: false },
      rulesSha256: carried.rules ?? '',
      fields: { text: (name) => fields[name as keyof typeof fields] ?? '', has: (name) => name in fields },
      versions: carried.version ?? '',
      keepTheirs: new Set(),
      undecided: new Set(),
      at: world.services.clock(),
    })
    assert.equal(saved.kind, 'saved')
    assert.equal(counter.count(), 1)
    assert.equal((await stored(reference))?.scores.length, 5)
  })

  it('keeps what another window wrote, and shows both', async () => {
    const { address, carried } = await opened()
    const mine = { ...carried, 'points-need': '', 'points-outcomes': '4', 'comment-outcomes': 'From the second window' }
    await browser.post(
      address,
      { ...carried, 'points-outcomes': '1', 'comment-outcomes': 'From the first window' },
      script,
    )
    assert.equal(JSON.parse((await browser.post(address, mine, script)).body).status, 'clash')
    const both = await browser.post(address, { ...mine, action: 'later' })
    assert.equal(both.status, 409)
    for (const text of ['From the first window', 'From the second window', 'You have scored this in another tab'])
      assert.ok(both.body.includes(text), text)
    const undecided = await browser.post(address, {
      ...carriedBy(both.body),
      clash: 'outcomes',
      'points-outcomes': '4',
      'comment-outcomes': 'Third',
    })
    assert.deepEqual(problemsOf(undecided), ['#keep-outcomes'])
    await browser.post(address, {
      ...carriedBy(both.body),
      clash: 'outcomes',
      'keep-outcomes': 'mine',
      'points-outcomes': '4',
      'comment-outcomes': 'From the second window',
    })
    assert.deepEqual((await stored(referenceIn(address)))?.scores, [
      { id: 'outcomes', points: 4, comment: 'From the second window' },
    ])
  })

  it('stores nothing that the scale does not have, and hands back what was typed', async () => {
    const { address, carried } = await opened()
    for (const typed of ['5', '-1', 'NaN', '1e1', '2.5']) {
      const answer = await browser.post(address, {
        ...carried,
        'points-outcomes': typed,
        'comment-outcomes': 'Kept on the page',
      })
      assert.equal(answer.status, 400, typed)
      assert.deepEqual(problemsOf(answer), ['#points-outcomes'])
      assert.ok(answer.body.includes('Kept on the page'))
    }
    const long = 'x'.repeat(10_001)
    const answer = await browser.post(address, { ...carried, 'points-outcomes': '3', 'comment-outcomes': long })
    assert.deepEqual(problemsOf(answer), ['#comment-outcomes'])
    assert.ok(answer.body.includes(long))
    assert.deepEqual((await stored(referenceIn(address)))?.scores, [])
  })

  it('points to passages that stand in the answers, and to no others', async () => {
    const { address, carried, page } = await opened()
    const quote = /class="app-answer">([\w ,]{25,60})/.exec(page)?.[1]?.trim() ?? ''
    assert.ok(quote.length > 10)
    const wrong = await browser.post(address, {
      ...carried,
      action: 'pin:outcomes',
      'quote-outcomes': 'Nobody wrote this',
    })
    assert.deepEqual(problemsOf(wrong), ['#quote-outcomes'])
    assert.ok(wrong.body.includes('Nobody wrote this'))
    const right = await browser.post(address, { ...carried, action: 'pin:outcomes', 'quote-outcomes': quote })
    assert.equal(right.location, `${address}#evidence-outcomes`)
    const pinned = await browser.get(address)
    assert.ok(pinned.body.includes(`“${quote}”</blockquote>`))
    const pin = /value="(unpin:outcomes:[^"]*)"/.exec(pinned.body)?.[1] ?? ''
    await browser.post(address, { ...carriedBy(pinned.body), action: pin })
    assert.ok(!(await browser.get(address)).body.includes('</blockquote>'))
  })
})

describe('a review to be submitted', () => {
  it('is saved and refused while anything is missing, with a link to each', async () => {
    const { address, carried } = await opened()
    const refused = await browser.post(address, { ...carried, 'points-outcomes': '3', action: 'submit' })
    assert.equal(refused.status, 400)
    assert.deepEqual(problemsOf(refused).slice(0, 3), [
      '#points-case-for-change',
      '#comment-case-for-change',
      '#comment-outcomes',
    ])
    assert.deepEqual(problemsOf(refused).slice(-2), ['#in-scope', '#no-conflict'])
    const kept = await stored(referenceIn(address))
    assert.equal(kept?.state, 'open')
    assert.deepEqual(kept?.scores, [{ id: 'outcomes', points: 3, comment: '' }])
  })

  it('is submitted with what stood on the page, and stays as it is', async () => {
    const { address, carried } = await opened()
    const fields = { ...carried, ...full('4', 'Strong evidence.'), ...whole, 'no-conflict': 'yes' }
    assert.equal((await browser.post(address, { ...fields, action: 'submit' })).location, base)
    const kept = await stored(referenceIn(address))
    assert.equal(kept?.state, 'submitted')
    assert.equal(kept?.scores.length, 5)
    const late = await browser.post(address, { ...fields, ...full('0', 'Changed my mind'), action: 'submit' })
    assert.equal(late.status, 409)
    assert.ok(late.body.includes('Changed my mind'))
    assert.equal(JSON.parse((await browser.post(address, fields, script)).body).status, 'refused')
    assert.deepEqual(await stored(referenceIn(address)), kept)
    assert.match((await browser.get(address)).body, /Strong evidence\./)
  })

  it('is scored by the criteria that count now, and by no others that were sealed before', async () => {
    const { address, carried } = await opened()
    await sql`alter table sealed_rules disable trigger all`.execute(db)
    const { rows } = await sql<{ sha256: string }>`
      insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at)
      select round_id, 0, other, encode(sha256(convert_to(other, 'UTF8')), 'hex'), 'none', 'Another scale', sealed_at
      from sealed_rules, replace(document, '"points":4', '"points":40') as other
      where round_id = ${world.roundId}::uuid and version = 1 returning sha256`.execute(db)
    await sql`alter table sealed_rules enable trigger all`.execute(db)
    const typed = { ...full('40', 'Ten times as good'), ...whole, action: 'submit' }
    const answer = await browser.post(address, { ...carried, rules: rows[0]?.sha256 ?? '', ...typed })
    assert.equal(answer.status, 409)
    assert.match(answer.body, /The criteria have changed/)
    assert.ok(answer.body.includes('Ten times as good'))
    assert.deepEqual((await stored(referenceIn(address)))?.scores, [])
  })

  it('is not taken any more once a conflict was declared; what was typed is shown to be copied', async () => {
    const { address, carried } = await opened()
    await browser.post(address, { ...carried, ...full('2', 'Fair'), ...whole }, script)
    assert.equal((await browser.post(`${address}/conflict`, { statement: '' })).location, base)
    const late = await browser.post(address, { ...carried, ...full('3', 'Good after all'), ...whole, action: 'submit' })
    assert.equal(late.status, 409)
    assert.ok(late.body.includes('Good after all'))
    assert.ok(!late.body.includes('app-answer'))
    assert.equal((await stored(referenceIn(address)))?.scores.length, 5)
  })

  it('is not taken once it was handed back, nor once scoring has closed', async () => {
    const handed = await opened()
    assert.equal((await browser.post(`${handed.address}/hand-back`)).location, base)
    const gone = await browser.post(handed.address, { ...handed.carried, ...full('3', 'Too late'), ...whole })
    assert.equal(gone.status, 409)
    assert.match(gone.body, /not yours to score any more/)
    const open = await opened()
    await sql`update assessment set closed_at = now() where round_id = ${world.roundId}::uuid`.execute(db)
    const closed = await browser.post(open.address, {
      ...open.carried,
      ...full('3', 'After the close'),
      ...whole,
      action: 'submit',
    })
    assert.equal(closed.status, 409)
    assert.match(closed.body, /Scoring has closed/)
    assert.ok(closed.body.includes('After the close'))
    assert.deepEqual((await stored(referenceIn(open.address)))?.scores, [])
  })
})
