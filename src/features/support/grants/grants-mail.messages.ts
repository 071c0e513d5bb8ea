import type { PaymentRead, YearEndFinding } from '../../../core/support/index.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import type { SupportedAward } from '../packages/awards.store.ts'
import { penceWords } from '../support.messages.ts'
import type { SideMail } from '../tell-sides.ts'
import type { Claim } from './claims.store.ts'
import { findingWords, yearWords } from './grants.messages.ts'

type Named = Pick<SupportedAward, 'reference' | 'council'>
type Claimed = Pick<Claim, 'number' | 'pence'>

/** To the council. */
export const scheduledMail = ({ reference }: Named, version: number): SideMail => ({
  kind: 'support.grant-scheduled',
  subject: version === 1 ? 'Your grant is paid in instalments' : 'The instalments of your grant are changed',
  body:
    version === 1
      ? `The programme team has said in which instalments the grant of award ${reference} is paid, and what holds each of them:`
      : `The instalments of the grant of award ${reference} are changed. This is version ${version}, with the reason:`,
})

/** To the council. */
export const conditionMetMail = ({ reference }: Named, title: string): SideMail => ({
  kind: 'support.grant-condition-met',
  subject: `Nothing holds it any more: ${title}`,
  body: `The condition of the instalment “${title}” of award ${reference} is met:`,
})

/** To the programme team. */
export const claimedMail = ({ reference, council }: Named, pence: number): SideMail => ({
  kind: 'support.grant-claimed',
  subject: `${council} claims ${penceWords(pence)}`,
  body: `${council} claims ${penceWords(pence)} of the grant of award ${reference}, with evidence. One of you checks it, and another approves it:`,
})

/** To the council. */
export const approvedClaimMail = ({ reference }: Named, { number, pence }: Claimed): SideMail => ({
  kind: 'support.grant-approved',
  subject: `Approved: your claim of ${penceWords(pence)}`,
  body: `Claim ${number} of award ${reference} is approved and will be paid:`,
})

/** To the council. */
export const refusedClaimMail = ({ reference }: Named, { number, pence }: Claimed, reason: string): SideMail => ({
  kind: 'support.grant-refused',
  subject: `Refused: your claim of ${penceWords(pence)}`,
  body: `Claim ${number} of award ${reference} is refused.\n\nWhy: ${reason}\n\nYou can claim the instalment again:`,
})

/** To the programme team. */
export const takenBackMail = ({ reference, council }: Named, { number, pence }: Claimed, reason: string): SideMail => ({
  kind: 'support.grant-taken-back',
  subject: `${council} takes its claim of ${penceWords(pence)} back`,
  body: `${council} has taken claim ${number} of award ${reference} back, so nobody need answer it.\n\nWhy: ${reason}`,
})

/** To the council. */
export const paidClaimMail = (
  { reference }: Named,
  { number, pence }: Claimed,
  { paidOn, reference: payment }: PaymentRead,
): SideMail => ({
  kind: 'support.grant-paid',
  subject: `Paid: ${penceWords(pence)}`,
  body: `Claim ${number} of award ${reference} was paid on ${dayInWords(paidOn)}, with the payment reference ${payment}:`,
})

/** To the council. */
export const returnedMail = ({ reference }: Named, pence: number): SideMail => ({
  kind: 'support.grant-returned',
  subject: `Received: ${penceWords(pence)} of your grant`,
  body: `${penceWords(pence)} of the grant of award ${reference} has come back to the fund:`,
})

/** To the programme team. */
export const statementMail = (
  { reference, council }: Named,
  { spentPence, lessBecause }: { readonly spentPence: number; readonly lessBecause: string },
): SideMail => ({
  kind: 'support.grant-use-stated',
  subject: `${council} has stated the use of its grant`,
  body: `The finance officer of ${council} has signed that ${penceWords(spentPence)} of the grant of award ${reference} is spent${lessBecause === '' ? '' : `, which is less than was stated before. Why: ${lessBecause}\n\nThe statement`}:`,
})

/** To the finance officer of the council. */
export const statementDueMail = (
  { reference, council }: Named,
  { due, until, isOverdue }: { readonly due: IsoDay; readonly until: IsoDay; readonly isOverdue: boolean },
): SideMail => ({
  kind: 'support.grant-statement-due',
  subject: isOverdue
    ? `Overdue: state what ${council} spent of its grant`
    : `State by ${dayInWords(due)} what ${council} spent of its grant`,
  body: `As the officer responsible for the finances of ${council}, you sign what was spent of the grant of award ${reference} until ${dayInWords(until)}. It ${isOverdue ? 'was' : 'is'} due by ${dayInWords(due)}. Sign in with this email address and state it:`,
})

/** To the council. */
export const yearEndMail = ({ reference }: Named, year: number, finding: YearEndFinding): SideMail => ({
  kind: 'support.grant-year-reviewed',
  subject: `Your grant in ${yearWords(year)}: ${findingWords[finding].toLowerCase()}`,
  body: `The programme team has reviewed the grant of award ${reference} for the financial year ${yearWords(year)}. What it found, and why:`,
})

/** To the council. */
export const evidenceRefusedMail = ({ reference }: Named, file: string): SideMail => ({
  kind: 'support.file-refused',
  subject: `A file cannot be used: ${file}`,
  body: `“${file}”, which came with a claim of award ${reference}, cannot be opened by anybody: a virus was found in it, or it could not be checked. Tell your IT team. Take the claim back, and send it again with a clean copy:`,
})
