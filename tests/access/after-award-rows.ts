import { benefitRows } from './benefit-rows.ts'
import { expertRows } from './expert-rows.ts'
import { grantRows } from './grant-rows.ts'
import { networkRows } from './network-rows.ts'
import type { Row } from './route-table.ts'
import { supportRows } from './support-rows.ts'

/** Who may use the routes of what comes after the award: advice, the network, support and benefits. */
export const afterAwardRows: Readonly<Record<string, Row>> = {
  ...expertRows,
  ...networkRows,
  ...supportRows,
  ...grantRows,
  ...benefitRows,
}
