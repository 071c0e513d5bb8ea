import type { PlanScale } from '../judging/plan-scale.ts'

type Point = { readonly x: number; readonly y: number }

/** What a line across or upwards is in. Percentages are from 0 to 100. */
export type PictureUnit = 'pounds' | 'percent' | 'years' | 'points'

/**
 * What a picture of a report is drawn of; how it looks is for whoever draws it. A table beside it says the same.
 * - `stacked`: what totals of at most 100 are made of, part by part
 * - `lines`: how several things change along a line, with a band about one of them and places that matter
 * - `heat`: shares from 0 to 1
 * - `tornado`: how far each of several things moves a total, in pounds
 * - `dots`: what each person of several groups gave, in percent
 * - `plan`: steps between days, which are counted as a plan’s scale counts them; labels are words of people
 * - `scatter`: two measures that are not made into one, by letter
 */
export type ReportPicture =
  | {
      readonly chart: 'stacked'
      readonly parts: readonly string[]
      readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[]
    }
  | {
      readonly chart: 'lines'
      readonly across: PictureUnit
      readonly upwards: PictureUnit
      readonly lines: readonly { readonly label: string; readonly points: readonly Point[] }[]
      readonly band?: { readonly label: string; readonly low: readonly Point[]; readonly high: readonly Point[] }
      readonly marks?: readonly { readonly label: string; readonly at: number; readonly solid?: boolean }[]
    }
  | {
      readonly chart: 'heat'
      readonly columns: readonly string[]
      readonly rows: readonly { readonly label: string; readonly shares: readonly number[] }[]
    }
  | {
      readonly chart: 'tornado'
      readonly bars: readonly { readonly label: string; readonly low: number; readonly high: number }[]
      readonly middle: number
    }
  | {
      readonly chart: 'dots'
      readonly groups: readonly string[]
      readonly rows: readonly {
        readonly label: string
        readonly dots: readonly { readonly group: number; readonly value: number }[]
        readonly mean: number
      }[]
    }
  | {
      readonly chart: 'plan'
      readonly scale: PlanScale
      readonly rows: readonly {
        readonly label: string
        readonly isGate: boolean
        readonly from: number
        readonly to: number
      }[]
    }
  | {
      readonly chart: 'scatter'
      readonly points: readonly {
        readonly letter: string
        readonly x: number
        readonly y: number
        readonly filled: boolean
      }[]
    }

/** Lines in one picture that can be told apart without colours. */
export const mostLines = 6
