/** What a round asks of those who write and score, as the form of a round sends it. */
export const workloadFields = {
  'hours-to-apply': '12',
  'expected-low': '20',
  expected: '40',
  'expected-high': '80',
  assessors: '10',
  'assessors-per-application': '3',
  'minutes-per-application': '60',
  'panel-members': '4',
  'interview-minutes': '60',
} as const
