import type { Answer } from '../../../platform/http/answer.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { FormProblem } from '../form-problem.ts'

/** Shows the outline of a draft with what is wrong. */
export type ShowOutline = (ask: Ask, problems: readonly FormProblem[]) => Promise<Answer>
