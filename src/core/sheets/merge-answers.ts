import { type Json, sameJson } from '../canonical/index.ts'
import { type Answers, answerOf } from '../forms/index.ts'

/** A question that two people answered at once, each otherwise. */
export type AnsweredTwice = {
  readonly question: string
  readonly mine: Json | undefined
  readonly theirs: Json | undefined
}

export type MergedAnswers = {
  /** What was changed by one of both, and mine where both changed it. */
  readonly answers: Answers
  readonly clashes: readonly AnsweredTwice[]
}

/**
 * Puts together what two people made of the same page: an answer that only one of them changed is taken as changed.
 *
 * @param base what both began with
 */
export function mergeAnswers(base: Answers, theirs: Answers, mine: Answers): MergedAnswers {
  const answers: Record<string, Json> = {}
  const clashes: AnsweredTwice[] = []
  for (const question of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [before, other, own] = [base, theirs, mine].map((each) => answerOf(each, question))
    const changed = !sameJson(own, before)
    const kept = changed ? own : other
    if (kept !== undefined) answers[question] = kept
    if (changed && !sameJson(other, before) && !sameJson(own, other))
      clashes.push({ question, mine: own, theirs: other })
  }
  return { answers, clashes }
}
