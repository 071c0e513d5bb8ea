import { reportParts } from '../reporting/report-parts.ts'
import type { Sheet } from './sheet.ts'

/** Paragraphs of part 1 of schedule 12A of the Local Government Act 1972. */
const paragraphs = [
  ['1', 'Paragraph 1: about an individual'],
  ['2', 'Paragraph 2: likely to reveal who an individual is'],
  ['3', 'Paragraph 3: financial or business affairs of any person, the council among them'],
  ['4', 'Paragraph 4: consultations or negotiations about labour relations'],
  ['5', 'Paragraph 5: legal professional privilege'],
  ['6', 'Paragraph 6: a notice, order or direction that is proposed'],
  ['7', 'Paragraph 7: prevention, investigation or prosecution of crime'],
] as const

/** Parts of the report that the public does not read, each under its paragraph. They become the exempt appendix. */
export const exemptionsSheet: Sheet = {
  id: 'exemptions',
  title: 'What the public does not read',
  what: 'Parts of the report that go into an exempt appendix, each with the law and the reason.',
  chapter: 'report',
  from: 'quick',
  list: { itemName: 'exemption', titledBy: 'title', columns: ['part', 'paragraph'], most: reportParts.length },
  questions: () => [
    {
      type: 'short-text',
      id: 'title',
      label: 'What would it give away?',
      hint: 'In words that the public may read, such as “Prices that bidders would use”',
      shortName: 'what it would give away',
      required: true,
      max: 120,
    },
    {
      type: 'select',
      id: 'part',
      label: 'Which part of the report is withheld?',
      shortName: 'part',
      required: true,
      options: reportParts.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      type: 'select',
      id: 'paragraph',
      label: 'Under which paragraph of schedule 12A of the Local Government Act 1972?',
      shortName: 'paragraph',
      required: true,
      options: paragraphs.map(([value, label]) => ({ value, label })),
    },
    {
      type: 'long-text',
      id: 'why',
      label: 'Why is the public interest in withholding it greater than that in publishing it?',
      shortName: 'public interest',
      required: true,
      maxWords: 200,
    },
  ],
}
