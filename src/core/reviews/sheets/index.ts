import { adviceSheet } from './advice.ts'
import { assetsSheet } from './assets.ts'
import { challengeSheet } from './challenge.ts'
import { challengeRepliesSheet } from './challenge-replies.ts'
import { choicesSheet } from './choices.ts'
import { contractsSheet } from './contracts.ts'
import { criteriaSheet } from './criteria.ts'
import { demandSheet } from './demand.ts'
import { departureSheet } from './departure.ts'
import { driversSheet } from './drivers.ts'
import { engagementSheet } from './engagement.ts'
import { equalitySheet } from './equality.ts'
import { evidenceSheet } from './evidence.ts'
import { exemptionsSheet } from './exemptions.ts'
import { factorsSheet } from './factors.ts'
import { filterSheet } from './filter.ts'
import { groupsSheet } from './groups.ts'
import { legalQuestionsSheet } from './legal-questions.ts'
import { linesSheet } from './lines.ts'
import { moneySheet } from './money.ts'
import { optionsSheet } from './options.ts'
import { planSheet } from './plan.ts'
import { procurementSheet } from './procurement.ts'
import { reportSheet } from './report.ts'
import { risksSheet } from './risks.ts'
import { serviceSheet } from './service.ts'
import { pairsSheet, shapesSheet } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { staffSheet } from './staff.ts'
import { staffReplySheet } from './staff-reply.ts'

/** Every sheet, in the order in which a review is written. */
export const sheets: readonly Sheet[] = [
  serviceSheet,
  driversSheet,
  demandSheet,
  staffSheet,
  contractsSheet,
  assetsSheet,
  optionsSheet,
  legalQuestionsSheet,
  factorsSheet,
  choicesSheet,
  filterSheet,
  criteriaSheet,
  moneySheet,
  linesSheet,
  risksSheet,
  shapesSheet,
  pairsSheet,
  groupsSheet,
  engagementSheet,
  equalitySheet,
  evidenceSheet,
  adviceSheet,
  challengeSheet,
  challengeRepliesSheet,
  procurementSheet,
  planSheet,
  staffReplySheet,
  reportSheet,
  departureSheet,
  exemptionsSheet,
]

export const sheetById = (id: string): Sheet | undefined => sheets.find((sheet) => sheet.id === id)
