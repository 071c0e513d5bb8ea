import { actualsSheet } from './actuals.ts'
import type { BenefitSheet } from './benefit-sheet.ts'
import { benefitsSheet } from './benefits.ts'
import { deliveryIssuesSheet } from './delivery-issues.ts'
import { deliveryRisksSheet } from './delivery-risks.ts'
import { goLiveSheet } from './go-live.ts'
import { milestonesSheet } from './milestones.ts'
import { returnWordsSheet } from './return-words.ts'

/** Every sheet of an award, in the order in which they are written. */
export const benefitSheets: readonly BenefitSheet[] = [
  benefitsSheet,
  actualsSheet,
  milestonesSheet,
  deliveryRisksSheet,
  deliveryIssuesSheet,
  goLiveSheet,
  returnWordsSheet,
]

export const benefitSheetById = (id: string): BenefitSheet | undefined => benefitSheets.find((sheet) => sheet.id === id)
