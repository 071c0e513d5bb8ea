import type { Question } from '../../core/forms/index.ts'
import { deliveryModelWords, disciplineWords, serviceAreaWords } from '../assessment/index.ts'

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What somebody knows, or a question is about: from the lists that assessors choose from too, so that they meet. */
export const subjectQuestions = (about: {
  readonly areas: string
  readonly models: string
  readonly disciplines: string
}): readonly Question[] => [
  {
    type: 'checkboxes',
    id: 'service-areas',
    label: about.areas,
    shortName: 'at least one service area',
    required: true,
    options: optionsOf(serviceAreaWords),
  },
  { type: 'checkboxes', id: 'delivery-models', label: about.models, options: optionsOf(deliveryModelWords) },
  { type: 'checkboxes', id: 'disciplines', label: about.disciplines, options: optionsOf(disciplineWords) },
]

/** The words for what was chosen, in the order of the lists. */
export const subjectWords = (subject: {
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  readonly disciplines: readonly string[]
}): readonly string[] => [
  ...wordsFor(serviceAreaWords, subject.serviceAreas),
  ...wordsFor(deliveryModelWords, subject.deliveryModels),
  ...wordsFor(disciplineWords, subject.disciplines),
]

export const wordsFor = (words: Readonly<Record<string, string>>, ids: readonly string[]): readonly string[] =>
  ids.map((id) => words[id] ?? id)
