import type { Check } from '../forms/index.ts'
import type { IsoDay } from '../time/day.ts'

/** That a day on which something has happened is not still to come. */
export const hasCome = (question: string, text: string, today: IsoDay): Check => ({
  id: 'has-come',
  when: { question, after: today },
  text,
  question,
})

/** That a day on which something is to happen is not over. */
export const isToCome = (question: string, text: string, today: IsoDay): Check => ({
  id: 'is-to-come',
  when: { question, before: today },
  text,
  question,
})
