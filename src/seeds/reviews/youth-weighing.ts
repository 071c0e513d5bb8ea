import type { Answers } from '../../core/forms/index.ts'
import { criteriaOf, optionsOf, type ReviewRecord } from '../../core/reviews/index.ts'
import { insertScores, insertWeights } from '../../features/reviews/weighing/own.store.ts'
import { insertNote, insertRound, insertStage, lastRound } from '../../features/reviews/weighing/weighing.store.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type SeedRole, seedPersonId } from '../people.ts'

/** What the made-up options are judged by, with what the worst and the best of them look like. */
export const youthCriteria: Readonly<Record<string, Answers>> = {
  reach: {
    title: 'Reach where it is needed',
    measures: 'How many young people of the two wards with the least income take part each month.',
    worst: 'Fewer than today: 380 a month',
    best: 'Half as many again: 620 a month',
    counted: 'partly',
    scale: 'judged',
  },
  voice: {
    title: 'A say for young people',
    measures: 'How far young people decide on what is offered, and on money.',
    worst: 'They are told',
    best: 'They hold a third of the votes on the board',
    counted: 'no',
    scale: 'judged',
  },
  staff: {
    title: 'Workers who stay',
    measures: 'How likely it is that the workers whom young people know are still there in three years.',
    worst: 'Half have left',
    best: 'Nine in ten are still there',
    counted: 'no',
    scale: 'judged',
  },
  resilience: {
    title: 'Standing on its own feet',
    measures: 'How much of its income the service can win from others than the council.',
    worst: 'None',
    best: 'A third',
    counted: 'partly',
    scale: 'judged',
  },
}

type Given = {
  readonly role: SeedRole
  /** Points and why, by criterion. */
  readonly weights: Readonly<Record<string, readonly [points: number, why: string]>>
  /** Scores of the options in their order, and why. */
  readonly scores: Readonly<Record<string, readonly [given: readonly number[], why: string]>>
}

/** What three made-up people gave. */
const gifts: readonly Given[] = [
  {
    role: 'colleague',
    weights: {
      reach: [100, 'It is what the service is for'],
      voice: [60, 'They come back where they are heard'],
      staff: [85, 'Trust takes years and goes in weeks'],
      resilience: [30, 'It helps, and is not the purpose'],
    },
    scores: {
      reach: [[40, 20, 45, 50, 80, 60, 35], 'Who opens at weekends reaches them'],
      voice: [[30, 25, 30, 45, 90, 60, 20], 'Only the mutual puts them on its board'],
      staff: [[70, 40, 55, 60, 75, 50, 25], 'What colleagues say of each'],
      resilience: [[10, 10, 15, 45, 60, 70, 20], 'What others like it raise'],
    },
  },
  {
    role: 'partner',
    weights: {
      reach: [100, 'The two wards are why partners are in it'],
      voice: [40, 'It matters, and there are other ways to it'],
      staff: [50, 'A good handover does much of it'],
      resilience: [70, 'Grants of the council will not grow'],
    },
    scores: {
      reach: [[45, 25, 60, 50, 70, 65, 40], 'Figures of the last three years'],
      voice: [[30, 30, 25, 40, 85, 65, 25], 'Articles and terms of each'],
      staff: [[65, 45, 60, 60, 70, 55, 30], 'Turnover elsewhere'],
      resilience: [[10, 10, 20, 50, 55, 75, 25], 'What charities here raised'],
    },
  },
  {
    role: 'finance',
    weights: {
      reach: [80, 'Part of it is in the money already'],
      voice: [20, 'Least of the four steps'],
      staff: [60, 'Turnover costs what the table does not show'],
      resilience: [100, 'The step from nothing to a third is the largest'],
    },
    scores: {
      reach: [[45, 30, 50, 55, 65, 60, 45], 'Nobody has shown more than that'],
      voice: [[30, 30, 30, 40, 80, 60, 30], 'As they are set up'],
      staff: [[60, 45, 55, 55, 60, 50, 35], 'Exit interviews'],
      resilience: [[5, 10, 15, 40, 45, 65, 25], 'Accounts of like bodies'],
    },
  },
]

type Place = { readonly reviewId: string; readonly record: ReviewRecord; readonly at: Date; readonly by: string }

/** One round of weighing of the made-up review, up to its revealed scores and one dissent. */
export async function seedWeighing(tx: Tx, services: Services, { reviewId, record, at, by }: Place): Promise<void> {
  const criteria = criteriaOf(record)
  const options = optionsOf(record).map(({ id, title }) => ({ id, title }))
  const place = { reviewId, round: 1 }
  await insertRound(tx, { ...place, method: 'swing', criteria, at, by })
  await insertStage(tx, { ...place, number: 1, stage: 'weighting', options: null, at, by })
  for (const { role, weights, scores } of gifts) {
    const mine = { ...place, personId: await seedPersonId(tx, services, role, at) }
    const points = Object.fromEntries(Object.entries(weights).map(([id, [given]]) => [id, given]))
    const reasons = Object.fromEntries(Object.entries(weights).map(([id, [, why]]) => [id, why]))
    await insertWeights(tx, mine, { points, reasons, version: 1, at })
    for (const [criterion, [values, reason]] of Object.entries(scores))
      await insertScores(tx, mine, {
        criterion,
        version: 1,
        pass: 1,
        given: Object.fromEntries(options.map(({ id }, option) => [id, values[option] ?? 0])),
        reason,
        at,
      })
  }
  await insertStage(tx, { ...place, number: 2, stage: 'scoring', options, at, by })
  await insertStage(tx, { ...place, number: 3, stage: 'revealed', options: null, at, by })
  const round = await lastRound(tx, reviewId)
  if (round === undefined) throw new Error('a round of weighing was not written')
  await insertNote(tx, round, {
    id: services.newId(),
    kind: 'dissent',
    criterion: 'resilience',
    text: 'Income from others is counted in the money as well. I would give this criterion half of its weight.',
    at,
    by: await seedPersonId(tx, services, 'colleague', at),
  })
}
