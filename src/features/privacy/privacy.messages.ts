import { leastWordsOfReason } from '../../core/rules/index.ts'
import { type FieldText, fieldText } from '../../ui/patterns/index.ts'

/** That a reason says too little, beside the field it was typed in. */
export const thinReason = (field: string): FieldText =>
  fieldText(field, `Give a reason of at least ${leastWordsOfReason} words`)
