import { evidenceFilesOr, foundOrUploaded, hasCome } from '../../sheets/index.ts'
import type { BenefitSheet } from './benefit-sheet.ts'

/** What lies between the recommendation of a review and the day on which the service runs in its new way. */
export const goLiveSteps = [
  { id: 'forward-plan', title: 'Notice in the forward plan' },
  { id: 'scrutiny', title: 'Scrutiny' },
  { id: 'cabinet', title: 'Cabinet decision' },
  { id: 'call-in', title: 'Call-in' },
  { id: 'staff-transfer', title: 'Staff transfer' },
  { id: 'contract', title: 'Contract' },
  { id: 'go-live', title: 'Go-live' },
] as const

/** When each step on the way to go-live is planned and was done, with what shows it, and who pays for it. */
export const goLiveSheet: BenefitSheet = {
  id: 'go-live',
  title: 'From decision to go-live',
  what: 'The steps between the recommendation and the day on which the service runs in its new way.',
  home: 'go-live',
  each: { itemName: 'step', of: () => goLiveSteps, columns: ['planned', 'done', 'payer', 'cost'] },
  checks: [foundOrUploaded('evidence', 'Enter the web address of the evidence, or upload it')],
  checksOn: (today) => [
    hasCome('done', 'The day on which it was done must be today or earlier. Leave it blank until it is done', today),
  ],
  questions: () => [
    { type: 'date', id: 'planned', label: 'For when is it planned?', shortName: 'planned day', required: true },
    { type: 'date', id: 'done', label: 'When was it done?', hint: 'Leave blank until it is', shortName: 'day done' },
    {
      type: 'url',
      id: 'evidence',
      label: 'Where can that be read?',
      hint: 'The web address of the notice, minutes, decision or contract. Leave blank if you upload it',
      shortName: 'web address of the evidence',
      showIf: { question: 'done', answered: true },
    },
    {
      ...evidenceFilesOr(),
      showIf: { question: 'done', answered: true },
    },
    {
      type: 'short-text',
      id: 'payer',
      label: 'Who pays for it?',
      hint: 'An award pays for the appraisal and the plan, not for putting it in place',
      shortName: 'who pays',
      required: true,
      max: 120,
    },
    { type: 'money', id: 'cost', label: 'What does it cost?', shortName: 'cost', min: 0 },
    { type: 'long-text', id: 'note', label: 'What should readers know of it?', shortName: 'note', maxWords: 150 },
  ],
}
