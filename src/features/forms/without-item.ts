import type { Answers, PostedFields } from '../../core/forms/index.ts'

/** Answers without one item of a list. @example withoutItem({ partners: [a, b] }, 'partners', 0) // => { partners: [b] } */
export function withoutItem(answers: Answers, question: string, index: number): Answers {
  const items = answers[question]
  return Array.isArray(items) ? { ...answers, [question]: items.filter((_, each) => each !== index) } : answers
}

/** The fields as if that item had not been on the page: those after it move up by one. */
export function fieldsWithoutItem(fields: PostedFields, question: string, index: number): PostedFields {
  const moved = (name: string): string => {
    if (!name.startsWith(`${question}-`)) return name
    const [, at, rest] = /^(\d+)(-.*)$/.exec(name.slice(question.length + 1)) ?? []
    if (at === undefined || rest === undefined || Number(at) < index) return name
    return `${question}-${Number(at) + 1}${rest}`
  }
  return {
    text: (name) => fields.text(moved(name)),
    all: (name) => fields.all(moved(name)),
    has: (name) => fields.has(moved(name)),
  }
}
