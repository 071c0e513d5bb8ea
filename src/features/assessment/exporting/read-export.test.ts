import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import {
  altered,
  canonical,
  differing,
  parsed,
  resealed,
  sha256,
  withoutMost,
} from '../../../../tests/support/change-export.ts'
import { exportedRound } from '../../../../tests/support/exported-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestAnswer, TestBrowser } from '../../../../tests/support/server.ts'
import { type Verified, verify } from '../../../../tests/support/verify-exported.ts'
import { calculateVerification } from '../../../core/calculators/verify.ts'
import type { Json } from '../../../core/canonical/index.ts'
import { type AssessmentExport, exportedPartNames, verifyExport } from '../../../core/replay/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import { seedPersonId } from '../../../seeds/people.ts'

let round: AssessedRound
let team: TestBrowser
let whole: string
let published: string
let unbound: TestAnswer
const life = lastFirst({ after })

before(async () => {
  const exported = await exportedRound(life)
  round = exported.round
  team = exported.team
  whole = exported.whole
  published = exported.published
  unbound = exported.unbound
})

describe('the export of an assessment', () => {
  it('replays in a fresh process: hashes, statistics and the proposal are the same', () => {
    const verified = verify(whole)
    assert.deepEqual(
      verified.checks.filter(({ same }) => !same),
      [],
    )
    assert.equal(verified.ok, true)
    assert.ok(verified.events > 0)
    for (const words of [
      'the proposal, worked out again from its case, is the same',
      'the shortlist rests on the scores and the moderation of this export',
      'the shortlist is the one that was frozen',
      'the seed of understanding 1 is that of its sealed rules',
      'the shortlist is for as many as the rules said when scoring opened',
    ])
      assert.ok(
        verified.checks.some(({ text }) => text === words),
        words,
      )
  })

  it('works estimates out again number by number, and says how near they have to be', () => {
    const { checks, tolerance } = verify(whole)
    const counted = (start: string) => {
      const text = checks.find((each) => each.text.startsWith(start))?.text ?? ''
      return Number(/: (\d+) numbers, each within 0\.000001$/.exec(text)?.[1] ?? 0)
    }
    assert.equal(tolerance, 1e-6)
    const { parts }: AssessmentExport = JSON.parse(whole)
    const candidates = (JSON.parse(parts.shortlist?.text ?? '') as ShortlistDocument).case.candidates.length
    // An estimate, two intervals, an expected rank, a chance and a rank of each, and more.
    assert.ok(counted('understanding 1, worked out again from its case, has the same result') > 8 * candidates)
    // An estimate and a chance of each.
    assert.equal(counted('the estimates of the shortlist are those of its statistics'), 2 * candidates)
  })

  it('names an estimate that does not follow from its case and seed, though every hash was taken again', () => {
    const document: AssessmentExport = JSON.parse(whole)
    const [run] = document.parts.runs
    assert.ok(run)
    type Result = { calibration: { applications: { interval90: number[] }[] } }
    const result = structuredClone(run.result) as unknown as Result
    const third = result.calibration.applications[2]
    assert.ok(third)
    third.interval90[1] = (third.interval90[1] ?? 0) + 0.00001
    const altered = { ...run, result: result as unknown as Json, resultSha256: sha256(canonical(result)) }
    const { checks } = verify(JSON.stringify(resealed({ ...document, parts: { ...document.parts, runs: [altered] } })))
    const broken = checks.filter(({ same }) => !same).map(({ text }) => text)
    assert.match(
      broken[0] ?? '',
      /^understanding 1, .* has another result: calibration\/applications\/2\/interval90\/1 is [\d.]+, and comes out as/,
    )
  })

  it('has every part, and no word of party control or constituency', () => {
    const { parts }: AssessmentExport = JSON.parse(whole)
    assert.deepEqual(Object.keys(parts).sort(), [...exportedPartNames].sort())
    assert.equal(parts.moderation.scores.length, 1)
    assert.ok(parts.reviews.length > 50 && parts.assignments.length > 50 && parts.sift.length > 20)
    assert.doesNotMatch(whole, /party.?control|constituency/i)
    assert.match(whole, /Illustrative: made up/)
  })

  it('is published only once it is bound into the audit log, as it is then', async () => {
    assert.equal(unbound.status, 303)
    const { db } = round.services
    const { parts }: AssessmentExport = JSON.parse(published)
    const bound = parts.events.at(-1)
    assert.equal(bound?.action, 'assessment.export-committed')
    const { rows } = await sql<{ hash: string }>`
      select hash from audit_event where sequence = ${bound?.sequence ?? 0}`.execute(db)
    assert.equal(rows[0]?.hash, bound?.hash)
    await sql`update person set name = name || ' Smith' where id = ${parts.people[0]?.id ?? ''}::uuid`.execute(db)
    assert.equal((await team.get(`${round.path}/export/published.json`)).status, 303)
    await sql`update person set name = left(name, -6) where id = ${parts.people[0]?.id ?? ''}::uuid`.execute(db)
    assert.equal((await team.get(`${round.path}/export/published.json`)).status, 200)
  })

  it('names nobody when it is for publication, and replays all the same', () => {
    const { parts, salt }: AssessmentExport = JSON.parse(whole)
    for (const { name } of parts.people) if (name.length > 2) assert.equal(published.includes(name), false, name)
    for (const { lead, names } of parts.applications)
      for (const name of [lead, ...names]) assert.equal(published.includes(name), false, name)
    assert.match(published, /"Assessor 1"/)
    assert.match(published, /"Applicant 1"/)
    assert.equal(salt.length, 64)
    assert.equal(published.includes(salt), false)
    const verified = verify(published)
    assert.deepEqual(
      verified.checks.filter(({ same }) => !same),
      [],
    )
    assert.equal(verified.ok, true)
    const { values, events, paths, committedBy } = verified.withheld
    assert.equal(values, paths.length)
    assert.ok(values > 30 + 8 && events > 20 && committedBy !== null)
    assert.equal(verify(whole).withheld.values, 0)
  })

  it('knows who only decided, compared or froze, and names none of them when it is for publication', () => {
    const { parts }: AssessmentExport = JSON.parse(whole)
    const known = parts.people.map(({ name }) => name)
    for (const name of ['George Whitfield', 'Margaret Hale', 'Samira Khan']) {
      assert.ok(known.includes(name), name)
      assert.equal(published.includes(name), false, name)
    }
    const text = (JSON.parse(published) as AssessmentExport).parts.shortlist?.text ?? ''
    const shown = JSON.parse(text) as ShortlistDocument
    const departure = shown.applications.find((each) => each.departure !== null)?.departure
    assert.match(departure?.decidedBy ?? '', /^Official \d+$/)
    assert.match(shown.frozenBy, /^Official \d+$/)
    assert.equal(departure?.reason, 'Accounts qualified two years running, say [name] and [name]')
  })

  it('says nothing of conflicts, practice or unsubmitted reviews when it is for publication', () => {
    const { parts }: AssessmentExport = JSON.parse(published)
    assert.ok(parts.reviews.length > 0)
    assert.ok(parts.reviews.every(({ practice, state }) => !practice && state === 'submitted'))
    for (const { kind } of [...parts.conflicts.standing, ...parts.conflicts.releases]) assert.equal(kind, '')
    for (const { endedReason } of parts.assignments) assert.equal(endedReason, '')
    // What events say of people is withheld; of the round it is not, so that their hashes are taken again.
    for (const event of parts.events.filter(({ action }) => /conflict|assignment|review|sifted/.test(action))) {
      assert.ok('withheld' in event)
      for (const key of ['id', 'actorId', 'facts']) assert.equal(key in event, false)
    }
    const { checks } = verify(published)
    assert.ok(checks.some(({ text }) => text === 'the shortlist is the one that was frozen'))
  })

  it('is the same, made again from what auditors have', () => {
    const { checks } = verify(whole)
    assert.ok(
      checks.some(({ text }) => /^what event \d+ bound for publication, made again with the salt, is/.test(text)),
    )
  })

  it('is not there before scoring has closed', async () => {
    const { status, body } = await team.get(`${round.path}/export`)
    assert.equal(status, 200)
    assert.ok(body.includes('calc -- verify'))
    const open = await assessedRound(life, { applications: 6, assessors: 4, stage: 'scored' })
    const { db, clock } = open.services
    const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, open.services, 'programme', clock()))
    const asked = await open.signedIn(id)
    assert.equal((await asked.get(`${open.path}/export/internal.json`)).status, 303)
    assert.match((await asked.get(`${open.path}/export`)).body, /scores are blind until then/)
  })
})

describe('a changed byte', () => {
  const parse = (): AssessmentExport => JSON.parse(whole)
  // Statistics are long to work out again: here they are left out, which is the one thing that is said to be missing.
  const short = (): AssessmentExport => {
    const document = parse()
    return resealed({ ...document, parts: { ...document.parts, runs: [] } })
  }
  const inProcess = (document: AssessmentExport) => verifyExport(document, { sha256, solve: () => assert.fail() })

  it('is in none of the parts before somebody changes one', () => {
    const broken = inProcess(short()).checks.filter(({ same }) => !same)
    assert.deepEqual(
      broken.map(({ text }) => text),
      ['the shortlist rests on statistics that are not in this export'],
    )
  })

  for (const part of exportedPartNames.filter((name) => !['breakGlass', 'runs', 'withheld'].includes(name))) {
    it(`in the part “${part}” is found, and the part or the event is named`, () => {
      const document = short()
      const changed = altered(document.parts[part] as unknown as Json, 2)
      assert.ok(changed !== undefined)
      const parts = { ...document.parts, [part]: changed } as AssessmentExport['parts']
      const { ok, checks, firstBroken } = inProcess({ ...document, parts })
      assert.equal(ok, false)
      assert.ok(checks.some((each) => each.part === part && !each.same))
      if (part === 'events') assert.equal(firstBroken?.sequence, document.parts.events[0]?.sequence)
      else assert.match(firstBroken?.text ?? '', new RegExp(part === 'rules' ? 'rules' : `“${part}”`))
    })
  }

  it('in the case or the result of a run is found in a fresh process', () => {
    const document = parse()
    const runs = document.parts.runs.map((run) => ({ ...run, input: altered(run.input, 4) as Json }))
    const verified = verify(JSON.stringify({ ...document, parts: { ...document.parts, runs } }))
    const broken = verified.checks.filter(({ same }) => !same).map(({ text }) => text)
    assert.deepEqual(broken.slice(0, 2), [
      'the part “runs” is not as it was exported: runs/0/input',
      '“runs/0/input” is not as it was exported, or “digests/runs/0/input” is not',
    ])
  })

  it('anywhere in the file names the event or the place', () => {
    const short = JSON.stringify(resealed(withoutMost(parse())))
    const original = JSON.parse(short)
    const bytes = Buffer.from(short)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
        const changed = parsed(flipped)
        // What is no JSON any more is refused before; what says the same is no change.
        if (changed === undefined || isDeepStrictEqual(changed, original)) return
        const calculated = calculateVerification(changed, () => assert.fail(), sha256)
        const said = calculated.ok
          ? JSON.stringify((calculated.output as unknown as Verified).firstBroken)
          : calculated.problems.map((problem) => problem.at).join(' ')
        const places = differing(original, changed)
        assert.ok(
          places.some((place) => said.includes(place)),
          `${said} for ${places.join(' ')}`,
        )
      }),
      { numRuns: 1_500, seed: 7 },
    )
  })

  it('is found even by somebody who takes the hashes of the parts again', () => {
    const document = short()
    const { conflicts, assignments, moderation } = document.parts
    // A score that counts: neither moderated nor of somebody who turned out to have a conflict.
    const left = [
      ...conflicts.declared.filter(({ hasConflict }) => hasConflict),
      ...assignments.filter(({ endedWhy }) => endedWhy === 'conflict'),
    ].map(({ applicationId, personId }) => `${applicationId} ${personId}`)
    assert.ok(left.length >= 2)
    const review = document.parts.reviews.find(
      ({ id, applicationId, personId, practice, scores }) =>
        !practice &&
        !left.includes(`${applicationId} ${personId}`) &&
        !moderation.scores.some(({ reviewId }) => reviewId === id) &&
        scores.some(({ points }) => points === 3),
    )
    assert.ok(review)
    const raised = {
      ...review,
      scores: review.scores.map((score) => ({ ...score, points: score.points === 3 ? 4 : score.points })),
    }
    const reviews = document.parts.reviews.map((each) => (each === review ? raised : each))
    const verified = inProcess(resealed({ ...document, parts: { ...document.parts, reviews } }))
    assert.equal(verified.ok, false)
    assert.match(verified.firstBroken?.text ?? '', /rests on scores other than those of this export/)
  })

  it('is found where somebody chose the seed, or for how many the shortlist is', () => {
    const document = parse()
    const runs = document.parts.runs.map((run) => ({
      ...run,
      state: 'waiting',
      seed: run.seed + 1,
      input: { ...(run.input as { readonly [key: string]: Json }), seed: run.seed + 1 },
    }))
    const chosen = inProcess(resealed({ ...document, parts: { ...document.parts, runs } }))
    const words = chosen.checks.filter(({ same }) => !same).map(({ text }) => text)
    assert.ok(words.includes('the seed of understanding 1 is not that of its sealed rules'), words.join())
    const { shortlist } = document.parts
    assert.ok(shortlist)
    const text = shortlist.text.replace('"size":20', '"size":19')
    assert.notEqual(text, shortlist.text)
    const parts = { ...document.parts, runs: [], shortlist: { ...shortlist, text, sha256: sha256(text) } }
    const smaller = inProcess(resealed({ ...document, parts }))
    assert.ok(
      smaller.checks.some(
        (each) => each.text === 'the shortlist is not for as many as the rules said when scoring opened',
      ),
    )
  })

  it('is none where a conflict is found after the shortlist was frozen, and is one where it was found before', () => {
    const document = short()
    const { frozenAt, case: used } = JSON.parse(document.parts.shortlist?.text ?? '') as ShortlistDocument
    const candidates = new Set(
      used.candidates.flatMap(({ id, reviews }) => reviews.map(({ personId }) => `${id} ${personId}`)),
    )
    const review = document.parts.reviews.find(({ applicationId, personId }) =>
      candidates.has(`${applicationId} ${personId}`),
    )
    assert.ok(review)
    const { applicationId, personId } = review
    const said = (more: Partial<AssessmentExport['parts']>) =>
      inProcess(resealed({ ...document, parts: { ...document.parts, ...more } })).checks.find(({ text }) =>
        /^the shortlist rests on (the )?scores/.test(text),
      )
    const declaring = (declaredAt: string) => {
      const declared = { applicationId, personId, number: 100, hasConflict: true, declaredAt }
      const { conflicts } = document.parts
      return said({ conflicts: { ...conflicts, declared: [...conflicts.declared, declared] } })?.same
    }
    const taking = (endedAt: string) =>
      said({
        assignments: document.parts.assignments.map((each) =>
          each.applicationId === applicationId && each.personId === personId
            ? { ...each, endedAt, endedWhy: 'conflict' }
            : each,
        ),
      })?.same
    const later = new Date(Date.parse(frozenAt) + 1).toISOString()
    assert.deepEqual([declaring(later), declaring(frozenAt)], [true, false])
    assert.deepEqual([taking(later), taking(frozenAt)], [true, false])
  })

  it('is found where the export has a review that the shortlist does not rest on', () => {
    const document = short()
    const review = document.parts.reviews.find(({ practice, state }) => !practice && state === 'submitted')
    assert.ok(review)
    const more = { ...review, id: 'another', personId: 'another' }
    const parts = { ...document.parts, reviews: [...document.parts.reviews, more] }
    const { firstBroken } = inProcess(resealed({ ...document, parts }))
    assert.match(firstBroken?.text ?? '', /rests on scores other than those of this export/)
  })

  it('is found in the rule of a departure, whose band does not let it stand', () => {
    const document = short()
    const { shortlist } = document.parts
    assert.ok(shortlist)
    const said = (text: string) =>
      inProcess(
        resealed({
          ...document,
          parts: { ...document.parts, shortlist: { ...shortlist, text, sha256: sha256(text) } },
        }),
      ).checks.filter(({ text: words }) => /departure/.test(words))
    const [whole] = said(shortlist.text)
    assert.deepEqual(
      [whole?.same, whole?.text],
      [true, 'the 1 departure names a rule and a reason that its band lets stand'],
    )
    const text = shortlist.text.replace('"rule":"assurance"', '"rule":"near-tie"')
    assert.notEqual(text, shortlist.text)
    const [flipped] = said(text)
    assert.equal(flipped?.same, false)
    assert.match(flipped?.text ?? '', /^the departure of DD-[0-9A-Z-]+ names a rule that its band does not let stand$/)
  })

  it('in a frozen decision is named by the event that froze it', () => {
    const document = short()
    const { shortlist } = document.parts
    assert.ok(shortlist)
    const text = shortlist.text.replace('"frozenBy":"Samira Khan"', '"frozenBy":"Samira Khxn"')
    assert.notEqual(text, shortlist.text)
    const parts = { ...document.parts, shortlist: { ...shortlist, text, sha256: sha256(text) } }
    const verified = inProcess(resealed({ ...document, parts }))
    const event = document.parts.events.find(({ action }) => action === 'shortlist.frozen')
    assert.deepEqual(verified.firstBroken, {
      sequence: event?.sequence,
      text: `the shortlist is not the one that event ${event?.sequence} froze`,
    })
  })
})

it('takes the hashes of its parts as anybody can', () => {
  const { parts, manifest, digests, sha256: said, ...head }: AssessmentExport = JSON.parse(whole)
  for (const name of exportedPartNames) assert.equal(manifest[name], sha256(canonical(parts[name])), name)
  assert.equal(digests['reviews/3'], sha256(canonical(parts.reviews[3])))
  assert.equal(said, sha256(canonical({ ...head, manifest, digests })))
})
