import { linesSheet } from './lines.ts'
import { moneySheet } from './money.ts'
import { optionsSheet } from './options.ts'
import { risksSheet } from './risks.ts'
import { serviceSheet } from './service.ts'
import type { Sheet } from './sheet.ts'

/** Every sheet, in the order in which a review is written. */
export const sheets: readonly Sheet[] = [serviceSheet, optionsSheet, moneySheet, linesSheet, risksSheet]

export const sheetById = (id: string): Sheet | undefined => sheets.find((sheet) => sheet.id === id)
