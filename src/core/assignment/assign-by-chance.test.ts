import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Model, solve as solveByYalps } from 'yalps'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { drawPairs } from './draw-pairs.ts'
import { type Assignment, type AssignmentCase, assign, usualTiers } from './index.ts'

const solve = await openHighs()

type Optimal = Extract<Assignment, { status: 'optimal' }>

const caseOf = (
  match: readonly (readonly number[])[],
  { needs, load, ...more }: Partial<AssignmentCase> & { readonly needs: number; readonly load: [number, number] },
): AssignmentCase => ({
  needs,
  applications: match.map((_, place) => `E${place}`),
  assessors: (match[0] ?? []).map((_, place) => ({ id: `A${place}`, min: load[0], max: load[1] })),
  match,
  conflicts: [],
  objective: 'total',
  seed: 1,
  ...more,
})

function possible(given: AssignmentCase): Optimal & Required<Pick<Optimal, 'drawn'>> {
  const found = assign(given, solve)
  assert.ok(found.status === 'optimal' && found.drawn !== undefined)
  return { ...found, drawn: found.drawn }
}

const percentOf = ({ drawn }: ReturnType<typeof possible>, application: string, assessor: string): number =>
  drawn.chances.find(([one, other]) => one === application && other === assessor)?.[2] ?? 0

const quarters = fc.integer({ min: 0, max: 4 }).map((value) => value / 4)

/** Small cases with a cap, those that are impossible among them. */
const smallCase = fc
  .record({
    needs: fc.integer({ min: 1, max: 2 }),
    e: fc.integer({ min: 1, max: 5 }),
    a: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ needs, e, a }) =>
    fc.record({
      needs: fc.constant(needs),
      match: fc.array(fc.array(quarters, { minLength: a, maxLength: a }), { minLength: e, maxLength: e }),
      loads: fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 4 })), {
        minLength: a,
        maxLength: a,
      }),
      held: fc.array(fc.tuple(fc.nat(e - 1), fc.nat(a - 1)), { maxLength: 3 }),
      cap: fc.integer({ min: 30, max: 100 }),
      tiers: fc.boolean(),
      seed: fc.integer({ min: 1, max: 1000 }),
    }),
  )
  .map(
    ({ needs, match, loads, held, cap, tiers, seed }): AssignmentCase => ({
      ...caseOf(match, { needs, load: [0, 0] }),
      assessors: loads.map(([min, max], place) => ({ id: `A${place}`, min, max })),
      conflicts: held.map(([application, assessor]) => [`E${application}`, `A${assessor}`] as const),
      mostChancePercent: cap,
      seed,
      ...(tiers && { tiers: usualTiers }),
    }),
  )

const isHeld = ({ conflicts }: AssignmentCase, application: string, assessor: string): boolean =>
  conflicts.some(([one, other]) => one === application && other === assessor)

/** What another solver finds to be expected at most, with the penalties of missed tiers; undefined when nothing can be. */
function byYalps(given: AssignmentCase, cap: number): number | undefined {
  const constraints: Record<string, { equal?: number; min?: number; max?: number }> = {}
  const variables: Record<string, Record<string, number>> = {}
  given.applications.forEach((application, e) => {
    constraints[application] = { equal: given.needs }
    for (const [at, { count, penalty }] of (given.tiers ?? []).entries()) {
      constraints[`${application} tier ${at}`] = { min: count }
      variables[`${application} short of ${at}`] = { worth: -penalty, [`${application} tier ${at}`]: 1 }
    }
    given.assessors.forEach(({ id, min, max }, a) => {
      constraints[id] = { min, max }
      if (isHeld(given, application, id)) return
      const match = given.match[e]?.[a] ?? 0
      constraints[`${application} ${id}`] = { max: cap / 100 }
      const tiers = (given.tiers ?? []).flatMap(({ least }, at) =>
        match >= least ? [[`${application} tier ${at}`, 1]] : [],
      )
      variables[`${application} ${id}`] = {
        worth: match,
        [application]: 1,
        [id]: 1,
        [`${application} ${id}`]: 1,
        ...Object.fromEntries(tiers),
      }
    })
  })
  const model: Model = { direction: 'maximize', objective: 'worth', constraints, variables }
  const { status, result } = solveByYalps(model)
  return status === 'optimal' ? result : undefined
}

/** What chances are worth, with the penalties of tiers that they are expected to miss. */
function worthOf(given: AssignmentCase, { drawn }: ReturnType<typeof possible>): number {
  const missed = given.applications.flatMap((application, e) =>
    (given.tiers ?? []).map(({ least, count, penalty }) => {
      const good = given.assessors.filter((_, a) => (given.match[e]?.[a] ?? 0) >= least).map(({ id }) => id)
      const expected = drawn.chances
        .filter(([one, other]) => one === application && good.includes(other))
        .reduce((sum, [, , percent]) => sum + percent, 0)
      return Math.max(0, count - expected / 100) * penalty
    }),
  )
  return drawn.expected - missed.reduce((sum, each) => sum + each, 0)
}

/** Whether a count of so many draws is one that comes more often than once in a billion times, at either end. */
function isLikely(count: number, draws: number, chance: number): boolean {
  let [exactly, below, above] = [draws * Math.log1p(-chance), 0, 0]
  for (let hits = 0; hits <= draws; hits += 1) {
    if (hits <= count) below += Math.exp(exactly)
    if (hits >= count) above += Math.exp(exactly)
    exactly += Math.log((draws - hits) / (hits + 1)) + Math.log(chance) - Math.log1p(-chance)
  }
  return Math.min(below, above) > 5e-10
}

describe('an assignment that is drawn', () => {
  it('has the chances of a test of OpenReview with a cap of 0.75', () => {
    const found = possible(
      caseOf(
        [
          [1, 1, 0.3, 0.5],
          [0.1, 1, 0.6, 0.8],
        ],
        { needs: 2, load: [0, 1], mostChancePercent: 75 },
      ),
    )
    const chancesOf = (application: string) => ['A0', 'A1', 'A2', 'A3'].map((id) => percentOf(found, application, id))
    assert.deepEqual(chancesOf('E0'), [75, 75, 25, 25])
    assert.deepEqual(chancesOf('E1'), [25, 25, 75, 75])
  })

  it('makes every pair as often as its chance says', () => {
    const match = [
      [0.9, 0.8, 0.1, 0.2, 0.4],
      [0.9, 0.3, 0.7, 0.2, 0.1],
      [0.8, 0.9, 0.7, 0.4, 0.2],
      [0.1, 0.9, 0.6, 0.75, 0.3],
    ]
    const draws = 20_000
    const given = caseOf(match, { needs: 2, load: [1, 2], mostChancePercent: 60, tiers: usualTiers })
    const { drawn } = possible(given)
    const place = (id: string) => Number(id.slice(1))
    const pairs = drawn.chances.map(([application, assessor]) => {
      const [e, a] = [place(application), place(assessor)]
      return { application: e, assessor: a, match: match[e]?.[a] ?? 0 }
    })
    const percents = drawn.chances.map(([, , percent]) => percent)
    const counts = percents.map(() => 0)
    for (let seed = 1; seed <= draws; seed += 1)
      for (const [at, chosen] of drawPairs({ ...given, seed }, pairs, percents).entries())
        if (chosen) counts[at] = (counts[at] ?? 0) + 1
    assert.ok(percents.some((percent) => percent < 60))
    for (const [at, percent] of percents.entries()) {
      if (percent === 100) assert.equal(counts[at], draws)
      else assert.ok(isLikely(counts[at] ?? 0, draws, percent / 100), `${drawn.chances[at]}: ${counts[at]}`)
    }
  })

  it('is worth in expectation what another solver finds, or impossible where that finds nothing', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        const [found, best] = [assign(given, solve), byYalps(given, given.mostChancePercent ?? 0)]
        if (found.status === 'impossible') assert.equal(best, undefined)
        else {
          assert.ok(best !== undefined)
          const worth = worthOf(given, possible(given))
          assert.ok(Math.abs(worth - best) < 2e-3, `${worth} is not ${best}`)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gives each as many as it needs, keeps loads and experts to what was expected, and conflicts apart', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        if (assign(given, solve).status === 'impossible') return
        const { drawn, pairs } = possible(given)
        const countOf = (of: (pair: readonly [string, string]) => boolean) => pairs.filter(of).length
        const expectedOf = (of: (pair: readonly [string, string]) => boolean) =>
          drawn.chances.reduce((sum, [one, other, percent]) => sum + (of([one, other]) ? percent : 0), 0) / 100
        const isBeside = (of: (pair: readonly [string, string]) => boolean) => {
          const [count, expected] = [countOf(of), expectedOf(of)]
          assert.ok(count >= Math.floor(expected) && count <= Math.ceil(expected), `${count} is not beside ${expected}`)
        }
        given.applications.forEach((id, e) => {
          assert.equal(
            countOf(([application]) => application === id),
            given.needs,
          )
          for (const { least } of given.tiers ?? []) {
            const good = given.assessors.filter((_, a) => (given.match[e]?.[a] ?? 0) >= least).map((each) => each.id)
            isBeside(([application, assessor]) => application === id && good.includes(assessor))
          }
        })
        for (const { id, min, max } of given.assessors) {
          const load = countOf(([, assessor]) => assessor === id)
          assert.ok(load >= min && load <= max)
          isBeside(([, assessor]) => assessor === id)
        }
        assert.ok(pairs.every((pair) => !isHeld(given, ...pair)))
        assert.ok(drawn.chances.every(([, , percent]) => percent <= (given.mostChancePercent ?? 0)))
      }),
      { numRuns: 200 },
    )
  })

  it('is what it is without a cap where the cap is 100%', () => {
    fc.assert(
      fc.property(smallCase, ({ mostChancePercent: _, ...given }) => {
        const [plain, capped] = [assign(given, solve), assign({ ...given, mostChancePercent: 100 }, solve)]
        if (plain.status === 'impossible') return assert.deepEqual(capped, plain)
        assert.ok(capped.status === 'optimal')
        assert.deepEqual(capped.pairs, plain.pairs)
        assert.deepEqual(
          capped.drawn?.chances.map(([, , percent]) => percent),
          plain.pairs.map(() => 100),
        )
        return undefined
      }),
      { numRuns: 150 },
    )
  })

  it('can be expected to match no worse with a higher cap, and no better with a conflict more', () => {
    fc.assert(
      fc.property(smallCase, fc.nat(), (given, pick) => {
        if (assign(given, solve).status === 'impossible') return
        const before = worthOf(given, possible(given))
        const higher = { ...given, mostChancePercent: Math.min(100, (given.mostChancePercent ?? 0) + 10) }
        assert.ok(worthOf(higher, possible(higher)) >= before - 2e-3)
        const [e, a] = [pick % given.applications.length, pick % given.assessors.length]
        const held = { ...given, conflicts: [...given.conflicts, [`E${e}`, `A${a}`] as const] }
        if (assign(held, solve).status === 'optimal') assert.ok(worthOf(held, possible(held)) <= before + 2e-3)
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order of the case where many are equally good', () => {
    const shuffled = <Item>(items: readonly Item[], order: readonly number[]) => order.map((at) => items[at] as Item)
    fc.assert(
      fc.property(
        fc.array(fc.array(quarters, { minLength: 5, maxLength: 5 }), { minLength: 7, maxLength: 7 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (match, rows, columns) => {
          const given = caseOf(match, { needs: 2, load: [1, 4], mostChancePercent: 70, tiers: usualTiers })
          const other = {
            ...given,
            applications: shuffled(given.applications, rows),
            assessors: shuffled(given.assessors, columns),
            match: shuffled(given.match, rows).map((row) => shuffled(row, columns)),
          }
          const [one, two] = [possible(given), possible(other)]
          assert.deepEqual(two.drawn, one.drawn)
          const keys = ({ pairs }: Optimal) => pairs.map((pair) => pair.join(' ')).sort()
          assert.deepEqual(keys(two), keys(one))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves what was scored, and lets what is in force stay', () => {
    const match = [
      [0.9, 0.5, 0.4, 0.3],
      [0.9, 0.5, 0.4, 0.3],
    ]
    const found = possible(
      caseOf(match, {
        needs: 2,
        load: [0, 2],
        mostChancePercent: 50,
        fixed: [['E0', 'A3']],
        before: { pairs: [['E1', 'A0']], costOfChange: 0.05 },
      }),
    )
    assert.equal(percentOf(found, 'E0', 'A3'), 100)
    assert.equal(percentOf(found, 'E1', 'A0'), 100)
    assert.equal(percentOf(found, 'E0', 'A0'), 50)
  })
})

describe('a cap that is too low', () => {
  const sentence = (given: AssignmentCase) => {
    const found = assign(given, solve)
    assert.ok(found.status === 'impossible')
    return found.because[0]
  }

  it('is named with the application whose chances it keeps too low', () => {
    const match = Array.from({ length: 4 }, () => [1, 1, 1, 1, 1])
    const cause = sentence(caseOf(match, { needs: 3, load: [0, 4], mostChancePercent: 50 }))
    assert.deepEqual(cause?.applications, ['E0'])
    assert.equal(
      cause?.text,
      'E0 needs 3 assessors, and with a cap of 50% on how likely a pair is the chances of A0, A1, A2, A3 and A4, who are free of a conflict with it, come to 2.5 at most: raise the cap to 60%, add 1 assessor without a conflict, or ask for fewer assessors for each application.',
    )
  })

  it('is named with those who cannot give enough together', () => {
    const given = caseOf(
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      { needs: 1, load: [0, 3], mostChancePercent: 50 },
    )
    const assessors = [
      { id: 'A0', min: 0, max: 3 },
      { id: 'A1', min: 0, max: 1 },
    ]
    assert.equal(
      sentence({ ...given, assessors })?.text,
      'E0, E1 and E2 need 3 scores, and with a cap of 50% on how likely a pair is A1, with whoever else has no conflict, can be expected to give 2.5 at most: raise the cap to 67%, raise a load, release a conflict, or add an assessor.',
    )
  })

  it('is named with who must take more than they can be expected to', () => {
    const given = caseOf(
      [
        [1, 1],
        [1, 1],
      ],
      { needs: 1, load: [0, 2], mostChancePercent: 60 },
    )
    const assessors = [
      { id: 'A0', min: 2, max: 2 },
      { id: 'A1', min: 0, max: 2 },
    ]
    assert.equal(
      sentence({ ...given, assessors })?.text,
      'A0 must take at least 2 applications, which chances do not come to with a cap of 60% on how likely a pair is: raise the cap to 100%, lower the least load, or release a conflict.',
    )
  })

  it('is one with which nothing can be, and nothing can be until it is as high as the sentence says', () => {
    let seen = 0
    fc.assert(
      fc.property(smallCase, (given) => {
        const { mostChancePercent: cap = 0, ...plain } = given
        const found = assign(given, solve)
        if (found.status === 'optimal' || assign(plain, solve).status === 'impossible') return
        const text = found.because[0]?.text ?? ''
        const least = Number(/raise the cap to (\d+)%/.exec(text)?.[1])
        assert.ok(text.includes(`with a cap of ${cap}%`), text)
        assert.notEqual(byYalps(given, least), undefined)
        assert.equal(byYalps(given, least - 1), undefined)
        seen += 1
      }),
      { numRuns: 300 },
    )
    assert.ok(seen > 20, `${seen}`)
  })

  it('says what is impossible whatever the cap as if there were none', () => {
    const given = caseOf([[1, 1]], { needs: 3, load: [0, 1] })
    assert.deepEqual(sentence({ ...given, mostChancePercent: 50 }), sentence(given))
  })
})
