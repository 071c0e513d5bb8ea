import { type GrantWaiting, grantsWaiting as stepsOfGrants } from '../support/index.ts'
import { asked, endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The grants in which something waits for this person: one statement. */
export const grantsWaiting: FindWaiting = async (db, actor, now) => (await stepsOfGrants(db, actor, now)).map(grantOf)

const states = {
  check: { state: asked('Check a claim'), detail: 'Money is claimed' },
  approve: { state: asked('Approve a claim'), detail: 'A claim is checked, and another person approves it' },
  pay: { state: asked('Record the payment'), detail: 'A claim is approved' },
  claim: { state: asked('Claim an instalment'), detail: 'An instalment is due' },
} as const satisfies Record<GrantWaiting['step'], Pick<Waiting, 'state' | 'detail'>>

const grantOf = ({ href, council, step, dueOn }: GrantWaiting): Waiting => ({
  href,
  title: `Grant to ${council}`,
  ...states[step],
  asks: true,
  dueAt: endOf(dueOn),
})
