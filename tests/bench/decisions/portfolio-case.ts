import { type DecisionCase, worthOf } from '../../../src/core/decisions/index.ts'
import { randomFrom } from '../../../src/core/random/random.ts'

const regions = ['North East', 'North West', 'Yorkshire and The Humber', 'East Midlands', 'West Midlands']
const moreRegions = ['East of England', 'London', 'South East', 'South West']
const kinds = ['county', 'district', 'unitary', 'london-borough', 'metropolitan-borough']
const models = ['in-house', 'mutual', 'joint-venture', 'shared-service', 'outsourced', 'charity']

/** A made-up round: ten places, a budget that binds, sums asked for, and four rules of spread. */
export function decisionCase(size: number, more: Partial<DecisionCase> = {}, seed = 5): DecisionCase {
  const { uniform, normal } = randomFrom(seed)
  const one = (of: readonly string[]): string => of[Math.floor(uniform() * of.length)] ?? ''
  const candidates = Array.from({ length: size }, (_, at) => {
    const totalPercent = Math.min(100, Math.round(Math.max(60, 72 + 9 * normal()) * 1e4) / 1e4)
    const askedPounds = 40_000 + Math.floor(uniform() * 70) * 1_000
    return {
      id: `A${at}`,
      reference: `A${at}`,
      totalPercent,
      value: worthOf(totalPercent, 60),
      sd: 4 + uniform() * 3,
      pounds: Math.min(askedPounds, 100_000),
      askedPounds,
      region: one([...regions, ...moreRegions]),
      authorityType: one(kinds),
      deliveryModels: models.filter(() => uniform() < 0.3),
    }
  }).sort((first, second) => second.totalPercent - first.totalPercent)
  return {
    format: 1,
    places: 10,
    budgetPounds: 750_000,
    capPounds: 100_000,
    thresholdPercent: 60,
    spread: [
      { basis: 'region', value: '', least: null, most: 2 },
      { basis: 'authority-type', value: '', least: 1, most: 4 },
      { basis: 'delivery-model', value: 'mutual', least: 3, most: null },
      { basis: 'delivery-model', value: 'outsourced', least: null, most: 3 },
    ],
    eligibleKinds: kinds,
    candidates,
    moneyQuestion: 'asked',
    forcedIn: [],
    forcedOut: [],
    alternatives: 20,
    draws: 500,
    seed: 7,
    ...more,
  }
}
