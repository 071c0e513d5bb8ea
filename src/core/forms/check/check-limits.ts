import type { ShapeProblem } from '../../canonical/index.ts'
import type { Form } from '../definition.ts'
import { MOST_CHARACTERS, MOST_FILES, MOST_ITEMS, MOST_MEGABYTES } from '../limits.ts'
import type { Standing } from './outline.ts'

/** Pairs of keys of which the first must not be above the second. Dates are in the order of their text. */
const PAIRS = [
  ['min', 'max'],
  ['minWords', 'maxWords'],
  ['minItems', 'maxItems'],
] as const

type Limits = { readonly [key: string]: unknown }

/** Limits that no answer can keep. */
export const checkLimits = (standings: readonly Standing[]): readonly ShapeProblem[] =>
  standings.flatMap(({ question, at }) => [...crossed(question, at), ...beyond(question, at)])

const crossed = (limits: Limits, at: string): readonly ShapeProblem[] =>
  PAIRS.flatMap(([least, most]) => {
    const [low, high] = [limits[least], limits[most]]
    const wrong = typeof low === typeof high && low !== undefined && (low as number) > (high as number)
    return wrong ? [{ at: `${at}/${least}`, text: `must not be above ${most}` }] : []
  })

/** What the engine itself allows, or the number of options. */
function beyond(question: Standing['question'], at: string): readonly ShapeProblem[] {
  const limits: Limits = question
  const most = (key: string, limit: number, what: string) =>
    Number(limits[key] ?? 0) > limit ? [{ at: `${at}/${key}`, text: `must not be above ${limit}, ${what}` }] : []
  if (question.type === 'checkboxes') return most('min', question.options.length, 'the number of options')
  if (question.type === 'file') {
    return [
      ...['min', 'max'].flatMap((key) => most(key, MOST_FILES, 'the most files that an answer can have')),
      ...most('maxMegabytes', MOST_MEGABYTES, 'the largest file that can be taken'),
    ]
  }
  if ('questions' in question || 'columns' in question) {
    return ['minItems', 'maxItems'].flatMap((key) => most(key, MOST_ITEMS, 'the most that a list can hold'))
  }
  const isText = ['short-text', 'long-text', 'email', 'phone', 'url'].includes(question.type)
  const keys = isText ? ['min', 'max', 'minWords', 'maxWords'] : []
  return keys.flatMap((key) => most(key, MOST_CHARACTERS, 'the most characters that an answer can have'))
}

/** Sections name pages that are there, each page once, in the order of the pages. */
export function checkSections(form: Form): readonly ShapeProblem[] {
  if (!form.sections) return []
  const pages = form.pages.map((page) => page.id)
  const named = form.sections.flatMap((section, index) =>
    section.pages.map((page, place) => ({ page, at: `/sections/${index}/pages/${place}` })),
  )
  const unknown = named.filter(({ page }) => !pages.includes(page))
  if (unknown.length > 0) return unknown.map(({ page, at }) => ({ at, text: `there is no page “${page}”` }))
  const left = pages.filter((page) => !named.some((one) => one.page === page))
  if (left.length > 0) return left.map((page) => ({ at: '/sections', text: `page “${page}” is in no section` }))
  const moved = named.filter(({ page }, index) => page !== pages[index])
  return moved.slice(0, 1).map(({ at }) => ({ at, text: 'must have each page once, in the order of the pages' }))
}
