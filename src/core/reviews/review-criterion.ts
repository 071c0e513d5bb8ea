import type { ValueFunction } from '../mcda/index.ts'

/** Something that options are judged by, with its anchors. */
export type ReviewCriterion = {
  readonly id: string
  readonly title: string
  readonly measures: string
  readonly worst: string
  readonly best: string
  /** Whether what it measures is in the cash flows too. */
  readonly counted: 'no' | 'partly' | 'yes'
  /** What a measurement is in; null where it is judged from 0 to 100. */
  readonly unit: string | null
  /** What a judgement or a measurement is worth. */
  readonly points: ValueFunction
}
