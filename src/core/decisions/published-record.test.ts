import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { exampleRecord, sha256 } from '../../../tests/support/decided-record.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { canonicalJson, contentHash, type Json } from '../canonical/index.ts'
import { commitmentOf, nonceOf } from '../pseudonyms/index.ts'
import { verifyRecord } from '../replay/index.ts'
import {
  type DecisionRecord,
  decisionRecord,
  decisionText,
  type PublishedRecord,
  publishedSchema,
  publishedTexts,
  recommendationHash,
  recordForEverybody,
  recordSeal,
  recordTexts,
  recordUnderReferences,
  wholeApplications,
} from './index.ts'

const solve = await openHighs()
const departure = (reason: string, decidedBy: string) => ({
  rule: 'deliverability',
  reason,
  decidedBy,
  decidedAt: '2026-03-02T09:00:00.000Z',
})

/** An example in which a member of the panel departs from the portfolio, and the minister from the panel. */
function departing(): DecisionRecord {
  const { format: _, document: _d, schema: _s, manifest: _m, seal: _seal, ...parts } = exampleRecord(solve)
  const whole = wholeApplications(parts)
  const left = whole.find(({ outcome }) => outcome === 'award')?.id
  const outcomes = parts.recommendation.outcomes.map((each) =>
    each.id === left
      ? {
          ...each,
          outcome: 'declined' as const,
          pounds: null,
          departure: departure('Council 4 cannot start in time, A Member found', 'Pat Panel'),
        }
      : each,
  )
  const applications = whole.map((each) => ({
    ...each,
    ...(each.id === left && {
      outcome: 'reserve' as const,
      pounds: null,
      reservePlace: 9,
      departure: departure('It may start in the spring', 'A Minister'),
    }),
  }))
  const { applicationHashes: _a, declarationHashes: _h, declarations, ...rest } = parts
  return decisionRecord(
    {
      ...rest,
      declarations: declarations.flatMap((each) => ('withheld' in each ? [] : [each])),
      recommendation: { ...parts.recommendation, outcomes, sha256: recommendationHash(outcomes, sha256) },
      applications,
    },
    sha256,
  )
}

const record = departing()
const salt = 'c'.repeat(64)
const hiddenText = ['recommendation', record.recommendation.outcomes.find(({ departure: why }) => why)?.reference].join(
  '/',
)
const given = {
  wholeSha256: sha256(decisionText(record)),
  salt,
  texts: new Map([[hiddenText, '[applicant] cannot start in time, [name] found']]),
}
const published = recordForEverybody(record, given, sha256)
const text = canonicalJson(published as unknown as Json)
const verify = (one: PublishedRecord) => verifyRecord(one, { sha256, solve })

describe('a decision record as it is published', () => {
  it('replays from itself alone, with every departure checked, and the whole record still does', () => {
    const { ok, firstBroken, checks } = verify(JSON.parse(text))
    assert.deepEqual({ ok, firstBroken }, { ok: true, firstBroken: null })
    const words = checks.map((each) => each.text)
    assert.ok(words.includes('each departure of the decision from the recommendation names its rule and its reason'))
    assert.ok(words.includes('the portfolio, worked out again from its case, is the same'))
    assert.equal(verifyRecord(JSON.parse(decisionText(record)), { sha256, solve }).ok, true)
  })

  it('tells of no application that was not awarded, and of nobody but who answers for the decision', () => {
    for (const { id, reference, lead, leadId, outcome } of wholeApplications(record)) {
      const alone = (word: string) => new RegExp(`"${word}"|\\b${word}\\b`).test(text)
      assert.equal(alone(reference), outcome === 'award', reference)
      assert.equal(alone(lead), outcome === 'award', lead)
      assert.equal(alone(leadId), outcome === 'award', leadId)
      assert.equal(alone(id), false, id)
    }
    assert.doesNotMatch(text, /A Member|Pat Panel/)
    assert.match(text, /A Minister/)
    assert.match(text, /"decidedBy":"Official 1"|"decidedBy":"Official 2"/)
  })

  it('is in an order that tells nothing: lists of applications go by what each is called', () => {
    const outcomes = published.recommendation.outcomes
    for (const list of [published.applications, published.scores, outcomes]) {
      const names = list.map(({ reference }) => reference)
      assert.deepEqual(names, [...names].sort())
    }
  })

  it('fits its schema, and nothing that is more does', () => {
    const ajv = new Ajv2020({ allowUnionTypes: true })
    addFormats.default(ajv)
    const fits = ajv.compile(publishedSchema as object)
    assert.equal(fits(JSON.parse(text)), true, JSON.stringify(fits.errors))
    assert.equal(fits({ ...published, more: 1 }), false)
    assert.equal(fits(record), false)
  })

  it('binds what is not in it: whoever is given a nonce can take the hash again, and whoever guesses cannot', () => {
    const declined = wholeApplications(record).find(({ outcome }) => outcome !== 'award')
    const of = (path: string, value: unknown, from: string) =>
      commitmentOf(nonceOf(from, path, sha256), path, value as Json, sha256)
    const bound = new Map(published.withheld.map(({ path, sha256: hash }) => [path, hash]))
    const match = [...bound].filter(([path, hash]) => of(path, declined, salt) === hash)
    assert.equal(match.length, 1)
    assert.match(match[0]?.[0] ?? '', /^applications\/Bid \d$/)
    for (const [path, hash] of bound)
      for (const guess of [declined, declined?.lead, declined?.reference])
        for (const from of ['', 'd'.repeat(64)]) assert.notEqual(of(path, guess, from), hash)
    const texts = [...bound.keys()].filter((path) => path.startsWith('texts/'))
    assert.equal(texts.length, 1)
    assert.match(texts[0] ?? '', /^texts\/recommendation\/Bid \d$/)
  })

  it('gives back the texts with which it was made', () => {
    const texts = publishedTexts(record, published, salt, sha256)
    assert.equal(texts.get(hiddenText), given.texts.get(hiddenText))
    assert.deepEqual(
      [...texts.keys()].sort(),
      recordTexts(record)
        .map(({ path }) => path)
        .sort(),
    )
    assert.deepEqual(recordForEverybody(record, { ...given, texts }, sha256), published)
  })

  it('is the same for the same record and salt, and other pseudonyms for another salt', () => {
    assert.deepEqual(recordForEverybody(record, given, sha256), published)
    const salts = fc.stringMatching(/^[0-9a-f]{64}$/)
    fc.assert(
      fc.property(salts, (other) => {
        const again = recordForEverybody(record, { ...given, salt: other }, sha256)
        assert.notEqual(canonicalJson(again.withheld as unknown as Json), canonicalJson(published.withheld as never))
        assert.equal(again.portfolio.case.candidates.length, published.portfolio.case.candidates.length)
      }),
      { numRuns: 10 },
    )
    assert.throws(() => recordForEverybody(recordUnderReferences(record), given, sha256))
  })

  it('names where it is broken when any one byte of it is another', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 127 }), (place, by) => {
        const flipped = Buffer.from(bytes)
        flipped[place] = (bytes[place] ?? 0) ^ by
        let read: PublishedRecord
        try {
          read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(flipped))
        } catch {
          return
        }
        if (read.document !== 'decision-record' || read.format !== 2) return
        assert.equal(verify(read).ok, false, `byte ${place}`)
      }),
      { numRuns: 40 },
    )
  })

  it('is found out when its hashes were made anew, of an outcome and of what is bound too', () => {
    const resealed = (change: (from: PublishedRecord) => PublishedRecord, part: keyof PublishedRecord['manifest']) => {
      const changed = change(published)
      const manifest = { ...changed.manifest, [part]: contentHash(changed[part] as unknown as Json, sha256) }
      return { ...changed, manifest, seal: recordSeal({ ...changed, manifest }, sha256) }
    }
    const unexplained = resealed(
      (from) => ({ ...from, applications: from.applications.map((each) => ({ ...each, departure: null })) }),
      'applications',
    )
    const unbound = resealed((from) => ({ ...from, withheld: from.withheld.slice(1) }), 'withheld')
    assert.deepEqual(
      [unexplained, unbound].map((each) => verify(each).firstBroken?.text.replace(/Bid \d/, 'a bid')),
      [
        'the decision departs from the recommendation without a rule or a reason',
        'applications/a bid is not here, and has no salted hash',
      ],
    )
  })
})
