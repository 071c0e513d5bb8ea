import type { Services } from '../platform/services.ts'
import { type FinishedSize, type MadeUpPlace, seedMadeUpRound, writeOnce } from './finished-round.ts'

/** A second made-up round, which has come to its end: there is a decision to read, awards that councils answered, and results. */
const decided: MadeUpPlace = {
  fund: {
    slug: 'decided-fund',
    name: 'Decided Fund (illustrative)',
    summary:
      'A made-up fund with made-up authorities, to show a round from its interviews to its results. Nothing in it is real.',
    places: 6,
    budgetPounds: 600_000,
  },
  round: { slug: 'decided-round', name: 'Decided round' },
}

const size: FinishedSize = {
  applications: 24,
  assessors: 6,
  stage: 'published',
  written: [],
  seed: 2_018,
  place: decided,
  // So few may hold nobody whom a rule asks for at least one of.
  rules: { spread: [{ basis: 'region', value: '', least: null, most: 3 }] },
}

/** Writes the round, unless it is there. */
export const seedDecidedRound = async (services: Services): Promise<void> =>
  await writeOnce(services, decided, async (tx, at) => await seedMadeUpRound(tx, services, at, size))
