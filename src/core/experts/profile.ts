import { isObject } from '../canonical/index.ts'
import type { Answers } from '../forms/index.ts'
import type { IsoDay } from '../time/day.ts'

/** How somebody has to do with an authority: works or worked for it, has another interest in it, or lives there. */
export const ties = ['employer', 'interest', 'home'] as const
export type Tie = (typeof ties)[number]

/** What an expert has said of themselves. */
export type ExpertProfile = {
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  readonly disciplines: readonly string[]
  readonly about: string
  /** How many hours a month they can give. */
  readonly hoursAMonth: number
  /** `endedOn`: the last day of an employer that is past. */
  readonly authorities: readonly { readonly id: string; readonly tie: Tie; readonly endedOn: IsoDay | null }[]
  /** Companies, mutuals and charities by name. */
  readonly companies: readonly {
    readonly name: string
    readonly tie: Exclude<Tie, 'home'>
    readonly endedOn: IsoDay | null
  }[]
  readonly away: readonly { readonly from: IsoDay; readonly to: IsoDay }[]
}

const list = (answer: unknown): readonly unknown[] => (Array.isArray(answer) ? answer : [])
const words = (answer: unknown): string => (typeof answer === 'string' ? answer : '')
const texts = (answer: unknown): readonly string[] => list(answer).map(words)
const items = (answer: unknown) => list(answer).filter(isObject)

/**
 * The profile that answers to its questions make.
 *
 * @example readProfile({}).hoursAMonth // => 0
 */
export const readProfile = (answers: Answers): ExpertProfile => ({
  serviceAreas: texts(answers['service-areas']),
  deliveryModels: texts(answers['delivery-models']),
  disciplines: texts(answers.disciplines),
  about: words(answers.about),
  hoursAMonth: typeof answers.hours === 'number' ? answers.hours : 0,
  authorities: items(answers.authorities).map((item) => ({
    id: words(item.authority),
    tie: ties.find((tie) => tie === item.tie) ?? 'interest',
    endedOn: words(item.ended) || null,
  })),
  companies: items(answers.companies).map((item) => ({
    name: words(item.company),
    tie: item['company-tie'] === 'employer' ? 'employer' : 'interest',
    endedOn: words(item['company-ended']) || null,
  })),
  away: items(answers.away).map((item) => ({ from: words(item.from), to: words(item.to) })),
})

/** Whether an expert is away on a day. @example isAway([{ from: '2026-08-01', to: '2026-08-14' }], '2026-08-14') // => true */
export const isAway = (away: ExpertProfile['away'], day: IsoDay): boolean =>
  away.some(({ from, to }) => from <= day && day <= to)
