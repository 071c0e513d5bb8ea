import type { InterviewRules } from '../rules/assessment-rules.ts'

/**
 * How many applications a shortlist is for: as many as the sealed rules have interviews for, else as many as there are
 * places. What decides was sealed before anybody could see a score.
 *
 * @example shortlistSize({ held: true, invited: 20 }, 10) // => 20
 */
export const shortlistSize = ({ held, invited }: Pick<InterviewRules, 'held' | 'invited'>, places: number): number =>
  held ? (invited ?? places) : places
