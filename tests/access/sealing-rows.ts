import type { Row } from './route-table.ts'

const criterion = () => ({ stage: 'written', criterion: 'outcomes' })

/** Who may write, seal and read the rules of a round, and call it off. */
export const sealing: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/rules': { rule: 'readsFund' },
  'GET /manage/funds/:fund/:round/rules/criteria/:stage/:criterion': { rule: 'runsFund', parts: criterion },
  'POST /manage/funds/:fund/:round/rules/criteria/:stage/:criterion': { rule: 'runsFund', parts: criterion },
  'POST /manage/funds/:fund/:round/rules/criteria/:stage/:criterion/move': { rule: 'runsFund', parts: criterion },
  'POST /manage/funds/:fund/:round/rules/criteria/:stage/:criterion/remove': { rule: 'runsFund', parts: criterion },
  'GET /manage/funds/:fund/:round/rules/sections/:section': { rule: 'runsFund', parts: () => ({ section: 'ties' }) },
  'POST /manage/funds/:fund/:round/rules/sections/:section': { rule: 'runsFund', parts: () => ({ section: 'ties' }) },
  'GET /manage/funds/:fund/:round/rules/seal': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/rules/seal': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/gates': { rule: 'readsFund' },
  'GET /manage/funds/:fund/:round/gates/:gate': { rule: 'runsFund', parts: () => ({ gate: 'notices' }) },
  'POST /manage/funds/:fund/:round/gates/:gate': { rule: 'runsFund', parts: () => ({ gate: 'notices' }) },
  // Without a reason and a tick nothing is cancelled: everybody meets the same round.
  'GET /manage/funds/:fund/:round/cancel': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/cancel': { rule: 'runsFund' },
  'GET /funds/:fund/:round/rules': { rule: 'anyone' },
  'GET /funds/:fund/:round/rules/versions/:number': { rule: 'anyone', parts: () => ({ number: '1' }) },
}
