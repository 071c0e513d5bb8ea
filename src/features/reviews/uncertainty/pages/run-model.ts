import type { RunMadeModel } from '../../runs/pages/run-made.ts'

/** A simulation that was made, as its page shows it. */
export type RunModel = {
  readonly made: RunMadeModel
  readonly finding: string
  /** In which options nothing is uncertain; undefined where something is in each. */
  readonly certain: string | undefined
  readonly rows: readonly {
    readonly title: string
    readonly mean: string
    readonly sd: string
    /** The 10th, 50th, 80th and 90th. */
    readonly percentiles: readonly string[]
    readonly first: string
  }[]
  readonly curves: readonly { readonly label: string; readonly curve: readonly number[] }[]
  readonly option:
    | {
        readonly id: string
        readonly title: string
        readonly middle: number
        readonly bars: readonly { readonly label: string; readonly low: number; readonly high: number }[]
        readonly barRows: readonly { readonly label: string; readonly low: string; readonly high: string }[]
        /** Why the mean lies away from what stands in the tables; undefined where it does not. */
        readonly meanFinding: string | undefined
        readonly tornadoFinding: string
        readonly band:
          | { readonly low: readonly number[]; readonly middle: readonly number[]; readonly high: readonly number[] }
          | undefined
        readonly bandRows: readonly { readonly year: string; readonly cells: readonly string[] }[]
        readonly bandFinding: string
      }
    | undefined
  readonly choices: readonly { readonly value: string; readonly text: string }[]
}
