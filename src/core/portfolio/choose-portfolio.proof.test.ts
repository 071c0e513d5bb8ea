import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { valuesByHighs } from '../../../tests/reference/portfolio-by-highs.ts'
import { worthByYalps } from '../../../tests/reference/portfolio-by-yalps.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { randomFrom } from '../random/random.ts'
import {
  anyBest,
  choosePortfolio,
  constraintsOf,
  type Portfolio,
  type PortfolioCase,
  type SpreadRule,
  totalOf,
} from './index.ts'

const solve = await openHighs()

const regions = ['North', 'South', 'East']

const optimal = (given: PortfolioCase) => {
  const found = choosePortfolio(given, solve)
  assert.equal(found.status, 'optimal')
  return found as Extract<Portfolio, { status: 'optimal' }>
}

/** Whether a set of candidates keeps to everything, written a second time. */
function keeps(given: PortfolioCase, chosen: readonly number[], leaveOut = -1): boolean {
  const picked = chosen.map((place) => given.candidates[place] as PortfolioCase['candidates'][number])
  const ids = picked.map(({ id }) => id)
  const within = Object.entries(given.limits).every(
    ([name, limit]) => picked.reduce((sum, { use }) => sum + (use[name] ?? 0), 0) <= limit,
  )
  const ruled = given.rules.every((rule, place) => {
    if (place === leaveOut) return true
    const count = (member: string) => picked.filter(({ groups }) => groups[rule.group] === member).length
    if ('atLeastDifferent' in rule) return regions.filter((member) => count(member) > 0).length >= rule.atLeastDifferent
    const members =
      rule.member === undefined
        ? regions.filter((each) => given.candidates.some(({ groups }) => groups[rule.group] === each))
        : [rule.member]
    return members.every((each) => count(each) >= (rule.min ?? 0) && count(each) <= (rule.max ?? 99))
  })
  return (
    within &&
    ruled &&
    chosen.length <= given.places &&
    given.mustInclude.every((id) => ids.includes(id)) &&
    !given.mustExclude.some((id) => ids.includes(id))
  )
}

/** Every portfolio there is, the best first: by value, then the most awards, then the earlier candidates. */
function everyPortfolio(given: PortfolioCase, leaveOut = -1): readonly { value: number; chosen: readonly string[] }[] {
  const sets = Array.from({ length: 2 ** given.candidates.length }, (_, bits) =>
    given.candidates.flatMap((_, place) => ((bits >> place) & 1 ? [place] : [])),
  ).filter((chosen) => keeps(given, chosen, leaveOut))
  const earlier = (one: readonly number[], other: readonly number[]): number => {
    const first = one.findIndex((place, index) => place !== other[index])
    return (one[first] ?? 0) - (other[first] ?? 0)
  }
  return sets
    .map((places) => ({ places, value: places.reduce((sum, place) => sum + (given.candidates[place]?.value ?? 0), 0) }))
    .sort(
      (one, other) =>
        other.value - one.value || other.places.length - one.places.length || earlier(one.places, other.places),
    )
    .map(({ value, places }) => ({ value, chosen: places.map((place) => given.candidates[place]?.id ?? '') }))
}

const someRule: fc.Arbitrary<SpreadRule> = fc.oneof(
  fc.record({ group: fc.constant('region'), atLeastDifferent: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ group: fc.constant('region'), member: fc.constantFrom(...regions), min: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ group: fc.constant('region'), max: fc.integer({ min: 1, max: 2 }) }),
)

/** Small cases with many equal values, and values below nothing. */
const smallCase: fc.Arbitrary<PortfolioCase> = fc
  .record({
    places: fc.integer({ min: 0, max: 5 }),
    candidates: fc.array(
      fc.record({
        value: fc.integer({ min: -1, max: 4 }).map((value) => value / 4),
        pounds: fc.integer({ min: 0, max: 4 }),
        region: fc.constantFrom(...regions),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    pounds: fc.integer({ min: 0, max: 12 }),
    rules: fc.array(someRule, { maxLength: 2 }),
    include: fc.array(fc.nat(7), { maxLength: 1 }),
    exclude: fc.array(fc.nat(7), { maxLength: 1 }),
  })
  .map(({ places, candidates, pounds, rules, include, exclude }) => {
    const ids = candidates.map((_, place) => `E${place}`)
    const known = (numbers: readonly number[]) => ids.filter((_, place) => numbers.includes(place))
    const mustInclude = known(include)
    return {
      places,
      candidates: candidates.map(({ value, pounds: cost, region }, place) => ({
        id: `E${place}`,
        value,
        use: { pounds: cost },
        groups: { region },
      })),
      limits: { pounds },
      rules,
      mustInclude,
      mustExclude: known(exclude).filter((id) => !mustInclude.includes(id)),
      alternatives: 3,
    }
  })

/** A round as it may be: whole values, a budget that binds, and rules on two groups, one of which has several members each. */
function largeCase(size: number, seed: number): PortfolioCase {
  const { uniform } = randomFrom(seed)
  const whole = (most: number) => Math.floor(uniform() * most)
  return {
    places: 10,
    candidates: Array.from({ length: size }, (_, place) => ({
      id: `E${place}`,
      value: whole(40_000),
      use: { pounds: 40_000 + 1_000 * whole(61) },
      groups: { region: `R${whole(9)}`, model: ['mutual', 'shared', 'charity'].filter(() => uniform() < 0.3) },
    })),
    limits: { pounds: 550_000 + 1_000 * whole(200) },
    rules: [
      { group: 'region', max: 2 },
      { group: 'model', member: 'mutual', min: 1 + whole(5) },
      { group: 'model', member: 'charity', max: 1 + whole(2) },
    ],
    mustInclude: [`E${whole(size)}`],
    mustExclude: [],
    alternatives: 5,
  }
}

describe('a portfolio', () => {
  it('is the best of all there are, with the next best in order and the price of each rule, or is impossible', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        const all = everyPortfolio(given)
        const found = choosePortfolio(given, solve)
        const [best] = all
        if (best === undefined) {
          assert.equal(found.status, 'impossible')
          return
        }
        assert.ok(found.status === 'optimal')
        assert.deepEqual({ value: found.value, chosen: found.chosen }, best)
        assert.deepEqual(found.next, all.slice(1, 4))
        assert.deepEqual(
          found.rulePrices.map(({ price }) => price),
          given.rules.map((_, rule) => (everyPortfolio(given, rule)[0]?.value ?? Number.NaN) - best.value),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('that is impossible has a cause of which no part can be left out', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        const found = choosePortfolio({ ...given, alternatives: 0 }, solve)
        if (found.status === 'optimal') return
        const [cause] = found.because
        assert.ok(cause !== undefined && cause.text !== '')
        const { limits, rules, mustInclude, mustExclude } = cause
        const onlyThose = (less: {
          rule?: number
          limit?: string
          include?: string
          exclude?: string
        }): PortfolioCase => ({
          ...given,
          places: cause.places ? given.places : given.candidates.length,
          limits: Object.fromEntries(
            Object.entries(given.limits).filter(([name]) => limits.includes(name) && name !== less.limit),
          ),
          rules: given.rules.filter((_, place) => rules.includes(place) && place !== less.rule),
          mustInclude: mustInclude.filter((id) => id !== less.include),
          mustExclude: mustExclude.filter((id) => id !== less.exclude),
        })
        assert.equal(everyPortfolio(onlyThose({})).length, 0, 'those alone cannot hold')
        for (const less of [
          ...rules.map((rule) => ({ rule })),
          ...limits.map((limit) => ({ limit })),
          ...mustInclude.map((include) => ({ include })),
          ...mustExclude.map((exclude) => ({ exclude })),
        ])
          assert.ok(everyPortfolio(onlyThose(less)).length > 0, 'without one of them the others can')
      }),
      { numRuns: 150 },
    )
  })

  it('is never worse for more money, and is the same when what it chose is forced in', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        const found = choosePortfolio({ ...given, alternatives: 0 }, solve)
        if (found.status === 'impossible') return
        const pounds = (given.limits.pounds ?? 0) + 3
        assert.ok(optimal({ ...given, alternatives: 0, limits: { pounds } }).value >= found.value)
        assert.deepEqual(optimal({ ...given, alternatives: 0, mustInclude: found.chosen }).chosen, found.chosen)
      }),
      { numRuns: 60 },
    )
  })

  for (const size of [30, 60, 300])
    it(`of ${size} candidates, some of several members of a group, has the value and the prices that another solver finds`, () => {
      for (let seed = 1; seed <= 6; seed += 1) {
        const given = { ...largeCase(size, seed), alternatives: 0 }
        const found = choosePortfolio(given, solve)
        const worth = worthByYalps(given, 1)
        if (found.status === 'impossible') {
          assert.equal(worth, undefined)
          continue
        }
        assert.equal(found.value, worth)
        for (const { rule, price } of found.rulePrices) {
          const rules = given.rules.filter((_, place) => place !== rule)
          assert.equal(found.value + price, worthByYalps({ ...given, rules }, 1))
        }
      }
    })

  it('of 120 candidates has the next best that HiGHS finds one by one', () => {
    for (const seed of [1, 2]) {
      const given = largeCase(120, seed)
      const { value, next } = optimal(given)
      assert.deepEqual([value, ...next.map((each) => each.value)], valuesByHighs(given, 1 + given.alternatives, solve))
    }
  })

  it('that takes the search too long is left to the solver', () => {
    const { uniform } = randomFrom(1)
    const names = ['pounds', 'days', 'people', 'rooms', 'miles']
    const candidates = Array.from({ length: 50 }, (_, place) => {
      const amounts = names.map(() => 100 + Math.floor(uniform() * 900))
      const value = Math.floor(amounts.reduce((sum, each) => sum + each, 0) / names.length + uniform() * 500)
      const use = Object.fromEntries(names.map((name, at) => [name, amounts[at] ?? 0]))
      return { id: `E${place}`, value, use, groups: {} }
    })
    const half = (name: string) => Math.floor(candidates.reduce((sum, { use }) => sum + (use[name] ?? 0), 0) / 2)
    const limits = Object.fromEntries(names.map((name) => [name, half(name)]))
    const given = { places: 50, candidates, limits, rules: [], mustInclude: [], mustExclude: [], alternatives: 0 }
    const rows = constraintsOf(given).flatMap((each) => each.rows)
    let asked = 0
    const best = anyBest(given, rows, (...question) => {
      asked += 1
      return solve(...question)
    })
    assert.ok(asked === 1 && best !== undefined && keeps(given, best))
    assert.equal(totalOf(given, best), valuesByHighs(given, 1, solve)[0])
  })
})
