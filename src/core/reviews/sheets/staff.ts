import type { Sheet } from './sheet.ts'

/** Who works in the service, group by group: to whom a transfer would apply. */
export const staffSheet: Sheet = {
  id: 'staff',
  title: 'Staff of the service',
  what: 'Groups of posts, their terms, and whether they would go with the service. Do not name anybody.',
  chapter: 'baseline',
  from: 'standard',
  list: { itemName: 'staff group', titledBy: 'title', columns: ['posts', 'cost', 'transfers'], most: 60 },
  questions: () => [
    {
      type: 'short-text',
      id: 'title',
      label: 'Which posts?',
      hint: 'Such as “Youth workers, grade 6 to 8”',
      shortName: 'posts',
      required: true,
      max: 80,
    },
    {
      type: 'number',
      id: 'posts',
      label: 'How many?',
      hint: 'Full-time equivalents',
      shortName: 'full-time equivalents',
      required: true,
      min: 0,
      max: 100_000,
    },
    {
      type: 'money',
      id: 'cost',
      label: 'What do they cost a year?',
      hint: 'With employer’s National Insurance and pension contributions',
      shortName: 'cost a year',
      required: true,
      min: 0,
      max: 10_000_000_000,
    },
    {
      type: 'radios',
      id: 'transfers',
      label: 'Would they transfer under TUPE if somebody else delivered the service?',
      shortName: 'whether they would transfer',
      required: true,
      options: [
        { value: 'yes', label: 'Yes', hint: 'They are assigned to it' },
        { value: 'in-part', label: 'Some of them' },
        { value: 'no', label: 'No' },
        { value: 'unknown', label: 'Not known yet' },
      ],
    },
    {
      type: 'long-text',
      id: 'terms',
      label: 'Which terms matter?',
      hint: 'Fixed terms, protected pay, local agreements, contracts of no set hours',
      maxWords: 150,
    },
  ],
}
