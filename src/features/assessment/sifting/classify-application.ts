import { areasIn, modelsIn } from '../../../core/assessment/index.ts'
import type { FrozenApplication, FrozenQuestion } from '../../../core/forms/index.ts'

/** What a form says that an application is about. */
export type Classification = { readonly serviceAreas: readonly string[]; readonly deliveryModels: readonly string[] }

const asksForService = /\bservices?\b|\btheme|\btitle\b/i

/** Read from short answers and choices, where the form asks; the programme team confirms it. */
export function classify(content: FrozenApplication): Classification {
  const questions = content.pages.flatMap((page) => page.questions)
  const told = questions.filter(({ id, label, type }) => isShort(type) && asksForService.test(`${label} ${id}`))
  return {
    serviceAreas: areasIn(told.flatMap(({ shown }) => shown).join('. ')),
    deliveryModels: modelsIn(questions.flatMap(chosenOptions)),
  }
}

const isShort = (type: FrozenQuestion['type']): boolean =>
  type === 'short-text' || type === 'radios' || type === 'checkboxes' || type === 'select'

function chosenOptions({ type, value }: FrozenQuestion): readonly string[] {
  if (type !== 'radios' && type !== 'checkboxes' && type !== 'select') return []
  return [value].flat().filter((each) => typeof each === 'string')
}
