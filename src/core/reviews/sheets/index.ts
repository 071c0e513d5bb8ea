import { optionsSheet } from './options.ts'
import { serviceSheet } from './service.ts'
import type { Sheet } from './sheet.ts'

/** Every sheet, in the order in which a review is written. */
export const sheets: readonly Sheet[] = [serviceSheet, optionsSheet]

export const sheetById = (id: string): Sheet | undefined => sheets.find((sheet) => sheet.id === id)
