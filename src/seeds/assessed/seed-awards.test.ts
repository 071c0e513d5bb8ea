import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { checkAsWritten } from '../../../tests/reference/grants-schema.ts'
import { assessedRound } from '../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { verifyExported } from '../../../tests/support/verify-exported.ts'
import { illustrativeWords } from '../../core/text/illustrative-words.ts'
import { debriefsOf } from '../../features/decisions/debriefs/debriefs.store.ts'
import { feedbackOf } from '../../features/decisions/feedback/feedback.store.ts'
import { releaseOf } from '../../features/decisions/feedback/release.store.ts'
import { awardsOf, complaintCounts } from '../../features/decisions/index.ts'

const life = lastFirst({ after })
const results = '/funds/example-fund/finished-round/results'

describe('a made-up round that is published', async () => {
  const size = { applications: 48, assessors: 8, stage: 'published' } as const
  const { services, roundId, visitor } = await assessedRound(life, size)
  const page = await visitor().get(results)

  it('has awards that were accepted, one that was declined and one from the reserve list', async () => {
    const awards = await awardsOf(services.db, roundId)
    const states = awards.map(({ state, reservePlace }) => `${state}${reservePlace === null ? '' : ' from reserve'}`)
    const count = (state: string): number => states.filter((each) => each === state).length
    assert.ok(count('accepted') >= 2, states.join())
    assert.deepEqual([count('declined'), count('offered'), count('accepted from reserve')], [1, 1, 1], states.join())
    assert.equal(awards.filter(({ version }) => version === 2).length, 1)
  })

  it('has a complaint that was replied to, told in numbers alone, and requests that wait', async () => {
    const counts = await complaintCounts(services.db, roundId)
    assert.deepEqual([counts.received, counts.open, counts['partly-upheld']], [1, 0, 1])
    assert.match(page.body, /Complaints about how applications were dealt with/)
    const { rows } = await sql<{ drafts: number }>`
      select count(d.number)::int as drafts from information_request q left join request_draft d on d.request_id = q.id
      where q.round_id = ${roundId}::uuid group by q.id order by drafts`.execute(services.db)
    assert.deepEqual(
      rows.map(({ drafts }) => drafts),
      [0, 1],
    )
  })

  it('has feedback that was released, a debrief that was held and one that waits', async () => {
    const release = await releaseOf(services.db, roundId)
    const given = await feedbackOf(services.db, roundId)
    assert.equal(release?.applications, given.length)
    assert.ok(given.length > 10 && given.every(({ state }) => state === 'approved'))
    const asked = await debriefsOf(services.db, roundId)
    assert.deepEqual(
      asked.map(({ state, outcome }) => [state, outcome]),
      [
        ['asked', null],
        ['closed', 'held'],
      ],
    )
    assert.ok(asked.every(({ askedAt, time }) => askedAt < new Date() && (time?.endsAt ?? askedAt) < new Date()))
  })

  it('shows its results, and says that they are made up', () => {
    assert.equal(page.status, 200)
    assert.match(page.body, /Made up to show how the service works/)
    assert.match(page.body, /Declined by the authority/)
  })

  it('replays from its published record alone', async () => {
    const record = (await visitor().get(`${results}/decision-record.json`)).body
    const { exit, output } = await verifyExported(record)
    assert.equal(exit, 0, output.slice(0, 600))
    assert.equal(JSON.parse(output).ok, true, output.slice(0, 600))
  })

  it('has awards that are 360Giving data', async () => {
    const made: unknown = JSON.parse((await visitor().get(`${results}/awards.json`)).body)
    const check = checkAsWritten()
    assert.ok(check(made), JSON.stringify(check.errors))
    const { grants } = made as { readonly grants: readonly { readonly title: string }[] }
    assert.ok(grants.every(({ title }) => title.startsWith(illustrativeWords)))
  })
})
