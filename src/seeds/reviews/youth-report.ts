import type { Answers } from '../../core/forms/index.ts'
import type { SeedEntry } from './insert-entries.ts'

const words: Answers = {
  preferred: 'mutual',
  asked:
    'To agree in principle that the youth service moves to a staff mutual, to spend the first part of the cost of change, and to delegate the two gates of the plan as it says.',
  summary:
    'Young people would keep the workers whom they know, in centres that open at weekends. Staff would own what they run. It keeps more open than any other option that the council can pay for.',
  rejected:
    'As it is, repairs fall due that no budget has. Three centres would save most in the first years and reach the fewest. A shared team fell away when Tarnshire decided not to go on. A company of the council has the costs of a new body without its freedom. A charity and a company from outside would both ask a price for the pension risk.',
  strategic:
    'Attendance has fallen by a quarter since 2019, and repairs fall due that the capital programme does not hold. The council plan asks that every ward has somewhere for young people to go at weekends. Change must reach more of those from 16 to 19, keep the workers, and cost the council less from the third year on.',
  economic:
    'What it is worth to young people that their workers stay has no price here. Staff gain a say and bear a risk.',
  financial:
    'From the budget of children’s services, and for the cost of change from the transformation reserve, which is repaid from savings.',
  commercial: 'Two mutuals that were visited were set up within a year. The market for a contract is thin.',
  management:
    'The director answers for it, with a board that meets monthly and has the section 151 officer on it. Success is attendance of those from 16 to 19, staff who stay, and cost to the council, each reported every quarter.',
}

const exemption: Answers = {
  title: 'What the council would pay, before bidders name a price',
  part: 'risk',
  paragraph: '3',
  why: 'Bidders for the contract would see which risks the council expects to pay for, and the public would pay more.',
}

/** The made-up words of the report on the youth service. */
export const youthReport: readonly SeedEntry[] = [
  { sheet: 'report', entry: 'page', content: words },
  { sheet: 'exemptions', entry: 'exemptions-1', content: exemption },
]
