import {
  type AssessmentRules,
  type Band,
  type Criterion,
  firstBands,
  firstRules,
  type GateAnswer,
} from '../core/rules/index.ts'
import { roundById } from '../features/funds/index.ts'
import { readSealing } from '../features/funds/sealing/read-sealing.ts'
import { funderStand, writeSeal } from '../features/funds/sealing/seal-rules.ts'
import { saveGateAnswer, saveRulesDraft } from '../features/funds/sealing/sealing.store.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'

type Given = Omit<Criterion, 'bands' | 'leastPoints'> & Partial<Pick<Criterion, 'bands' | 'leastPoints'>>

const criterion = (given: Given): Criterion => ({ leastPoints: null, bands: firstBands, ...given })

const capacity: readonly Band[] = [
  { points: 0, name: 'Not answered', guidance: 'No sponsor, no people and no time named' },
  { points: 1, name: 'Weak', guidance: 'A sponsor is named, and nothing else is certain' },
  { points: 2, name: 'Fair', guidance: 'People are named, and their time is not agreed' },
  { points: 3, name: 'Good', guidance: 'A sponsor, people and their time are agreed' },
  { points: 4, name: 'Excellent', guidance: 'All this, and members and staff sides know and support it' },
]

/**
 * Rules for the rounds of the seeds. What an expression of interest had to show was published (drivers, outcomes,
 * engagement, models, joint bids); how it was scored was not found. Weights, scales, thresholds, spread and ties are ours.
 */
export const seedRules: AssessmentRules = {
  ...firstRules,
  // With five criteria and three assessors, two points of four are apart somewhere in most applications.
  moderation: { ...firstRules.moderation, spreadPoints: 3 },
  criteria: [
    criterion({
      id: 'case-for-change',
      name: 'Case for change',
      looksFor: 'The drivers are clear and rest on evidence of need and of the money involved',
      questions: ['drivers', 'scope', 'annual-cost'],
      weightPercent: 25,
      leastPoints: 2,
    }),
    criterion({
      id: 'outcomes',
      name: 'Outcomes',
      looksFor: 'What would be better, for whom, and how you would know',
      questions: ['outcomes', 'saving'],
      weightPercent: 25,
      leastPoints: 2,
    }),
    criterion({
      id: 'options',
      name: 'Openness to options',
      looksFor: 'All models are in play, in-house among them',
      questions: ['models', 'models-why', 'commitment'],
      weightPercent: 20,
    }),
    criterion({
      id: 'engagement',
      name: 'Engagement',
      looksFor: 'Staff, users and partners have a real part from the start',
      questions: ['engage-staff', 'engage-others'],
      weightPercent: 15,
    }),
    criterion({
      id: 'capacity',
      name: 'Capacity',
      looksFor: 'The authority commits people and time, and a senior sponsor',
      questions: ['resource', 'share'],
      weightPercent: 15,
      bands: capacity,
    }),
  ],
  spread: [
    { basis: 'region', value: '', least: null, most: 3 },
    { basis: 'authority-type', value: 'district', least: 1, most: null },
  ],
  tieBreaks: [
    { kind: 'criterion', criterion: 'outcomes' },
    { kind: 'under-represented', criterion: '' },
    { kind: 'draw', criterion: '' },
  ],
  drawValue: 'The six main numbers of the first UK National Lottery Lotto draw after the deadline, in ascending order',
  // What a council is asked for in money is its share of the work, not what it asks for.
  sumAsked: '',
  interview: {
    held: true,
    criteria: [
      criterion({
        id: 'interview-understanding',
        name: 'Understanding of the service',
        looksFor: 'Answers that go deeper than what was written',
        questions: [],
        weightPercent: 50,
      }),
      criterion({
        id: 'interview-leadership',
        name: 'Leadership',
        looksFor: 'A sponsor who will act on what the review finds, whatever it is',
        questions: [],
        weightPercent: 50,
      }),
    ],
    writtenPercent: 60,
    quorum: 3,
    invited: 20,
  },
  basis:
    'Illustrative. What an expression of interest had to show follows what was published in 2014; how it was scored was not found, so weights, scales, thresholds, spread and ties are made up.',
}

const gates = (earliestOn: string | null): readonly GateAnswer[] => [
  {
    gate: 'route-to-market',
    state: 'complied',
    statement:
      'Illustrative: a further competition under a framework for consultancy, one lot for each council. In 2014 the real programme planned ten lots in one notice.',
    evidenceUrl: 'https://www.government-online.net/management-consultancy-services-delivering-differently-programme/',
    owner: 'Samira Khan, Programme manager (made up)',
    on: null,
  },
  {
    gate: 'notices',
    state: 'complied',
    statement:
      'Illustrative. In 2014 the Cabinet Office published a prior information notice while expressions of interest were open, and then contract notice 2014/S 069-119074.',
    evidenceUrl:
      'http://unitedkingdom-tenders.co.uk/england_subdomain/56248_Delivering_differently_programme_for_local_authorities_2014_London',
    owner: 'Samira Khan, Programme manager (made up)',
    on: null,
  },
  {
    gate: 'earliest-start',
    state: 'complied',
    statement: 'Illustrative: the first day after the standstill period of the last call-off.',
    evidenceUrl: '',
    owner: 'Samira Khan, Programme manager (made up)',
    on: earliestOn,
  },
]

/**
 * Writes the rules of a made-up round, answers its gates and seals it. No funder is said to have approved what is made up.
 */
export async function seedSealedRules(
  tx: Tx,
  services: Services,
  given: {
    readonly roundId: string
    readonly at: Date
    readonly earliestOn: string | null
    /** What is otherwise than in the rules of the seeds. */
    readonly rules?: Partial<AssessmentRules> | undefined
  },
): Promise<void> {
  const { roundId, at, earliestOn } = given
  const round = await roundById(tx, roundId)
  if (round === undefined) throw new Error('the round of the seeds is not there')
  for (const answer of gates(earliestOn)) await saveGateAnswer(tx, { ...answer, roundId, at, by: null })
  await saveRulesDraft(tx, { roundId, rules: { ...seedRules, ...given.rules }, revision: 0, at, by: null })
  const sealing = await readSealing(tx, round)
  if (sealing.problems.length > 0) throw new Error(`rules of the seeds: ${JSON.stringify(sealing.problems)}`)
  const withoutReason = 'Illustrative: no funder was asked to approve what is made up'
  const stand = await funderStand(services, tx, round)
  await writeSeal(tx, services, sealing, { reason: '', withoutReason, stand, by: null, at })
}
