import type { DiscountSchedule } from './discount-schedule.ts'

/**
 * Schedules that the appraisal of a council does not rest on: rates for health and life alone, for a sensitivity over long
 * horizons, and one that is proposed. Appraisals are tried under them, and `discount` takes them by name.
 *
 * @see docs/sources.md#discount-rates
 */
export const otherSchedules = {
  /** Effects on health and life alone, in every year: Green Book 2026, paragraph 6.58. */
  'green-book-2026-health': [{ from: 1, rate: 0.015 }],
  /** The same as the Department for Transport has it from April 2026: it falls, as its standard rates do. */
  'tag-2026-health': [
    { from: 1, to: 30, rate: 0.015 },
    { from: 31, to: 75, rate: 0.0129 },
    { from: 76, to: 125, rate: 0.0107 },
    { from: 126, to: 200, rate: 0.0086 },
    { from: 201, to: 300, rate: 0.0064 },
    { from: 301, rate: 0.0043 },
  ],
  /** Without pure time preference, as a sensitivity for horizons beyond 50 years: the Department for Transport, April 2026. */
  'tag-2026-lower-rate': [
    { from: 1, to: 30, rate: 0.03 },
    { from: 31, to: 75, rate: 0.0257 },
    { from: 76, to: 125, rate: 0.0214 },
    { from: 126, to: 200, rate: 0.0171 },
    { from: 201, to: 300, rate: 0.0129 },
    { from: 301, rate: 0.0086 },
  ],
  /** The standard rate that the review of June 2026 recommended; not in force. Its later bands were not to be had. */
  'review-2026-proposal': [{ from: 1, rate: 0.03 }],
} as const satisfies Readonly<Record<string, DiscountSchedule>>

export type OtherScheduleName = keyof typeof otherSchedules
