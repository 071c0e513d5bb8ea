import type { Json } from '../canonical/json.ts'
import { isAnswered } from './answers.ts'
import type { Question } from './definition.ts'
import { kindOf } from './types/every-kind.ts'
import type { NameOf } from './types/question-kind.ts'

/**
 * An answer as people read it, one string a line; no lines when there is none. What cannot be understood is said as it was typed.
 *
 * @param nameOf gives names for the ids of authorities and files; without it the ids are said
 * @example answerWords({ type: 'money', id: 'cost', label: 'Cost' }, 1000) // => ['£1,000']
 * @example answerWords({ type: 'date', id: 'start', label: 'Start' }, '2014-02-10') // => ['10 February 2014']
 */
export const answerWords = (
  question: Question,
  value: Json | undefined,
  nameOf: NameOf = () => undefined,
): readonly string[] => (isAnswered(value) ? kindOf(question).words(question, value, nameOf) : [])
