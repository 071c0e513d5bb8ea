import { decidedIn } from '../../../core/awards/index.ts'
import { canonicalJson, type Json, type Sha256 } from '../../../core/canonical/index.ts'
import type { DecidedApplication } from '../../../core/decisions/index.ts'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import { fillLetter, type LetterTemplate, type OutcomeLetter } from '../../../core/letters/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Decision } from '../deciding/decision.store.ts'
import { type LetterFacts, letterValues, outcomeHeading } from './letter-values.messages.ts'
import type { SentLetter } from './letters.store.ts'

/** The letter that a template makes of what is known of an application. */
export function writeLetter(template: LetterTemplate, facts: LetterFacts): OutcomeLetter {
  const { reference, fund, round, outcome } = facts
  return {
    document: 'outcome-letter',
    format: 1,
    reference,
    fund,
    round,
    outcome,
    title: outcomeHeading(facts),
    blocks: fillLetter(template, letterValues(facts)),
  }
}

/** A letter with its hash. */
export function hashLetter(letter: OutcomeLetter, sha256: Sha256): SentLetter {
  const text = canonicalJson(letter as unknown as Json)
  return { letter, text, sha256: sha256(text) }
}

type Of = {
  readonly round: Pick<RoundInFund, 'name' | 'fund' | 'contactEmail'>
  readonly decision: Pick<Decision, 'document'>
  readonly contents: ReadonlyMap<string, FrozenApplication>
  readonly toldOn: IsoDay
}

/** What is known of every application that was decided, by its id. */
export const factsOfDecided = ({ round, decision, contents, toldOn }: Of): ReadonlyMap<string, LetterFacts> =>
  new Map(
    decidedIn(decision.document).map((item: DecidedApplication) => [
      item.id,
      {
        reference: item.reference,
        fund: round.fund.name,
        round: round.name,
        council: item.lead,
        projectTitle: titleIn(contents.get(item.id)),
        outcome: item.outcome,
        pounds: item.pounds,
        reservePlace: item.reservePlace,
        reserveExpiresOn: decision.document.reserveExpiresOn,
        toldOn,
        contactEmail: round.contactEmail,
      },
    ]),
  )

/** How the forms of the service call the question for the title of the project. */
const titleQuestions: readonly string[] = ['title', 'project-title']

const titleIn = (content: FrozenApplication | undefined): string =>
  content?.pages
    .flatMap(({ questions }) => questions)
    .find(({ id }) => titleQuestions.includes(id))
    ?.shown.join(' ') ?? ''
