import type { Page } from 'playwright-core'
import { financialYearOf, financialYearWords } from '../../src/core/benefits/index.ts'
import type { IsoDay } from '../../src/core/time/day.ts'
import { fillParts } from './browse-as.ts'

/** Fills in up to which day an actual is, and in which year that day is. */
export async function fillInDayOfActual(page: Page, until: IsoDay): Promise<void> {
  const [year = '', month = '', day = ''] = until.split('-')
  await page.getByLabel('In which year?').selectOption({ label: financialYearWords(financialYearOf(until)) })
  await fillParts(page, 'until', { day, month, year })
}
