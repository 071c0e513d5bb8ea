import type { Answers } from '../../core/forms/index.ts'

/** Answers without one item of a list. @example withoutItem({ partners: [a, b] }, 'partners', 0) // => { partners: [b] } */
export function withoutItem(answers: Answers, question: string, index: number): Answers {
  const items = answers[question]
  return Array.isArray(items) ? { ...answers, [question]: items.filter((_, each) => each !== index) } : answers
}
