import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gainLeft } from '../../../tests/bench/assessment/check-optimum.ts'
import { assignmentCase } from '../../../tests/bench/assessment/instance.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { serviceAreas } from '../assessment/subjects.ts'
import { randomFrom } from '../random/random.ts'
import type { Solve } from '../solver/linear-program.ts'
import { bestAmongFew } from './best-among-few.ts'
import { sumsOf } from './check-assignment.ts'
import {
  type AssignmentCase,
  assign,
  brokenInRound,
  brokenRule,
  type IdPair,
  type RoundInput,
  roundCase,
  solveRound,
} from './index.ts'
import { allowedPairs, buildProgram } from './program.ts'

const solve = await openHighs()

/** A made-up round in which everybody knows a few areas, and a twentieth of the pairs have a conflict. */
function roundOf(applications: number, assessors: number, seed: number): RoundInput {
  const { uniform } = randomFrom(seed, 0)
  const one = <Item>(list: readonly Item[]): Item => list[Math.floor(uniform() * list.length)] as Item
  const some = (count: number) => [...new Set(Array.from({ length: count }, () => one(serviceAreas)))]
  const kinds = ['district', 'unitary', 'county'] as const
  const input = {
    applications: Array.from({ length: applications }, (_, n) => ({
      reference: `E${n}`,
      serviceAreas: some(2),
      deliveryModels: [],
      authorityKind: one(kinds),
    })),
    assessors: Array.from({ length: assessors }, (_, n) => ({
      id: `A${n}`,
      expertise: { serviceAreas: some(4), deliveryModels: [], disciplines: [], authorityTypes: [one(kinds)] },
      wanted: null,
      bids: {},
    })),
  }
  const excluded = input.applications.flatMap(({ reference: application }) =>
    input.assessors.filter(() => uniform() < 0.05).map(({ id: assessor }) => ({ application, assessor, kinds: ['x'] })),
  )
  const rest = { needs: 3, seed, everyoneUpTo: 15, loadBelowAverage: 2, loadAboveAverage: 2, anchors: 0, prepared: [] }
  return { format: 2, ...rest, fairness: true, ...input, excluded, before: [], fixed: [] }
}

describe('the best among few pairs', () => {
  it('is what the whole program finds, at every floor, and impossible only where that is', () => {
    let answered = 0
    for (const seed of [1, 2, 3, 4]) {
      const given = roundCase(roundOf(30, 8, seed))
      const pairs = allowedPairs(given)
      for (let floor = 0.4; floor < 2; floor += 0.1) {
        const { program } = buildProgram(given, pairs, floor)
        const whole = solve(program, { mostNodes: 20_000 })
        const few = bestAmongFew(given, pairs, solve, { floor, mostNodes: 20_000 })
        if (few === 'stopped') continue
        answered += 1
        assert.equal(few === 'impossible', whole.status === 'infeasible', `floor ${floor} of ${seed}`)
        if (few === 'impossible' || whole.status !== 'optimal') continue
        const best = pairs.filter((_, column) => (whole.values[column] ?? 0) > 0.5)
        assert.deepEqual(few, best, `floor ${floor} of ${seed}`)
        assert.ok(Math.min(...sumsOf(given, few)) >= floor - 1e-9)
      }
    }
    assert.ok(answered > 50, `${answered} of 64 answered`)
  })

  it('makes a round of more than 20,000 pairs fair, and says at what price', () => {
    const input = roundOf(1_050, 20, 5)
    const [fair, plain] = [solveRound(input, solve), solveRound({ ...input, format: 1 }, solve)]
    assert.ok(fair.status === 'optimal' && plain.status === 'optimal')
    assert.equal(brokenInRound(input, fair), undefined)
    assert.equal(fair.optimum, plain.total)
    assert.ok(fair.worst > plain.worst, `${fair.worst} against ${plain.worst}`)
    assert.ok(fair.total <= plain.total + 1e-9 && fair.proven)
  })
})

describe('few of many pairs first', () => {
  const many = roundCase({ ...roundOf(700, 32, 8), format: 5, fairness: false })
  const optimal = (given: AssignmentCase) => {
    const found = assign(given, solve)
    assert.ok(found.status === 'optimal')
    return found
  }

  it('is as good as all at once, with the same answer, in any order', () => {
    const asked: number[] = []
    const counted: Solve = (program, options) => {
      asked.push(program.objective.length)
      return solve(program, options)
    }
    const few = assign(many, counted)
    const all = allowedPairs(many).length
    assert.ok(all > 20_000 && Math.max(...asked) < all, `${asked} of ${all}`)
    assert.ok(few.status === 'optimal')
    assert.equal(brokenRule(many, few.pairs), undefined)
    const whole = optimal({ ...many, earlier: true })
    assert.equal(few.total, whole.total)
    assert.deepEqual(few.missed, whole.missed)
    const turned = { ...many, applications: many.applications.toReversed(), match: many.match.toReversed() }
    const key = (pairs: readonly IdPair[]) => pairs.map((pair) => pair.join(' ')).sort()
    assert.deepEqual(key(optimal(turned).pairs), key(few.pairs))
    assert.ok(
      roundCase({ ...roundOf(16, 4, 8), format: 4 }).earlier === true,
      'earlier rounds are replayed as they were',
    )
  })

  it('leaves nothing that a ring of exchanges would gain', () => {
    const { tiers: _, ...plain } = many
    assert.equal(gainLeft(plain, optimal(plain).pairs), 0)
  })

  it('takes a handful of questions and a few of the pairs where those to begin with cannot keep all loads', () => {
    // Everybody asks for the same topics, and the least loads have to be met by those who know others.
    const given = assignmentCase(1_000, 100)
    const asked: { readonly columns: number; readonly status: string; readonly integer: boolean }[] = []
    const found = assign(given, (program, options) => {
      const answer = solve(program, options)
      asked.push({ columns: program.objective.length, status: answer.status, integer: program.integer })
      return answer
    })
    assert.ok(found.status === 'optimal')
    assert.equal(asked[0]?.status, 'infeasible')
    assert.ok(asked.length <= 8, `${asked.length} questions`)
    const all = allowedPairs(given).length
    assert.ok(Math.max(...asked.map(({ columns }) => columns)) < all / 2, JSON.stringify(asked))
    assert.equal(gainLeft(given, found.pairs), 0)
  })

  it('lets in those it left out where loads need them', () => {
    // Whom nobody would choose has to read, and twelve are matched best with everything.
    const match = many.match.map((row, at) =>
      row.map((_, by) => (by < 12 ? 0.9 : by === 31 ? 0 : 0.3 + ((at + by) % 3) / 10)),
    )
    const loads = many.assessors.map(({ id }, by) => ({ id, min: by === 31 ? 60 : 0, max: by === 31 ? 60 : 70 }))
    const { tiers: _, ...plain } = { ...many, match, assessors: loads }
    const few = optimal(plain)
    assert.equal(few.total, optimal({ ...plain, earlier: true }).total)
    assert.equal(few.pairs.filter(([, assessor]) => assessor === 'A31').length, 60)
  })

  it('is as fair as all at once', () => {
    const fair = { ...many, objective: 'fair' as const }
    const [few, whole] = [optimal(fair), optimal({ ...fair, earlier: true })]
    assert.deepEqual([few.worst, few.total, few.proven], [whole.worst, whole.total, whole.proven])
  })
})
