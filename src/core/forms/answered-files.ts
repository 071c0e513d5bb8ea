import { isObject, type Json } from '../canonical/json.ts'
import { type Answers, answerOf, memberOf } from './answers.ts'
import type { FileQuestion, Question } from './definition.ts'
import { childrenOf } from './form-questions.ts'
import { nameInSentence } from './name-in-sentence.ts'
import { type AnsweredFile, filesOf } from './types/file.ts'
import { itemField } from './types/repeating-group.ts'

/** A place for files: a question, or one in an item of a repeating group. */
export type FilePlace = {
  readonly question: FileQuestion
  /** The name of its input, and where a problem leads. */
  readonly field: string
  /** What a file there belongs to: the same for each item of a group, whose items move. */
  readonly key: string
  /** The question on the page; for one in a group, the group. */
  readonly on: string
  readonly name: string
}

const placeOf = (question: FileQuestion, field: string, key: string, on: string): FilePlace => ({
  question,
  field,
  key,
  on,
  name: nameInSentence(question),
})

const isFileQuestion = (question: Question): question is FileQuestion => question.type === 'file'

/** Whether any of these questions takes files. */
export const asksForFiles = (questions: readonly Question[]): boolean =>
  questions.some((question) => isFileQuestion(question) || childrenOf(question).some(isFileQuestion))

/**
 * The place whose input has this name.
 *
 * @example filePlace([{ type: 'file', id: 'letters', label: 'Letters' }], 'letters')?.key // => 'letters'
 */
export function filePlace(questions: readonly Question[], field: string): FilePlace | undefined {
  for (const question of questions) {
    if (isFileQuestion(question) && question.id === field) return placeOf(question, field, field, field)
    for (const child of childrenOf(question).filter(isFileQuestion)) {
      const index = /^\d{1,3}$/.exec(field.slice(question.id.length + 1, -(child.id.length + 1)))?.[0]
      if (index !== undefined && field === itemField(question.id, Number(index), child.id))
        return placeOf(child, field, `${question.id}/${child.id}`, question.id)
    }
  }
  return undefined
}

/** Every file in the answers to these questions, with its place. */
export function answeredFiles(
  questions: readonly Question[],
  answers: Answers,
): readonly (FilePlace & { readonly file: AnsweredFile })[] {
  return questions.flatMap((question) => {
    const value = answerOf(answers, question.id)
    if (isFileQuestion(question)) {
      const place = placeOf(question, question.id, question.id, question.id)
      return filesOf(value).map((file) => ({ ...place, file }))
    }
    if (!Array.isArray(value)) return []
    return value.flatMap((item: Json, index: number) =>
      childrenOf(question)
        .filter(isFileQuestion)
        .flatMap((child) => {
          const place = placeOf(
            child,
            itemField(question.id, index, child.id),
            `${question.id}/${child.id}`,
            question.id,
          )
          return filesOf(isObject(item) ? memberOf(item, child.id) : undefined).map((file) => ({ ...place, file }))
        }),
    )
  })
}

/**
 * An answer with each of its files as `known` has it, and without those that it does not know: what a browser says of a
 * file is not taken for true.
 *
 * @returns undefined where nothing is left
 */
export function withKnownFiles(
  question: Question,
  value: Json | undefined,
  known: (file: AnsweredFile, key: string) => AnsweredFile | undefined,
): Json | undefined {
  const list = (files: Json | undefined, key: string): Json | undefined => {
    if (!Array.isArray(files)) return files
    const kept = filesOf(files).flatMap((file) => known(file, key) ?? [])
    return kept.length > 0 ? kept : undefined
  }
  if (isFileQuestion(question)) return list(value, question.id)
  const children = childrenOf(question).filter(isFileQuestion)
  if (children.length === 0 || !Array.isArray(value)) return value
  return value.map((item: Json) => {
    if (!isObject(item)) return item
    const entries = Object.entries(item).map(([id, answer]) =>
      children.some((child) => child.id === id)
        ? ([id, list(answer, `${question.id}/${id}`)] as const)
        : ([id, answer] as const),
    )
    return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined))
  })
}
