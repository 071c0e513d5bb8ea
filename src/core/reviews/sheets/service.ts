import type { Sheet } from './sheet.ts'

/** What the council does today, whatever becomes of it. */
export const serviceSheet: Sheet = {
  id: 'service',
  title: 'The service and its duty',
  what: 'What is delivered to whom, under which duty, by how many people.',
  chapter: 'baseline',
  from: 'quick',
  questions: () => [
    { type: 'short-text', id: 'name', label: 'What is the service called?', required: true, max: 120 },
    {
      type: 'long-text',
      id: 'scope',
      label: 'What is in scope, and what is not?',
      hint: 'Activities, places and groups of people. Say what stays with the council in every option',
      required: true,
      maxWords: 500,
    },
    {
      type: 'long-text',
      id: 'duty',
      label: 'Which duties of law does it meet?',
      hint: 'Name the Act and the section, or say that none requires it',
      required: true,
      maxWords: 300,
    },
    { type: 'long-text', id: 'users', label: 'Who uses it, and what do they need?', required: true, maxWords: 300 },
    {
      type: 'number',
      id: 'staff',
      label: 'How many people work in it?',
      hint: 'Full-time equivalents',
      required: true,
      min: 0,
      max: 100_000,
    },
    {
      type: 'select',
      id: 'pension',
      label: 'Which pension scheme are they in?',
      required: true,
      options: [
        { value: 'lgps', label: 'Local Government Pension Scheme' },
        { value: 'teachers', label: 'Teachers’ Pension Scheme' },
        { value: 'nhs', label: 'NHS Pension Scheme' },
        { value: 'several', label: 'Several of these' },
        { value: 'other', label: 'Another, or none' },
      ],
    },
    {
      type: 'radios',
      id: 'vat',
      label: 'Where does the service stand on VAT?',
      hint: 'It often decides between models: VAT that a council recovers can be lost to another body',
      required: true,
      options: [
        { value: 'recovered', label: 'What it buys is for non-business activity: VAT is recovered in full' },
        { value: 'taxable', label: 'It makes taxable supplies and recovers its VAT' },
        { value: 'exempt', label: 'It makes exempt supplies: recovery depends on the council’s partial exemption' },
        { value: 'mixed', label: 'It is mixed' },
        { value: 'unknown', label: 'Not known yet: ask the council’s VAT adviser' },
      ],
    },
  ],
}
