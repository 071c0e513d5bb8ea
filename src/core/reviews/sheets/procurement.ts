import type { Sheet } from './sheet.ts'

/** What law and procurement ask of the preferred way. */
export const procurementSheet: Sheet = {
  id: 'procurement',
  title: 'Legal form and procurement',
  what: 'What the preferred way is in law, who owns and governs it, and by which route the council gets there.',
  chapter: 'judgement',
  from: 'quick',
  questions: () => [
    {
      type: 'long-text',
      id: 'form',
      label: 'Which legal form, and why not another?',
      hint: 'If no body is made, say so',
      required: true,
      maxWords: 300,
    },
    {
      type: 'long-text',
      id: 'governance',
      label: 'Who owns it and who decides in it?',
      hint: 'Board, members, the part of staff, reserved matters of the council',
      required: true,
      maxWords: 300,
    },
    {
      type: 'long-text',
      id: 'route',
      label: 'By which procurement route, under which rule?',
      hint: 'Procurement Act 2023: an open competition, a reserved contract, an exemption such as vertical arrangements, or why it does not apply',
      required: true,
      maxWords: 300,
    },
    {
      type: 'long-text',
      id: 'contract',
      label: 'What would the contract say?',
      hint: 'Length, price and how it changes, measures, who bears which risk, how it ends',
      required: true,
      maxWords: 300,
    },
    { type: 'long-text', id: 'people', label: 'How do staff and their pensions move?', required: true, maxWords: 300 },
    {
      type: 'long-text',
      id: 'powers',
      label: 'Under which powers does the council decide, and who decides?',
      required: true,
      maxWords: 200,
    },
  ],
}
