import type { LetterOutcome, LetterValues, Words } from '../../../core/letters/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { pounds } from '../awarding/awarding.messages.ts'

/** What is known of an application when its letter is written. */
export type LetterFacts = {
  readonly reference: string
  readonly fund: string
  readonly round: string
  readonly council: string
  /** '' where the form does not ask for one. */
  readonly projectTitle: string
  readonly outcome: LetterOutcome
  readonly pounds: number | null
  readonly reservePlace: number | null
  /** The last day of the reserve list; null where none is set. */
  readonly reserveExpiresOn: IsoDay | null
  readonly toldOn: IsoDay
  /** '' where the round names none. */
  readonly contactEmail: string
}

/** The outcome in one line. */
export function outcomeHeading({ outcome, council }: Pick<LetterFacts, 'outcome' | 'council'>): string {
  switch (outcome) {
    case 'award':
      return `${council} is offered an award`
    case 'reserve':
      return `${council} is on the reserve list`
    case 'declined':
      return `${council} is not offered an award`
    case 'not-shortlisted':
      return `${council} is not on the shortlist`
    case 'ineligible':
      return `${council} was not eligible or not within scope`
  }
}

/** What was decided, in words that no template can change. */
function outcomeStatement(facts: LetterFacts): string {
  switch (facts.outcome) {
    case 'award':
      return `The council is offered an award of ${pounds(facts.pounds ?? 0)}.`
    case 'reserve': {
      const place = facts.reservePlace === null ? '' : ` It has place ${facts.reservePlace}.`
      const until =
        facts.reserveExpiresOn === null ? '' : ` The list counts until ${dayInWords(facts.reserveExpiresOn)}.`
      return `The council is not offered an award now. It is on the reserve list.${place}${until}`
    }
    case 'declined':
      return 'The council is not offered an award in this round.'
    case 'not-shortlisted':
      return 'The application is not on the shortlist, and goes no further in this round.'
    case 'ineligible':
      return 'The application was not eligible or not within the scope of the round, and was not scored.'
  }
}

const words = (text: string): readonly Words[] => [{ text }]

/** What every field of a letter says. */
export function letterValues(facts: LetterFacts): LetterValues {
  const { reference, fund, round, council, contactEmail, reserveExpiresOn, reservePlace } = facts
  const contact: Words =
    contactEmail === ''
      ? { text: `the programme team of ${fund}` }
      : { text: contactEmail, href: `mailto:${contactEmail}` }
  return {
    outcome: words(outcomeStatement(facts)),
    reference: words(reference),
    'lead-council': words(council),
    'project-title': words(facts.projectTitle || `the application of ${council}`),
    fund: words(fund),
    round: words(round),
    'told-on': words(dayInWords(facts.toldOn)),
    contact: [contact],
    debrief: [
      {
        text: 'To talk about how the application was assessed, ask for a debrief: follow the link on the page of its outcome, or write to ',
      },
      contact,
      { text: '.' },
    ],
    complaint: [
      {
        text: 'To complain about how the application was handled, follow the link on the page of its outcome, or write to ',
      },
      contact,
      { text: ' and say that it is a complaint.' },
    ],
    pounds: words(pounds(facts.pounds ?? 0)),
    'reserve-place': words(reservePlace === null ? 'not set' : String(reservePlace)),
    'reserve-until': words(reserveExpiresOn === null ? 'a day that is not set' : dayInWords(reserveExpiresOn)),
  }
}

/** A made-up application, to look at a template before anything is decided. */
export const exampleFacts = (
  round: Pick<RoundInFund, 'name' | 'fund' | 'contactEmail'>,
  outcome: LetterOutcome,
  toldOn: IsoDay,
): LetterFacts => ({
  reference: 'XX-0000-XXXX-X',
  fund: round.fund.name,
  round: round.name,
  council: 'Example Council',
  projectTitle: 'An example of a project',
  outcome,
  pounds: round.fund.capPounds,
  reservePlace: 1,
  reserveExpiresOn: toldOn,
  toldOn,
  contactEmail: round.contactEmail,
})
