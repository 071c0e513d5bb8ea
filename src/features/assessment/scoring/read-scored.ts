import {
  type AssessmentPhase,
  assessmentPhase,
  findQuote,
  HIDDEN_NAME,
  hideNames,
  leaveContacts,
  nameHider,
  type ReplyVersion,
} from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { FrozenApplication, FrozenQuestion } from '../../../core/forms/index.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { type AssessmentRules, rulesIn } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type ClarifiedAnswer, clarifiedAnswers, latestSubmission } from '../../applications/index.ts'
import { findRound, type RoundInFund, sealOf } from '../../funds/index.ts'
import { type Assessment, assessmentOf } from '../assessment.store.ts'
import { type OwnReview, reviewOf } from './reviews.store.ts'
import { type GivenApplication, givenApplication } from './scoring.store.ts'

/** Which application, in which round, to score or to practise on. */
export type ScoredPath = {
  readonly fund: string
  readonly round: string
  readonly reference: string
  readonly practice: boolean
}

/** A round as its assessors meet it: under its sealed rules. */
export type ScoredRound = {
  readonly actor: SignedIn
  readonly round: RoundInFund
  readonly rules: AssessmentRules
  readonly rulesSha256: string
  readonly assessment: Assessment
  readonly phase: AssessmentPhase
}

/**
 * A round in which this person is an assessor.
 *
 * @throws {NotFound} if they are not, or if its rules are not sealed: then nobody scores in it
 */
export async function findScoredRound(
  db: Database | Tx,
  actor: Actor,
  { fund, round: slug }: Pick<ScoredPath, 'fund' | 'round'>,
): Promise<ScoredRound> {
  const round = await findRound(db, actor, 'assessment:score', { fundSlug: fund, roundSlug: slug })
  // In a round that is not public there is nothing to assess.
  if (actor.kind !== 'person' || round.publishedAt === null) throw notFound('round')
  const seal = await sealOf(db, round.id)
  if (seal === undefined) throw notFound('rules')
  const assessment = await assessmentOf(db, round.id)
  const rules = rulesIn(seal.document)
  return { actor, round, rules, rulesSha256: seal.sha256, assessment, phase: assessmentPhase(assessment) }
}

/** An application that is this person's, before or after they have said whether they have a conflict. */
export type Given = ScoredRound & { readonly application: GivenApplication; readonly practice: boolean }

/**
 * An application that this person was given, or that they may practise on. It may have been taken away again.
 *
 * @throws {NotFound} if it never was theirs
 */
export async function findGiven(db: Database | Tx, actor: Actor, path: ScoredPath): Promise<Given> {
  const scored = await findScoredRound(db, actor, path)
  const { reference, practice } = path
  const asked = { roundId: scored.round.id, reference, personId: scored.actor.personId, practice }
  const application = await givenApplication(db, asked)
  const theirs =
    application !== undefined &&
    (practice ? application.forPractice : application.assignmentId !== null || application.endedWhy !== null)
  if (!theirs) throw notFound('application')
  return { ...scored, application, practice }
}

/** Why the content of an application is not open to this person now; undefined when it is. */
export type WhyShut = 'taken-away' | 'conflict' | 'undeclared' | 'early' | 'closed'

export function whyShut({ application, practice, phase }: Given): WhyShut | undefined {
  if (application.hasConflict === true) return 'conflict'
  if (!application.stands || (!practice && application.assignmentId === null)) return 'taken-away'
  const again = phase === 'closed' && application.extra && !practice
  if ((phase === 'closed' || phase === 'shortlisted') && !again) return 'closed'
  if (application.hasConflict === null) return 'undeclared'
  return !practice && phase === 'sifting' ? 'early' : undefined
}

/** How an application is called on the pages of its assessors: by whose it is, or where names are hidden by nobody's. */
export const calledIn = (rules: AssessmentRules, leadName: string): string =>
  rules.visibility.applicantsNamed ? leadName : HIDDEN_NAME

/** An application whose content is open to this person, with what they have written of it. */
export type OpenScored = Given & { readonly content: FrozenApplication; readonly review: OwnReview }

/** @throws {NotFound} if its content is not open to them */
export async function openScored(db: Database | Tx, given: Given): Promise<OpenScored> {
  if (whyShut(given) !== undefined) throw notFound('application')
  const { application, actor, practice } = given
  const review = await reviewOf(db, application.id, actor.personId, practice)
  if (review === undefined) throw notFound('review')
  return { ...given, content: await contentFor(db, given), review }
}

/** What was submitted, as assessors read it. */
export async function contentFor(
  db: Database | Tx,
  { application, rules }: Pick<Given, 'application' | 'rules'>,
): Promise<FrozenApplication> {
  const submission = await latestSubmission(db, application.id)
  if (submission === undefined) throw notFound('submission')
  return asRead(rules, submission.content, application.names)
}

/**
 * What assessors read of what was submitted: all but how its people can be reached; where names are hidden, only what
 * criteria ask for, without the names.
 */
export function asRead(
  rules: AssessmentRules,
  content: FrozenApplication,
  names: readonly string[],
): FrozenApplication {
  const asked = new Set(rules.criteria.flatMap(({ questions }) => questions))
  if (rules.visibility.applicantsNamed) return { ...content, pages: leaveContacts(content.pages, asked) }
  // Whoever is named in what no criterion asks for, such as a lead officer, is not for assessors who read without names.
  const pages = content.pages.flatMap((page) => {
    const questions = page.questions.filter(({ id }) => asked.has(id))
    return questions.length === 0 ? [] : [{ ...page, questions }]
  })
  return { ...content, pages: hideNames(pages, names) }
}

/** What was clarified of the answers of one application, by question, as assessors read it. */
export type Clarified = ReadonlyMap<string, ClarifiedAnswer>

/** What was clarified of some applications after the deadline, by their ids: without names where those are hidden. */
export async function clarifiedFor(
  db: Database,
  rules: AssessmentRules,
  applications: readonly {
    readonly id: string
    readonly names: readonly string[]
    readonly content: FrozenApplication
  }[],
): Promise<ReadonlyMap<string, Clarified>> {
  const found = await clarifiedAnswers(db, new Map(applications.map(({ id, content }) => [id, content])))
  if (rules.visibility.applicantsNamed) return found
  return new Map(
    applications.map(({ id, names }) => {
      const hide = nameHider(names)
      const of = [...(found.get(id) ?? [])]
      return [id, new Map(of.map(([question, said]) => [question, { ...said, lines: said.lines.map(hide) }]))]
    }),
  )
}

export const questionsIn = (content: FrozenApplication): readonly FrozenQuestion[] =>
  content.pages.flatMap(({ questions }) => questions)

/** What was clarified of one application. */
export async function clarifiedOf(
  db: Database,
  { rules, application, content }: Pick<OpenScored, 'rules' | 'application' | 'content'>,
): Promise<Clarified> {
  const { id, names } = application
  return (await clarifiedFor(db, rules, [{ id, names, content }])).get(id) ?? new Map()
}

/** A passage where it stands: in an answer as submitted, or else in the reply to a request that clarified one. */
export type FoundQuote = {
  readonly questionId: string
  readonly quote: string
  readonly reply: ReplyVersion | null
}

/** A passage, if one of the answers has it or one of those that were clarified. */
export function quoteIn(content: FrozenApplication, clarified: Clarified, typed: string): FoundQuote | undefined {
  const submitted = findQuote(questionsIn(content), typed)
  if (submitted !== undefined) return { ...submitted, reply: null }
  const replies = [...clarified].map(([id, { lines }]) => ({ id, shown: lines }))
  const found = findQuote(replies, typed)
  return found && { ...found, reply: clarified.get(found.questionId)?.reply ?? null }
}
