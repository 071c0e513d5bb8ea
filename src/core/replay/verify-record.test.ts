import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { exampleRecord, sha256 } from '../../../tests/support/decided-record.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { contentHash, type Json } from '../canonical/index.ts'
import {
  type DecisionCase,
  type DecisionRecord,
  decisionSchema,
  decisionText,
  itemHash,
  recommendationHash,
  recordSeal,
  recordUnderReferences,
  workOutPortfolio,
} from '../decisions/index.ts'
import { verifyRecord } from './index.ts'

const solve = await openHighs()
const record = exampleRecord(solve)
const text = decisionText(record)
const verify = (given: DecisionRecord) => verifyRecord(given, { sha256, solve })

/** The record with a part that somebody has altered, and hashes to match. */
function resealed(
  change: (record: DecisionRecord) => DecisionRecord,
  part: keyof DecisionRecord['manifest'],
  from = record,
) {
  const changed = change(from)
  const manifest = { ...changed.manifest, [part]: contentHash(changed[part] as unknown as Json, sha256) }
  return { ...changed, manifest, seal: recordSeal({ ...changed, manifest }, sha256) }
}

/** The record with a portfolio that really follows from another case. */
const withCase = (change: (given: DecisionCase) => Partial<DecisionCase>) =>
  resealed(({ portfolio, ...rest }) => {
    const changed = { ...portfolio.case, ...change(portfolio.case) }
    const result = workOutPortfolio(changed, solve)
    const [inputSha256, resultSha256] = [changed, result].map((each) => contentHash(each as unknown as Json, sha256))
    const own = { case: changed, result, inputSha256: inputSha256 ?? '', resultSha256: resultSha256 ?? '' }
    return { ...rest, portfolio: { ...portfolio, ...own, seed: changed.seed } }
  }, 'portfolio')

const overCap = 100_001

/** The record with one award above the cap, with a rule and a reason: decided so, or recommended so before. */
function dearer(stage: 'recommendation' | 'decision'): DecisionRecord {
  const because = { rule: 'money', reason: 'It asked', decidedBy: 'A Minister', decidedAt: '2026-03-02T09:00:00.000Z' }
  const { id } = record.recommendation.outcomes.find(({ outcome }) => outcome === 'award') ?? { id: '' }
  const raised = <Each extends { readonly id: string }>(each: Each) =>
    each.id === id ? { ...each, pounds: overCap, departure: because } : each
  const decided = resealed(({ applications: all, ...rest }) => {
    const applications = all.map((each) => ('withheld' in each ? each : raised(each)))
    const applicationHashes = applications.map((each) => ('withheld' in each ? '' : itemHash(each, sha256)))
    return { ...rest, applications, applicationHashes }
  }, 'applicationHashes')
  if (stage === 'decision') return decided
  const recommended = ({ recommendation, ...rest }: DecisionRecord) => {
    const outcomes = recommendation.outcomes.map(raised)
    return { ...rest, recommendation: { ...recommendation, outcomes, sha256: recommendationHash(outcomes, sha256) } }
  }
  return resealed(recommended, 'recommendation', decided)
}

describe('a decision record', () => {
  it('replays, whole and as it is published', () => {
    const published = JSON.parse(decisionText(recordUnderReferences(record)))
    for (const each of [JSON.parse(text), published]) {
      const { ok, firstBroken, events } = verify(each)
      assert.deepEqual({ ok, firstBroken, events }, { ok: true, firstBroken: null, events: 0 })
    }
    assert.doesNotMatch(JSON.stringify(published.declarations), /A Member/)
    assert.equal(
      published.applications.filter((item: object) => 'withheld' in item).length,
      record.applications.filter(({ outcome }) => outcome !== 'award').length,
    )
  })

  it('says of what is withheld that neither what became of it nor a departure is checked', () => {
    const said = (given: DecisionRecord) =>
      verify(given).checks.flatMap(({ part, text: words }) => (part === 'applications' ? [words] : []))
    const each = 'each departure of the decision from the recommendation names its rule and its reason'
    assert.ok(said(record).includes(each))
    const published = recordUnderReferences(record)
    const altered = {
      ...published,
      applications: published.applications.map((item) => ('withheld' in item ? { ...item, reservePlace: 99 } : item)),
    }
    for (const given of [published, altered]) {
      const words = said(given)
      assert.equal(words.includes(each), false)
      assert.ok(words.includes(`${each}, of the applications that are not withheld`))
      assert.ok(
        words.includes(
          '4 of the applications are withheld: their outcome, pounds and reserve place are not checked against their hashes, nor whether a departure from the recommendation names a rule and a reason',
        ),
        words.join('\n'),
      )
    }
  })

  it('fits the schema that is published with it', () => {
    const ajv = new Ajv2020({ allowUnionTypes: true })
    addFormats.default(ajv)
    const fits = ajv.compile(decisionSchema as object)
    for (const each of [text, decisionText(recordUnderReferences(record))])
      assert.equal(fits(JSON.parse(each)), true, JSON.stringify(fits.errors))
    const { panelNoise, ...withoutInterviews } = record.portfolio.case
    assert.equal(fits({ ...record, portfolio: { ...record.portfolio, case: withoutInterviews } }), true)
    assert.equal(fits({ ...record, seal: 'no' }), false)
    assert.equal(fits({ ...record, more: 1 }), false)
  })

  it('names where it is broken when any one byte of it is another', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 127 }), (place, by) => {
        const flipped = Buffer.from(bytes)
        flipped[place] = (bytes[place] ?? 0) ^ by
        let read: unknown
        try {
          read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(flipped))
        } catch {
          return
        }
        const { document, format } = read as DecisionRecord
        if (document !== 'decision-record' || format !== 1) return
        const { ok, firstBroken } = verify(read as DecisionRecord)
        assert.equal(ok, false, `byte ${place}`)
        assert.match(firstBroken?.text ?? '', /\S/)
      }),
      { numRuns: 40 },
    )
  })

  it('is found out when its hashes were made anew', () => {
    const forged = [
      resealed(({ portfolio, ...rest }) => {
        const result = { ...portfolio.result, chosen: [] }
        const resultSha256 = contentHash(result as unknown as Json, sha256)
        return { ...rest, portfolio: { ...portfolio, result, resultSha256 } as DecisionRecord['portfolio'] }
      }, 'portfolio'),
      resealed(({ rules, ...rest }) => {
        const other = rules.text.replace('"budgetPounds":250000', '"budgetPounds":900000')
        return { ...rest, rules: { ...rules, text: other, sha256: sha256(other) } }
      }, 'rules'),
      resealed(
        ({ scores, ...rest }) => ({ ...rest, scores: scores.map((each) => ({ ...each, totalPercent: 99 })) }),
        'scores',
      ),
      resealed(({ recommendation, ...rest }) => {
        const outcomes = recommendation.outcomes.map((each) => ({ ...each, outcome: 'declined' as const }))
        const hash = contentHash(outcomes as unknown as Json, sha256)
        return { ...rest, recommendation: { ...recommendation, outcomes, sha256: hash } }
      }, 'recommendation'),
      withCase(({ candidates }) => ({ forcedIn: candidates.slice(-1).map(({ id }) => id) })),
      withCase(({ candidates }) => ({ forcedOut: candidates.slice(0, 1).map(({ id }) => id) })),
      withCase(() => ({ seed: 8 })),
      resealed(({ portfolio, ...rest }) => ({ ...rest, portfolio: { ...portfolio, seed: 8 } }), 'portfolio'),
      dearer('recommendation'),
      dearer('decision'),
    ]
    const said = forged.map((each) => verify(each).firstBroken?.text)
    assert.deepEqual(said, [
      'the portfolio, worked out again from its case, is another',
      'the portfolio was not chosen by the sealed rules of this record',
      'the portfolio was chosen from scores other than those of this record',
      'the recommendation departs from the portfolio without a rule or a reason',
      'an application was put into the portfolio or left out of it by hand',
      'an application was put into the portfolio or left out of it by hand',
      'chance did not begin with the hash of the sealed rules of this record',
      'chance did not begin with the hash of the sealed rules of this record',
      'the recommended awards do not keep to the places, the budget or the cap',
      'the decided awards do not keep to the places, the budget or the cap',
    ])
  })
})
