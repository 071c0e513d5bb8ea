import type { IsoDay } from '../time/day.ts'
import { dueOn, type ReturnMonths, type ReturnState, type ReturnStep, returnMonths, returnState } from './returns.ts'

/** How far a return of an award is. */
export type ReturnStanding<Version> = {
  readonly months: ReturnMonths
  readonly due: IsoDay
  readonly state: ReturnState
  /** Its last version; undefined where there is none yet. */
  readonly last: Version | undefined
}

type AnyVersion = {
  readonly months: number
  readonly number: number
  /** In the order in which they were done. */
  readonly steps: readonly { readonly step: ReturnStep }[]
}

/** Every return of an award, the first due first. */
export const returnStandings = <Version extends AnyVersion>(
  acceptedOn: IsoDay,
  versions: readonly Version[],
  today: IsoDay,
): readonly ReturnStanding<Version>[] =>
  returnMonths.map((months) => {
    const due = dueOn(acceptedOn, months)
    const last = versions
      .filter((version) => version.months === months)
      .toSorted((one, other) => one.number - other.number)
      .at(-1)
    return {
      months,
      due,
      last,
      state: returnState(
        { due, today },
        last?.steps.map(({ step }) => step),
      ),
    }
  })
