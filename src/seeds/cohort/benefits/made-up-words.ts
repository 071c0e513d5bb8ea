import type { ReturnMonths } from '../../../core/benefits/index.ts'
import type { Answers } from '../../../core/forms/index.ts'

/** What made-up councils say in their returns. */
export const madeUpWords: Partial<Record<ReturnMonths, Answers>> = {
  6: {
    progress: 'The review is finished and cabinet has chosen. The register of benefits is agreed with finance.',
    differs: 'Nothing is due yet.',
    learned: 'Agree the baseline with finance before anything changes: afterwards nobody can.',
  },
  12: {
    progress: 'The new way of working began. Staff moved over with their terms.',
    differs: 'Savings began some weeks later than planned, since the lease of one building ran on.',
    unexpected: 'Two neighbouring councils asked to join.',
    learned: 'Tell staff early and often, in small groups.',
  },
  24: {
    progress: 'The first full year is over. The board meets every month and publishes its papers.',
    differs: 'Buildings brought less than forecast, and fewer agency staff more.',
    learned: 'Count a saving once, on the line of the budget that it comes out of.',
  },
}
