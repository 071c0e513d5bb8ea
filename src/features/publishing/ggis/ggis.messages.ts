import type { LeftOut } from './read-records.ts'

export const leftOutWords: Readonly<Record<LeftOut, string>> = {
  'in-kind': 'Support in kind: no grant is paid',
  'not-accepted': 'Offered, and not accepted yet',
  ended: 'Declined or withdrawn',
}
