import { type Answers, answerOf } from '../forms/index.ts'

/** An answer that is text; '' where there is none. */
export const textOf = (content: Answers, id: string): string => {
  const answer = answerOf(content, id)
  return typeof answer === 'string' ? answer : ''
}

/** An answer that is a number; undefined where there is none. */
export const numberOf = (content: Answers, id: string): number | undefined => {
  const answer = answerOf(content, id)
  return typeof answer === 'number' ? answer : undefined
}

/** An answer that is a list of texts. */
export const textsOf = (content: Answers, id: string): readonly string[] => {
  const answer = answerOf(content, id)
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : []
}
