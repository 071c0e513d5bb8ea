import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../tests/support/assessed-round.ts'
import { freshEmbedded } from '../../../tests/support/embedded.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { parseRegister } from '../../core/authorities/parse-register.ts'
import { keepsFrom } from '../../core/conflicts/index.ts'
import { checkDefinition, validateSubmission } from '../../core/forms/index.ts'
import { rulesIn } from '../../core/rules/index.ts'
import { liveAssignmentsOf } from '../../features/assessment/assigning/assignments.store.ts'
import { conflictsOfRound } from '../../features/assessment/conflicts/read-conflicts.ts'
import { countedScores, reviewTotals } from '../../features/assessment/understanding/read-score-table.ts'
import { roundById, sealOf } from '../../features/funds/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { readSeed } from '../read-seed.ts'
import { chanceFrom } from './chance.ts'
import { makeAnswers } from './make-answers.ts'
import { makeAuthorities } from './make-authorities.ts'
import { readWords } from './words.ts'

const words = await readWords()

describe('made-up authorities', () => {
  it('are called like no real body, and no two alike', async () => {
    const made = makeAuthorities(words, chanceFrom(1, 1), 192)
    assert.equal(new Set(made.map(({ id }) => id)).size, 192)
    const files = ['principal-councils', 'combined-authorities', 'ended-councils', 'other-public-bodies']
    const texts = await Promise.all(files.map((name) => readSeed(`authorities/${name}.tsv`)))
    const real = new Set(
      texts.flatMap((text) => parseRegister(text).authorities).map(({ shortName }) => shortName.toLowerCase()),
    )
    assert.ok(real.size > 400)
    assert.deepEqual(
      made.filter(({ shortName }) => real.has(shortName.toLowerCase())),
      [],
    )
  })

  it('lie in counties and combined authorities of their own region', () => {
    const made = makeAuthorities(words, chanceFrom(1, 1), 120)
    const byId = new Map(made.map((each) => [each.id, each]))
    const above = made.filter(({ countyId, combinedAuthorityId }) => countyId ?? combinedAuthorityId)
    assert.ok(above.length > 10)
    assert.deepEqual(
      made.filter(({ kind, countyId }) => (kind === 'district') !== (countyId !== null)),
      [],
    )
    for (const { region, countyId, combinedAuthorityId } of above)
      assert.equal(byId.get(countyId ?? combinedAuthorityId ?? '')?.region, region)
  })

  it('answer the form without a mistake, as do those that somebody wrote', async () => {
    const form = checkDefinition(JSON.parse(await readSeed('templates/delivering-differently/form.json')))
    assert.ok(form.ok)
    const chance = chanceFrom(1, 2)
    const made = makeAuthorities(words, chance, 60).map((authority, at) => {
      const service = words.services[at % words.services.length]
      assert.ok(service)
      return makeAnswers(words, chance, { authority, service, startsOn: '2026-11-02' })
    })
    const written: readonly { answers: (typeof made)[number] }[] = JSON.parse(
      await readSeed('finished-round/applications.json'),
    )
    for (const answers of [...made, ...written.map((each) => each.answers)])
      assert.deepEqual(validateSubmission(form.value, answers), [])
  })
})

const count = async (db: Database, table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n ?? 0

describe('a made-up round', () => {
  it('is written with the same references each time, for they say who comes first of equals', async (t) => {
    const referencesAt = async (stage: 'submitted' | 'sifted') => {
      const { services } = await assessedRound(lastFirst(t), { applications: 12, assessors: 4, stage })
      const { rows } = await sql`select a.reference, o.short_name from application a
        join organisation o on o.id = a.lead_id order by o.short_name`.execute(services.db)
      return rows
    }
    const references = await referencesAt('submitted')
    assert.equal(references.length, 12)
    assert.deepEqual(await referencesAt('sifted'), references)
  })

  it('stops at the stage that is asked for', async (t) => {
    const tables = ['submission', 'application_sift', 'assignment', 'assessment', 'review', 'score']
    const at = async (stage: 'submitted' | 'sifted' | 'assigned' | 'scoring' | 'closed') => {
      const life = lastFirst(t)
      const { services } = await assessedRound(life, { applications: 12, assessors: 4, stage })
      return await Promise.all(tables.map(async (table) => (await count(services.db, table)) > 0))
    }
    assert.deepEqual(await at('submitted'), [true, false, false, false, false, false])
    assert.deepEqual(await at('sifted'), [true, true, false, false, false, false])
    assert.deepEqual(await at('assigned'), [true, true, true, false, false, false])
    assert.deepEqual(await at('scoring'), [true, true, true, true, false, false])
    assert.deepEqual(await at('closed'), [true, true, true, true, true, true])
  })

  it('gives every application that is scored its assessors, none of whom is kept from it, and full scores', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { stage: 'closed' }, freshEmbedded)
    const { db } = services
    const round = await roundById(db, roundId)
    const seal = await sealOf(db, roundId)
    assert.ok(round && seal)
    const rules = rulesIn(seal.document)
    const live = await liveAssignmentsOf(db, roundId)
    const key = (pair: { applicationId: string; personId: string }) => `${pair.applicationId} ${pair.personId}`
    const kept = new Set((await conflictsOfRound(db, round, rules)).filter(keepsFrom).map(key))
    assert.ok(kept.size > 0)
    assert.deepEqual(
      live.filter((pair) => kept.has(key(pair))),
      [],
    )
    const totals = reviewTotals(await countedScores(db, roundId, rules), rules)
    assert.deepEqual(totals.map(key).sort(), live.map(key).sort())
    const perApplication = Map.groupBy(totals, ({ applicationId }) => applicationId)
    assert.ok(perApplication.size >= 19)
    for (const [, reviews] of perApplication) assert.equal(reviews.length, 3)
  })

  it('keeps scores from everybody until it is closed', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { applications: 12, assessors: 4, stage: 'scored' })
    const seal = await sealOf(services.db, roundId)
    assert.ok(seal)
    await assert.rejects(countedScores(services.db, roundId, rulesIn(seal.document)), /blind until scoring has closed/)
  })

  it('has the same scores whenever it is made', async (t) => {
    const marks = async () => {
      const { services } = await assessedRound(lastFirst(t), { applications: 12, assessors: 4, stage: 'closed' })
      const { rows } = await sql<{ all: string }>`
        select string_agg(o.id || p.email || s.criterion_id || s.points || s.comment, '|'
          order by o.id, p.email, s.criterion_id) as all
        from score s join review v on v.id = s.review_id join application a on a.id = v.application_id
        join organisation o on o.id = a.lead_id join person p on p.id = v.person_id`.execute(services.db)
      return rows[0]?.all
    }
    const first = await marks()
    assert.ok(first && first.length > 1_000)
    assert.equal(await marks(), first)
  })
})
