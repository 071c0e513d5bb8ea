import type { AppraisedReviewOption, ReviewAppraisal } from '../money/index.ts'

/** A change of one driver at which the preferred option is worth no more than another one. */
export type DriverSwitch = {
  readonly title: string
  /** A fraction: 0.31 is 31% more, in every option that has it. */
  readonly change: number
  /** The option that is then worth as much. */
  readonly rival: AppraisedReviewOption
}

/** On what it hangs that an option is worth more than all others: exact, since all of it is linear. */
export type Robustness = {
  readonly preferred: AppraisedReviewOption
  /** The other option that is worth most. */
  readonly next: AppraisedReviewOption
  /** By how many pounds of net present social value the preferred option is ahead; below nothing where it is not. */
  readonly ahead: number
  /** By which fraction all its costs may rise until both are worth as much; null where no rise does it, or it is not ahead. */
  readonly costsMayRise: number | null
  /** By which fraction all its benefits may fall; null where no fall does it, or it is not ahead. */
  readonly benefitsMayFall: number | null
  /** Single drivers that do it, that which needs the least change first; none where it is not ahead. */
  readonly drivers: readonly DriverSwitch[]
}

/** @returns undefined where the option has no money, or there is no other one to compare it with */
export function robustnessOf({ options }: ReviewAppraisal, preferred: string): Robustness | undefined {
  const own = options.find(({ option }) => option.id === preferred)
  const others = options.filter((each) => each !== own)
  const next = others.reduce<AppraisedReviewOption | undefined>(
    (best, each) => (best === undefined || each.economic.npsv > best.economic.npsv ? each : best),
    undefined,
  )
  if (own === undefined || next === undefined) return undefined
  const ahead = own.economic.npsv - next.economic.npsv
  const isAhead = ahead > 0
  const { costsForEqual, benefitsForEqual } = own.economic.switching
  const costs = own.economic.pvPublicCosts + own.economic.pvOtherCosts
  return {
    preferred: own,
    next,
    ahead,
    costsMayRise: isAhead && costs > 0 && costsForEqual !== null ? costsForEqual - 1 : null,
    benefitsMayFall:
      isAhead && own.economic.pvBenefits > 0 && benefitsForEqual !== null && benefitsForEqual >= 0
        ? 1 - benefitsForEqual
        : null,
    drivers: isAhead ? driversOf(own, others) : [],
  }
}

function driversOf(own: AppraisedReviewOption, others: readonly AppraisedReviewOption[]): readonly DriverSwitch[] {
  const titles = new Set([own, ...others].flatMap(({ lines }) => lines.map(({ title }) => title)))
  return [...titles]
    .flatMap((title) => {
      const changes = others.flatMap((rival) => changeFor(title, own, rival))
      const [least] = changes.sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
      return least === undefined ? [] : [least]
    })
    .sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
}

/** By which a driver would have to change; none where it is worth the same in both, or would have to turn round. */
function changeFor(title: string, own: AppraisedReviewOption, rival: AppraisedReviewOption): readonly DriverSwitch[] {
  const apart = worthOf(title, own) - worthOf(title, rival)
  const change = -(own.economic.npsv - rival.economic.npsv) / apart
  return apart !== 0 && change >= -1 ? [{ title, change, rival }] : []
}

const worthOf = (title: string, { lines }: AppraisedReviewOption): number =>
  lines.reduce((sum, line) => sum + (line.title === title ? line.reconciled.economic : 0), 0)
