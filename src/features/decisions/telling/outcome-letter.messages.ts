import type { DecidedApplication } from '../../../core/decisions/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { pounds } from '../awarding/awarding.messages.ts'
import { awardPath } from '../awarding/awarding.paths.ts'
import { decidedPath } from './telling.paths.ts'

/** What a letter is about. */
export type Letter = {
  readonly reference: string
  readonly fund: string
  readonly round: string
  readonly council: string
  readonly outcome: Extract<DecidedApplication['outcome'], 'award' | 'reserve' | 'declined'>
  readonly pounds: number | null
  readonly reservePlace: number | null
  /** The last day of the reserve list; null where none is set. */
  readonly reserveExpiresOn: string | null
}

/** The outcome in one line. */
export function outcomeHeading({ outcome, council }: Pick<Letter, 'outcome' | 'council'>): string {
  switch (outcome) {
    case 'award':
      return `${council} is offered an award`
    case 'reserve':
      return `${council} is on the reserve list`
    case 'declined':
      return `${council} is not offered an award`
  }
}

/** What the outcome means, a paragraph each. */
export function letterParagraphs(letter: Letter): readonly string[] {
  const { fund, round, reference, council } = letter
  const opening = `The decision about ${fund}, ${round}, has been made. This is about application ${reference} of ${council}.`
  switch (letter.outcome) {
    case 'award':
      return [
        opening,
        `The council is offered an award of ${pounds(letter.pounds ?? 0)}. Its senior officer and its section 151 officer accept it by signing the agreement, each with their own sign-in. Nothing starts before both have.`,
      ]
    case 'reserve': {
      const place = letter.reservePlace === null ? '' : ` It has place ${letter.reservePlace}.`
      const until =
        letter.reserveExpiresOn === null ? '' : ` The list counts until ${dayInWords(letter.reserveExpiresOn)}.`
      return [
        opening,
        `The council is not offered an award now. It is on the reserve list: if a council that is offered one declines, the next on the list is asked.${place}${until}`,
      ]
    }
    case 'declined':
      return [
        opening,
        'The council is not offered an award in this round. Thank you for the work that you put into the application.',
      ]
  }
}

/** The letter as an email to somebody of the lead or of a partner. */
export function outcomeMail(
  letter: Letter,
  { leads, origin }: { readonly leads: boolean; readonly origin: string },
): { readonly subject: string; readonly body: string } {
  const link =
    letter.outcome === 'award' && leads
      ? `Read and sign the agreement:\n${origin}${awardPath(letter.reference)}`
      : `The letter, and how all applications scored:\n${origin}${decidedPath(letter.reference)}`
  return {
    subject: `${outcomeHeading(letter)}: ${letter.fund}`,
    body: [
      ...letterParagraphs(letter),
      link,
      `You get this because you act for ${leads ? 'the authority that leads the application' : 'a partner in the application'}.`,
    ].join('\n\n'),
  }
}
