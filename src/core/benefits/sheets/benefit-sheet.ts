import type { Sheet } from '../../sheets/index.ts'
import type { BenefitRecord } from '../benefit-record.ts'

/** A sheet of an award after it was accepted. */
export type BenefitSheet = Sheet<BenefitRecord>
