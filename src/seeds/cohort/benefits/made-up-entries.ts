import { type FinancialYear, financialYearOf, lastDayOf, yearId } from '../../../core/benefits/index.ts'
import type { Answers } from '../../../core/forms/index.ts'
import { addDays, type IsoDay } from '../../../core/time/day.ts'

/** Something that a made-up council wrote, and when: days after it accepted its award. */
export type MadeUpEntry = {
  readonly sheet: string
  readonly entry: string
  readonly content: Answers
  readonly afterDays: number
}

/** What is made up of a council. */
export type MadeUpCouncil = {
  readonly acceptedOn: IsoDay
  /** Thousands of pounds that a year of its largest benefit is expected to be. */
  readonly thousands: number
  /** How much of what it expected came, by year: 1 is all. */
  readonly came: readonly [number, number]
  /** Whether it has written one saving down twice. */
  readonly twice: boolean
}

const paper = 'https://council.example/papers/outturn'

const common = { attribution: 80, 'attribution-reason': 'Some of it would have come from reviews under way before.' }

type Saving = {
  readonly entry: string
  readonly title: string
  readonly kind: string
  readonly line: string
  readonly share: number
}

const savings: readonly Saving[] = [
  { entry: 'premises', title: 'Two buildings given up', kind: 'cashable', line: 'Premises', share: 1 },
  { entry: 'managers', title: 'One tier of managers fewer', kind: 'cashable', line: 'Management', share: 0.6 },
  { entry: 'agency', title: 'Agency staff not needed', kind: 'cost-avoided', line: 'Agency staff', share: 0.4 },
]

const rent: Saving = {
  entry: 'rent',
  title: 'Rises of rent avoided',
  kind: 'cost-avoided',
  line: 'Premises',
  share: 0.3,
}

const measures = [
  { entry: 'absence', title: 'Staff are away less', kind: 'absence', unit: 'days a year', from: 11.4, to: 8.5 },
  { entry: 'satisfaction', title: 'Users are more content', kind: 'satisfaction', unit: 'per cent', from: 68, to: 80 },
  { entry: 'wait', title: 'Shorter wait for a first appointment', kind: 'access-wait', unit: 'days', from: 34, to: 15 },
] as const

/** How a saving grows: shares of a full year. */
const growth = [0.2, 0.8, 1, 1, 1]

/** All that a made-up council has written in two years. */
export function madeUpEntries(council: MadeUpCouncil): readonly MadeUpEntry[] {
  const first = financialYearOf(council.acceptedOn)
  const own = council.twice ? [...savings, rent] : savings
  return [
    ...own.map((saving) => savingEntry(council, saving, first)),
    ...measures.map((measure) => measureEntry(council, measure, first)),
    ...[0, 1].flatMap((at) => actualsOf(council, own, first, at)),
    ...deliveryEntries(council.acceptedOn),
    ...goLiveEntries(council.acceptedOn),
  ]
}

const poundsOf = ({ thousands }: MadeUpCouncil, { share }: Saving, year: number): number =>
  Math.round(thousands * 1000 * share * (growth[year] ?? 1))

function savingEntry(council: MadeUpCouncil, saving: Saving, first: FinancialYear): MadeUpEntry {
  const { entry, title, kind, line } = saving
  const full = poundsOf(council, saving, 2)
  return {
    sheet: 'benefits',
    entry,
    afterDays: 60,
    content: {
      ...common,
      title,
      kind,
      line,
      definition: `What is spent on ${line.toLowerCase()} less than before, and nothing else.`,
      measure: `Spend on ${line.toLowerCase()} against budget`,
      owner: 'Head of service',
      'falls-to': 'The council',
      baseline: full * 4,
      'baseline-on': council.acceptedOn,
      'baseline-source': 'Ledger of the year before',
      target: full * 3,
      'target-on': lastDayOf(first + 2),
      optimism: 10,
      pounds: growth.map((_, at) => {
        const central = poundsOf(council, saving, at)
        return { row: yearId(first + at), low: Math.round(central * 0.7), central, high: Math.round(central * 1.15) }
      }),
    },
  }
}

function measureEntry(
  { acceptedOn }: MadeUpCouncil,
  { entry, title, kind, unit, from, to }: (typeof measures)[number],
  first: FinancialYear,
): MadeUpEntry {
  const by = (share: number) => Math.round((from + (to - from) * share) * 10) / 10
  const between = (share: number) => {
    const [one, other] = [by(Math.max(0, share - 0.2)), by(Math.min(1, share + 0.2))]
    return { low: Math.min(one, other), central: by(share), high: Math.max(one, other) }
  }
  return {
    sheet: 'benefits',
    entry,
    afterDays: 60,
    content: {
      ...common,
      title,
      kind,
      unit,
      definition: 'Of the whole service, as the council reports it each year.',
      measure: 'Yearly report of the service',
      owner: 'Head of service',
      'falls-to': kind === 'absence' ? 'Staff and the council' : 'Residents',
      baseline: from,
      'baseline-on': acceptedOn,
      'baseline-source': 'Yearly report of the service',
      target: to,
      'target-on': lastDayOf(first + 3),
      optimism: 0,
      figures: growth.map((share, at) => ({ row: yearId(first + at), ...between(share) })),
    },
  }
}

/** The actuals of a year: written some weeks after it ended. */
function actualsOf(
  council: MadeUpCouncil,
  own: readonly Saving[],
  first: FinancialYear,
  at: number,
): readonly MadeUpEntry[] {
  const year = first + at
  const came = council.came[at] ?? 1
  const values = [
    ...own.map((saving, index) => ({
      entry: saving.entry,
      value: Math.round(poundsOf(council, saving, at) * (came + index * 0.05)),
    })),
    ...measures.map(({ entry, from, to }) => ({
      entry,
      value: Math.round((from + (to - from) * (growth[at] ?? 1) * came) * 10) / 10,
    })),
  ]
  return values.map(({ entry, value }) => ({
    sheet: 'actuals',
    entry: `${entry}-${at + 1}`,
    afterDays: 330 * (at + 1),
    content: {
      benefit: entry,
      year: yearId(year),
      until: lastDayOf(year),
      value,
      evidence: 'Outturn report to cabinet, appendix B.',
      link: `${paper}-${year}`,
    },
  }))
}

const milestones = [
  { entry: 'board', title: 'New board appointed', kind: 'milestone', at: 150, late: 0, rating: 'green' },
  {
    entry: 'gate',
    title: 'Decide whether to go on after consultation',
    kind: 'gate',
    at: 240,
    late: 20,
    rating: 'green',
  },
  {
    entry: 'systems',
    title: 'One case system for all teams',
    kind: 'milestone',
    at: 900,
    late: undefined,
    rating: 'amber',
  },
] as const

function deliveryEntries(acceptedOn: IsoDay): readonly MadeUpEntry[] {
  const day = (days: number) => addDays(acceptedOn, days)
  return [
    ...milestones.map(
      ({ entry, title, kind, at, late, rating }): MadeUpEntry => ({
        sheet: 'milestones',
        entry,
        afterDays: 70,
        content: {
          title,
          kind,
          rating,
          planned: day(at),
          reason: rating === 'green' ? 'Done as the board had decided.' : 'The supplier is two months behind.',
          owner: 'Programme lead',
          ...(late !== undefined && { done: day(at + late) }),
        },
      }),
    ),
    {
      sheet: 'delivery-risks',
      entry: 'demand',
      afterDays: 75,
      content: {
        title: 'Demand rises faster than expected',
        likelihood: 'medium',
        impact: 'high',
        rating: 'amber',
        reason: 'Referrals rose by a tenth in the last year.',
        response: 'Quarterly review of thresholds with partners.',
        owner: 'Head of service',
      },
    },
  ]
}

const steps = [
  { entry: 'forward-plan', at: 60, late: 0, payer: 'The council', cost: 0 },
  { entry: 'scrutiny', at: 95, late: 0, payer: 'The council', cost: 0 },
  { entry: 'cabinet', at: 120, late: 14, payer: 'The council', cost: 0 },
  { entry: 'call-in', at: 130, late: 14, payer: 'The council', cost: 0 },
  { entry: 'staff-transfer', at: 300, late: 35, payer: 'The council', cost: 42_000 },
  { entry: 'contract', at: 310, late: 30, payer: 'The council', cost: 18_000 },
  { entry: 'go-live', at: 330, late: 36, payer: 'The council and the new body, half each', cost: 65_000 },
] as const

const goLiveEntries = (acceptedOn: IsoDay): readonly MadeUpEntry[] =>
  steps.map(({ entry, at, late, payer, cost }) => ({
    sheet: 'go-live',
    entry,
    afterDays: 380,
    content: {
      planned: addDays(acceptedOn, at),
      done: addDays(acceptedOn, at + late),
      evidence: `https://council.example/decisions/${entry}`,
      payer,
      ...(cost > 0 && { cost }),
    },
  }))
