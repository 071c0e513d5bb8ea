import { dayInWords } from '../../../core/time/day.ts'
import type { AccessibilityModel } from './pages/accessibility.ts'
import type { TestedPages } from './read-tested.ts'
import { wcagCriteria } from './wcag-criteria.ts'

/** What the statement says, from what the tests found and from nothing else. */
export function stateAccessibility(tested: TestedPages): Omit<AccessibilityModel, 'serviceName' | 'reviewedOn'> {
  const { pages, rules, criteria } = tested
  const days = pages.map(({ on }) => on).toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const pagesAt = (widthPixels: number): number =>
    pages.filter(({ widthsPixels }) => widthsPixels.includes(widthPixels)).length
  return {
    axe: tested.axe,
    browser: tested.browser,
    rules: rules.length,
    testedOn: first === last ? dayInWords(last) : `${dayInWords(first)} to ${dayInWords(last)}`,
    states: pages.reduce((sum, { states }) => sum + states, 0),
    narrow: pagesAt(320),
    wide: pagesAt(1280),
    withoutScripts: pages.filter((page) => page.withoutScripts).length,
    failed: pagesByRule(pages.map(({ page, failed }) => ({ page, found: failed }))),
    unsure: pagesByRule(pages.map(({ page, unsure }) => ({ page, found: unsure }))),
    criteria: wcagCriteria.size,
    untested: [...wcagCriteria]
      .filter(([number]) => !criteria.includes(number))
      .map(([number, name]) => `${number} ${name}`),
    pages: pages.map(({ page, states, on }) => ({ page, states, on: dayInWords(on) })),
  }
}

type Found = { readonly page: string; readonly found: readonly string[] }

const pagesByRule = (pages: readonly Found[]): AccessibilityModel['failed'] =>
  [...new Set(pages.flatMap(({ found }) => found))]
    .toSorted()
    .map((rule) => ({ rule, pages: pages.filter(({ found }) => found.includes(rule)).map(({ page }) => page) }))
