import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type AssessmentRules, type Criterion, firstBands, firstRules, type SpreadRule } from './assessment-rules.ts'
import { checkRules, type RulesContext } from './check-rules.ts'
import { checkSpread } from './check-spread.ts'
import { moveCriterion, newCriterionId, putCriterion, removeCriterion } from './edit-criteria.ts'
import { parseRules } from './rules-shape.ts'

const criterion = (id: string, weightPercent: number, more: Partial<Criterion> = {}): Criterion => ({
  id,
  name: id,
  looksFor: 'Something',
  questions: ['why'],
  weightPercent,
  leastPoints: null,
  bands: firstBands,
  ...more,
})

const sound: AssessmentRules = {
  ...firstRules,
  criteria: [criterion('need', 60, { leastPoints: 1 }), criterion('plan', 40)],
  drawValue: 'A lottery',
}
const context: RulesContext = {
  questions: ['why'],
  places: 10,
  eligibleKinds: ['unitary', 'district'],
  panelMembers: 4,
}

const codes = (rules: AssessmentRules, more: Partial<RulesContext> = {}): readonly string[] =>
  checkRules(rules, { ...context, ...more }).map(({ code }) => code)

const changed = (more: Partial<Criterion>): AssessmentRules => ({
  ...sound,
  criteria: [criterion('need', 60, more), criterion('plan', 40)],
})

describe('checking rules', () => {
  it('finds nothing wrong with sound ones', () => {
    assert.deepEqual(codes(sound), [])
    assert.equal(parseRules(JSON.parse(JSON.stringify(sound))).ok, true)
  })

  it('wants to hear which question is the sum asked for, where the form asks for sums and nothing is locked', () => {
    assert.deepEqual(codes(sound, { sumQuestions: ['ask'] }), ['sum-not-said'])
    assert.deepEqual(codes(sound, { sumQuestions: [] }), [])
    assert.deepEqual(codes({ ...sound, sumAsked: 'gone' }, { sumQuestions: ['ask'] }), ['sum-question-unknown'])
    for (const sumAsked of ['ask', ''])
      assert.deepEqual(codes({ ...sound, sumAsked }, { sumQuestions: ['ask'] }), [], sumAsked)
  })

  it('takes weights that make 100 in hundredths, and no others', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(weights, (parts) => {
        const criteria = parts.map((part, index) => criterion(`c${index}`, part / 100))
        const isWhole = parts.reduce((sum, part) => sum + part, 0) === 10_000
        assert.equal(codes({ ...sound, criteria }).includes('weights-not-100'), !isWhole)
        const rest = 10_000 - parts.reduce((sum, part) => sum + part, 0)
        if (rest <= 0) return
        const filled = [...criteria, criterion('rest', rest / 100)]
        assert.equal(codes({ ...sound, criteria: filled }).includes('weights-not-100'), false)
      }),
    )
    const thirds = [33.33, 33.33, 33.34].map((part, index) => criterion(`c${index}`, part))
    assert.deepEqual(codes({ ...sound, criteria: thirds }), [])
    // The example of a council: six parts of 17%.
    const six = Array.from({ length: 6 }, (_, index) => criterion(`c${index}`, 17))
    const [problem] = checkRules({ ...sound, criteria: six }, context)
    assert.deepEqual(problem, { code: 'weights-not-100', stage: 'written', totalPercent: 102 })
  })

  it('names each thing that is wrong with a criterion', () => {
    const cases: readonly [Partial<Criterion>, string][] = [
      [{ name: ' ' }, 'criterion-unnamed'],
      [{ looksFor: '' }, 'looks-for-missing'],
      [{ questions: [] }, 'reads-nothing'],
      [{ questions: ['why', 'gone'] }, 'question-unknown'],
      [{ name: 'PLAN ' }, 'name-twice'],
      [{ bands: firstBands.slice(0, 1) }, 'bands-too-few'],
      [{ bands: [...firstBands, { points: 4, name: 'x', guidance: '' }] }, 'points-twice'],
      [{ bands: [...firstBands, { points: 5, name: ' ', guidance: '' }] }, 'band-without-words'],
      [{ leastPoints: 4.5 }, 'least-outside-scale'],
    ]
    for (const [more, code] of cases) assert.deepEqual(codes(changed(more)), [code])
    assert.deepEqual(codes(changed({ leastPoints: 4 })), [])
    assert.deepEqual(codes({ ...sound, criteria: [] }), ['criteria-missing'])
    assert.deepEqual(codes({ ...sound, overallLeastPercent: 101 }), ['overall-outside-100'])
  })

  it('does not ask for questions while there is no form', () => {
    assert.deepEqual(codes(changed({ questions: ['anything'] }), { questions: undefined }), [])
  })

  it('wants an order of ties that always decides, and nothing after that', () => {
    const ties = (...kinds: readonly ('pairwise' | 'earlier' | 'draw')[]) =>
      codes({ ...sound, tieBreaks: kinds.map((kind) => ({ kind, criterion: '' })) })
    assert.deepEqual(ties(), ['tie-break-missing'])
    assert.deepEqual(ties('pairwise'), ['tie-break-not-certain'])
    assert.deepEqual(ties('pairwise', 'earlier'), [])
    assert.deepEqual(ties('draw', 'pairwise'), ['tie-break-after-certain'])
    assert.deepEqual(ties('pairwise', 'pairwise', 'draw'), ['tie-break-twice'])
    const gone = { ...sound, tieBreaks: [{ kind: 'criterion', criterion: 'gone' } as const, ...sound.tieBreaks] }
    assert.deepEqual(codes(gone), ['tie-break-criterion-unknown'])
    assert.deepEqual(codes({ ...sound, drawValue: ' ' }), ['draw-value-missing'])
  })

  it('wants scores of the less sure to count no more, and estimates in which they count', () => {
    const sure = (fairlySurePercent: number, notSurePercent: number, use: 'none' | 'advice' = 'advice') =>
      codes({ ...sound, calibration: { use, noneUpTo: 15, confidence: { fairlySurePercent, notSurePercent } } })
    assert.deepEqual(sure(100, 100), [])
    assert.deepEqual(sure(50, 25), [])
    for (const [fairly, not] of [
      [25, 50],
      [101, 25],
      [50, 0],
    ] as const)
      assert.deepEqual(sure(fairly, not), ['confidence-out-of-order'])
    assert.deepEqual(sure(50, 25, 'none'), ['confidence-without-estimates'])
  })

  it('lets who reads what be drawn below a cap, and not for the worst-matched first', () => {
    const capped = (mostChancePercent: number, fairness = false) =>
      codes({ ...sound, assignment: { ...sound.assignment, fairness, mostChancePercent } })
    assert.deepEqual(capped(1), [])
    assert.deepEqual(capped(99), [])
    assert.deepEqual(capped(100), ['cap-outside-100'])
    assert.deepEqual(capped(80, true), ['cap-with-fairness'])
  })

  it('looks at the interview only where there is one', () => {
    const interview = { held: true, criteria: [], writtenPercent: 100, quorum: 5, invited: 1 }
    assert.deepEqual(codes({ ...sound, interview: { ...interview, held: false } }), [])
    assert.deepEqual(codes({ ...sound, interview }), [
      'criteria-missing',
      'written-part-outside-100',
      'quorum-above-panel',
      'invited-below-places',
    ])
  })
})

describe('rules of spread', () => {
  const kinds = ['unitary', 'district']

  /** Whether some number of awards for each kind, at most so many in all, keeps every rule: by trying them all. */
  function canBeKept(spread: readonly SpreadRule[], places: number): boolean {
    for (let unitary = 0; unitary <= places; unitary += 1) {
      for (let district = 0; unitary + district <= places; district += 1) {
        const count: Record<string, number> = { unitary, district }
        const kept = spread.every(({ value, least, most }) =>
          (value === '' ? kinds : [value]).every(
            (kind) => (count[kind] ?? 0) >= (least ?? 0) && (count[kind] ?? 0) <= (most ?? Number.POSITIVE_INFINITY),
          ),
        )
        if (kept) return true
      }
    }
    return false
  }

  it('are refused exactly when trying every choice finds none that keeps them', () => {
    const bound = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null })
    const rule = fc
      .record({ value: fc.constantFrom('', ...kinds), least: bound, most: bound })
      .filter(({ least, most }) => least !== null || most !== null)
      .map((given): SpreadRule => ({ basis: 'authority-type', ...given }))
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), fc.integer({ min: 0, max: 5 }), (spread, places) => {
        const problems = checkSpread({ spread }, { places, eligibleKinds: kinds })
        assert.equal(problems.length === 0, canBeKept(spread, places), JSON.stringify({ spread, places, problems }))
      }),
      { numRuns: 500 },
    )
  })

  it('name a value that no award can have, and one that says nothing', () => {
    const spread: readonly SpreadRule[] = [
      { basis: 'authority-type', value: 'county', least: 1, most: null },
      { basis: 'region', value: '', least: null, most: null },
    ]
    assert.deepEqual(checkSpread({ spread }, { places: 5, eligibleKinds: kinds }), [
      { code: 'spread-value-unknown', rule: 0, value: 'county' },
      { code: 'spread-empty', rule: 1 },
    ])
  })
})

describe('changing criteria', () => {
  it('keeps all of them in every order, and takes a tie-break out with its criterion', () => {
    const tied = { ...sound, tieBreaks: [{ kind: 'criterion', criterion: 'need' } as const, ...sound.tieBreaks] }
    const moved = moveCriterion(tied, 'written', 'plan', -1)
    assert.deepEqual(
      moved.criteria.map(({ id }) => id),
      ['plan', 'need'],
    )
    assert.deepEqual(moveCriterion(moved, 'written', 'plan', -1), moved)
    assert.deepEqual(moveCriterion(moved, 'written', 'plan', 1), tied)
    assert.deepEqual(removeCriterion(tied, 'written', 'need').tieBreaks, sound.tieBreaks)
  })

  it('gives each an id of its own, which stays when its name changes', () => {
    const id = newCriterionId(sound, 'Need')
    assert.equal(id, 'need-2')
    const added = putCriterion(sound, 'interview', criterion(id, 100))
    assert.equal(newCriterionId(added, 'Need'), 'need-3')
    assert.equal(newCriterionId(sound, '€'), 'criterion')
    const renamed = putCriterion(sound, 'written', criterion('need', 60, { name: 'Demand' }))
    assert.deepEqual(
      renamed.criteria.map(({ id: each }) => each),
      ['need', 'plan'],
    )
  })
})
