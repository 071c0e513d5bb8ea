import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { randomFrom } from '../random/random.ts'
import { calibrate, type Score } from './index.ts'

const rounds = 200
const [applications, assessors, each] = [20, 5, 3]
const scale = [1, 6] as const
const places = 6

type Sds = { readonly quality: number; readonly leniency: number; readonly noise: number }

/** A small round whose truth is known: 20 applications, of which each has 3 of 5 assessors. */
function smallRound(seed: number, sdsOf: (uniform: () => number) => Sds) {
  const { uniform, normal } = randomFrom(seed, 21)
  const sds = sdsOf(uniform)
  const level = Array.from({ length: applications }, () => 3.5 + sds.quality * normal())
  const leniency = Array.from({ length: assessors }, () => sds.leniency * normal())
  const scores = level.flatMap((truth, at) => {
    const by = new Set<number>()
    while (by.size < each) by.add(Math.floor(uniform() * assessors))
    return [...by].map((one): Score => [`E${at}`, `A${one}`, truth + (leniency[one] ?? 0) + sds.noise * normal()])
  })
  return { scores, level, leniency }
}

const placeIn = (id: string): number => Number(id.slice(1))

/** How often intervals held the truth, and how often those were among the best of whom nobody could say. */
function counted(sdsOf: (uniform: () => number) => Sds) {
  const held = { nine: 0, half: 0, leniency: 0, among: 0, said: 0, unsure: 0 }
  const all = { applications: 0, assessors: 0 }
  const holds = ([low, high]: readonly [number, number], truth: number) => Number(low <= truth && truth <= high)
  for (let seed = 0; seed < rounds; seed += 1) {
    const { scores, level, leniency } = smallRound(seed, sdsOf)
    const found = calibrate({ scores, scale, places, seed: 1, draws: 400 })
    const last = level.toSorted((one, other) => other - one)[places - 1] ?? 0
    for (const { id, interval90, interval50, probabilityIn } of found.applications) {
      const truth = level[placeIn(id)] ?? 0
      all.applications += 1
      held.nine += holds(interval90, truth)
      held.half += holds(interval50, truth)
      if (probabilityIn <= 0.2 || probabilityIn >= 0.8) continue
      held.unsure += 1
      held.said += probabilityIn
      held.among += Number(truth >= last)
    }
    for (const { id, interval90 } of found.assessors) {
      all.assessors += 1
      held.leniency += holds(interval90, leniency[placeIn(id)] ?? 0)
    }
  }
  return {
    nine: held.nine / all.applications,
    half: held.half / all.applications,
    leniency: held.leniency / all.assessors,
    said: held.said / held.unsure,
    among: held.among / held.unsure,
  }
}

const within = (share: number, least: number, most: number): void =>
  assert.ok(share >= least && share <= most, `${share} is not from ${least} to ${most}`)

describe('intervals of 20 applications by 5 assessors', () => {
  // Five assessors say little of how much assessors differ, and the assumptions allow that they differ much.
  it('hold the truth at least as often as they say where assessors differ as they mostly do', () => {
    const { nine, half } = counted(() => ({ quality: 0.8, leniency: 0.4, noise: 0.7 }))
    within(nine, 0.87, 0.95)
    within(half, 0.45, 0.6)
  })

  // Where the truth comes from the very assumptions, nine in ten is exact, however small the round (Cook, Gelman and Rubin 2006).
  it('hold it exactly as often, of assessors too, where the truth is drawn from the assumptions', () => {
    const most = (scale[1] - scale[0]) / 2
    const drawn = counted((uniform) => ({
      quality: most * uniform(),
      leniency: most * uniform(),
      noise: most * uniform(),
    }))
    within(drawn.nine, 0.88, 0.92)
    within(drawn.half, 0.46, 0.54)
    within(drawn.leniency, 0.87, 0.93)
    within(drawn.among - drawn.said, -0.04, 0.04)
  })
})
