import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { noExpertise } from '../assessment/subjects.ts'
import {
  brokenInRound,
  linkageOf,
  type RoundInput,
  type RoundResult,
  roundCase,
  solveRound,
  withAnotherAnchor,
} from './index.ts'

const solve = await openHighs()
const areas = ['health', 'housing', 'children', 'corporate']

const inputOf = (applications: number, assessors: number, more: Partial<RoundInput> = {}): RoundInput => ({
  format: 1,
  needs: 3,
  seed: 7,
  everyoneUpTo: 15,
  loadBelowAverage: 2,
  loadAboveAverage: 2,
  anchors: 0,
  prepared: [],
  fairness: true,
  applications: Array.from({ length: applications }, (_, n) => ({
    reference: `E${String(n).padStart(3, '0')}`,
    serviceAreas: [areas[n % 4] ?? ''],
    deliveryModels: [],
    authorityKind: 'district',
  })),
  assessors: Array.from({ length: assessors }, (_, n) => ({
    id: `A${String(n).padStart(3, '0')}`,
    expertise: {
      ...noExpertise,
      serviceAreas: [areas[n % 4] ?? '', areas[(n + 1) % 4] ?? ''],
      authorityTypes: ['district'],
    },
    wanted: null,
    bids: {},
  })),
  excluded: [],
  before: [],
  fixed: [],
  ...more,
})

const optimal = (input: RoundInput) => {
  const result = solveRound(input, solve)
  assert.equal(result.status, 'optimal', JSON.stringify(result).slice(0, 300))
  assert.equal(brokenInRound(input, result), undefined)
  return result as Extract<RoundResult, { status: 'optimal' }>
}
const sentence = (input: RoundInput) => {
  const result = solveRound(input, solve)
  assert.equal(result.status, 'impossible')
  return result.status === 'impossible' ? result.because.map(({ text }) => text).join() : ''
}

describe('the assignment of a round', () => {
  it('gives everybody everything at 15 applications, and chooses at 16', () => {
    const small = optimal(inputOf(15, 4, { excluded: [{ application: 'E000', assessor: 'A001', kinds: ['partner'] }] }))
    assert.ok(small.everyone)
    assert.equal(small.pairs.length, 15 * 4 - 1)
    const larger = optimal(inputOf(16, 4))
    assert.ok(!larger.everyone)
    assert.equal(larger.pairs.length, 16 * 3)
  })

  it('draws below a cap beside its anchors, and is looked at anew with what it was drawn from', () => {
    const input = inputOf(40, 9, { format: 7, fairness: false, anchors: 2, mostChancePercent: 60 })
    const result = optimal(input)
    assert.ok(result.drawn)
    const { drawn, anchors } = result
    assert.equal(
      drawn.chances.reduce((sum, [, , percent]) => sum + percent, 0),
      38 * 3 * 100,
    )
    assert.ok(drawn.chances.every(([application, , percent]) => percent <= 60 && !anchors.includes(application)))
    assert.ok(drawn.expected <= result.optimum + 1e-9)
    assert.deepEqual(result.next, [])
    const { drawn: _, ...undrawn } = result
    assert.equal(brokenInRound(input, undrawn), 'that who reads what is drawn')
    const likelier = drawn.chances.map(([one, other, percent]) => [one, other, Math.min(100, percent + 1)] as const)
    assert.equal(brokenInRound(input, { ...result, drawn: { ...drawn, chances: likelier } }), 'the cap on a chance')
    const without = { ...input, anchors: 0 }
    assert.equal(brokenInRound({ ...without, seed: 8 }, optimal(without)), 'that chance alone draws')
    const { mostChancePercent: __, ...plain } = input
    assert.deepEqual(optimal({ ...plain, format: 7 }), optimal({ ...plain, format: 6 }))
    assert.equal(brokenInRound({ ...plain, format: 6 }, result), 'that nothing is drawn')
  })

  it('draws nothing where everybody reads everything', () => {
    const small = optimal(inputOf(15, 4, { format: 7, fairness: false, mostChancePercent: 60 }))
    assert.ok(small.everyone && small.drawn === undefined)
  })

  it('does not say of whoever handed an application back that they have a conflict', () => {
    const excluded = [
      { application: 'E000', assessor: 'A000', kinds: ['handed-back'] },
      { application: 'E000', assessor: 'A001', kinds: ['neighbour', 'handed-back'] },
    ]
    const text = (those: RoundInput['excluded']) => {
      const found = solveRound(inputOf(20, 3, { format: 6, excluded: those }), solve)
      return found.status === 'impossible' ? found.because[0]?.text.split(': ')[0] : 'possible'
    }
    assert.equal(
      text(excluded),
      'E000 needs 3 assessors, and only A002 may read it, while A001 has a conflict and A000 handed it back',
    )
    assert.equal(
      text(excluded.slice(0, 1)),
      'E000 needs 3 assessors, and only A001 and A002 may read it, while A000 handed it back',
    )
  })

  it('says how far it is, ever further', () => {
    const told: number[] = []
    solveRound(inputOf(20, 5), solve, (progress) => told.push(progress))
    assert.deepEqual(
      told,
      [...told].sort((one, other) => one - other),
    )
    assert.ok(told.length >= 3 && told.every((each) => each > 0 && each < 100))
  })

  it('cannot be without assessors, with one alone, or when all are in conflict', () => {
    assert.match(sentence(inputOf(20, 0)), /^Nobody has accepted to assess, and 20 applications are to be scored/)
    assert.match(sentence(inputOf(3, 0)), /^Nobody has accepted to assess, and 3 applications are to be scored/)
    assert.match(sentence(inputOf(20, 1)), /^E000 needs 3 assessors, and only A000 is free of a conflict with it/)
    const held = (count: number) =>
      [0, 1, 2, 3].map((n) => ({ application: 'E001', assessor: `A00${n}`, kinds: ['x'] })).slice(0, count)
    assert.match(
      sentence(inputOf(20, 4, { excluded: held(4) })),
      /^E001 needs 3 .* nobody is free .* while A000, A001, A002 and A003 have one/,
    )
    assert.match(sentence(inputOf(5, 4, { excluded: held(4) })), /^E001 needs 1 assessor, and nobody is free/)
    assert.match(
      sentence(inputOf(20, 4, { excluded: held(2) })),
      /^E001 needs 3 assessors, and only A002 and A003 are free/,
    )
  })

  it('lets one assessor alone read a small round', () => {
    assert.equal(optimal(inputOf(5, 1)).pairs.length, 5)
  })

  it('goes on without somebody who is in conflict with everything', () => {
    const input = inputOf(16, 5)
    const excluded = input.applications.map(({ reference }) => ({
      application: reference,
      assessor: 'A000',
      kinds: ['x'],
    }))
    const { loads } = optimal({ ...input, excluded })
    assert.equal(loads.find(({ id }) => id === 'A000')?.load, 0)
  })

  it('has anchors that everybody reads, within what they want to read', () => {
    const input = inputOf(20, 6, { anchors: 3, prepared: ['E009'] })
    const wanting = input.assessors.map((one, n) => (n === 0 ? { ...one, wanted: 5 } : one))
    const { anchors, pairs, loads } = optimal({ ...input, assessors: wanting })
    assert.equal(anchors.length, 3)
    assert.ok(anchors.includes('E009'))
    for (const anchor of anchors) assert.equal(pairs.filter((pair) => pair[0] === anchor).length, 6)
    assert.equal(loads[0]?.load, 5)
  })

  it('is told what one more anchor would bring: the next by the seed, read by all who may, and better links', () => {
    const input = inputOf(20, 6, {
      anchors: 1,
      prepared: ['E009', 'E003'],
      excluded: [{ application: 'E003', assessor: 'A001', kinds: ['partner'] }],
    })
    const { pairs, anchors } = optimal(input)
    const more = withAnotherAnchor(input, pairs)
    assert.deepEqual([anchors, more?.anchor], [['E009'], 'E003'])
    const readers = more?.pairs.filter(([application]) => application === 'E003').map(([, assessor]) => assessor)
    assert.deepEqual(readers, ['A000', 'A002', 'A003', 'A004', 'A005'])
    assert.ok((linkageOf(more?.pairs ?? [])?.asMany ?? 0) > (linkageOf(pairs)?.asMany ?? 0))
    assert.equal(withAnotherAnchor({ ...input, anchors: 20 }, pairs), undefined)
  })

  it('changes little when an assessor leaves, and nothing that was scored', () => {
    const input = inputOf(40, 8)
    const first = optimal(input)
    const left = first.pairs.filter(([, assessor]) => assessor !== 'A007')
    const fixed = left.filter((_, place) => place % 5 === 0)
    const again = optimal({ ...input, assessors: input.assessors.slice(0, 7), before: left, fixed })
    const now = new Set(again.pairs.map((pair) => pair.join(' ')))
    assert.ok(fixed.every((pair) => now.has(pair.join(' '))))
    const gone = left.filter((pair) => !now.has(pair.join(' '))).length
    const afresh = optimal({ ...input, assessors: input.assessors.slice(0, 7), seed: 99 })
    const afreshNow = new Set(afresh.pairs.map((pair) => pair.join(' ')))
    const goneAfresh = left.filter((pair) => !afreshNow.has(pair.join(' '))).length
    assert.ok(gone < goneAfresh / 2, `${gone} of ${left.length} changed, ${goneAfresh} when begun anew`)
  })

  it('is never less than the best in all, and what fairness costs is the difference', () => {
    const { total, optimum, worst } = optimal(inputOf(30, 6))
    const plain = optimal(inputOf(30, 6, { fairness: false }))
    assert.ok(optimum >= total - 1e-9)
    assert.ok(worst >= plain.worst - 1e-9)
    assert.ok(Math.abs(plain.total - optimum) < 1e-9)
  })

  it('is seen through when a pair is put in or left out', () => {
    const input = inputOf(20, 5, { excluded: [{ application: 'E003', assessor: 'A001', kinds: ['employer'] }] })
    const result = optimal(input)
    const without = { ...result, pairs: result.pairs.slice(1) }
    assert.equal(brokenInRound(input, without), 'the number of assessors of an application')
    const others = result.pairs.filter(([application]) => application !== 'E003')
    const swapped = ['A000', 'A001', 'A002'].map((id) => ['E003', id] as const)
    assert.equal(brokenInRound(input, { ...result, pairs: [...others, ...swapped] }), 'a conflict')
    const small = optimal(inputOf(3, 2))
    assert.ok(brokenInRound(inputOf(3, 2), { ...small, pairs: small.pairs.slice(1) }))
  })

  it('asks for loads around the average', () => {
    const { assessors } = roundCase(inputOf(40, 8))
    assert.deepEqual(assessors[0], { id: 'A000', min: 13, max: 17 })
  })
})

describe('a round that somebody has left', () => {
  const leftBy = (input: RoundInput, leaver: string, scored: readonly string[]): RoundInput => {
    const fixed = scored.map((reference) => [reference, leaver] as const)
    const assessors = input.assessors.map((one) => (one.id === leaver ? { ...one, wanted: 0 } : one))
    return { ...input, format: 3, assessors, before: fixed, fixed }
  }
  const references = (input: RoundInput, count: number) =>
    input.applications.slice(0, count).map(({ reference }) => reference)
  const readBy = (pairs: readonly (readonly [string, string])[], id: string) =>
    pairs.filter((pair) => pair[1] === id).map(([application]) => application)

  it('leaves to the others what is left: 92 of 120 scores, to three people', () => {
    const whole = inputOf(40, 4)
    const input = leftBy(whole, 'A003', references(whole, 28))
    const { pairs, loads } = optimal(input)
    assert.deepEqual(readBy(pairs, 'A003'), references(whole, 28))
    assert.equal(
      loads.slice(0, 3).reduce((sum, { load }) => sum + load, 0),
      92,
    )
    assert.deepEqual(
      loads.map(({ min, max }) => [min, max]),
      [
        [28, 33],
        [28, 33],
        [28, 33],
        [28, 28],
      ],
    )
  })

  it('asks the others to offer no more than what is left', () => {
    const whole = inputOf(40, 4)
    const input = leftBy(whole, 'A003', references(whole, 28))
    const offering = (last: number) => ({
      ...input,
      assessors: input.assessors.map((one, n) => (n === 3 ? one : { ...one, wanted: n === 2 ? last : 31 })),
    })
    const { loads } = optimal(offering(30))
    assert.deepEqual(
      loads.map(({ load }) => load),
      [31, 31, 30, 28],
    )
    assert.match(sentence(offering(29)), / need 92 scores, and A000, A001 and A002 offer 91 at most: raise .* by 1,/)
  })

  it('counts nobody who has left among those who could read what they have not scored', () => {
    const whole = inputOf(20, 3)
    const input = leftBy(whole, 'A002', references(whole, 5))
    assert.match(
      sentence(input),
      /^E005 needs 3 assessors, and only A000 and A001 are free of a conflict with it: add 1 /,
    )
  })

  it('gives them nothing new where everybody reads everything', () => {
    const whole = inputOf(10, 4)
    const input = leftBy(whole, 'A003', ['E002', 'E007'])
    const { everyone, pairs, loads } = optimal(input)
    assert.ok(everyone)
    assert.deepEqual(readBy(pairs, 'A003'), ['E002', 'E007'])
    assert.deepEqual(
      loads.map(({ load }) => load),
      [10, 10, 10, 2],
    )
  })

  it('gives them no anchor but one that they have scored', () => {
    const whole = inputOf(20, 6, { anchors: 3, prepared: ['E004', 'E009', 'E013', 'E016'] })
    const input = leftBy(whole, 'A005', ['E001', 'E009'])
    const result = optimal(input)
    assert.deepEqual([...result.anchors].sort(), optimal(whole).anchors.toSorted())
    assert.deepEqual(readBy(result.pairs, 'A005'), ['E001', 'E009'])
    const [anchor = ''] = result.anchors.filter((each) => each !== 'E009')
    assert.equal(result.pairs.filter(([application]) => application === anchor).length, 5)
    const more = withAnotherAnchor(input, result.pairs)
    assert.deepEqual(readBy(more?.pairs ?? [], 'A005').sort(), ['E001', 'E009'])
    const spoilt = result.pairs.map(([application, id]) =>
      application === anchor && id === 'A004' ? ([anchor, 'A005'] as const) : ([application, id] as const),
    )
    assert.equal(brokenInRound(input, { ...result, pairs: spoilt }), 'somebody who has left')
  })

  it('is replayed as it was where it was worked out before', () => {
    const large = inputOf(40, 4)
    const before = { ...leftBy(large, 'A003', references(large, 28)), format: 2 } as const
    assert.deepEqual(
      roundCase(before).assessors.map(({ min, max }) => [min, max]),
      [
        [38, 40],
        [38, 40],
        [38, 40],
        [0, 0],
      ],
    )
    assert.equal(solveRound(before, solve).status, 'impossible')
    const small = inputOf(10, 4)
    assert.equal(optimal({ ...leftBy(small, 'A003', ['E002']), format: 2 }).pairs.length, 40)
    const anchored = inputOf(20, 6, { anchors: 3, prepared: ['E004', 'E009', 'E013'] })
    const { pairs } = optimal({ ...leftBy(anchored, 'A005', ['E001']), format: 1 })
    assert.deepEqual(readBy(pairs, 'A005').sort(), ['E001', 'E004', 'E009', 'E013'])
  })
})
