import { notFound } from '../../../core/errors.ts'
import { type KnownNames, placesOf, strikeOut, type Trace, tracesIn } from '../../../core/experts/index.ts'
import type { Answers, PostedFields, Problem } from '../../../core/forms/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { actingPeople, organisationsById } from '../../accounts/index.ts'
import { bidsOf } from '../../assessment/index.ts'
import { type Fund, findFund, holdFund } from '../../funds/index.ts'
import { type ExpertRequest, requestByNumber } from '../asking/requests.store.ts'
import { consentMail } from '../experts-mail.messages.ts'
import { expertById } from '../people/experts.store.ts'
import { readPosted, textIn } from '../read-posted.ts'
import { recordExpert } from '../record-expert.ts'
import { notesOf } from '../thread/notes.store.ts'
import { councilOf, mailPlace, writeTo } from '../write-to.ts'
import { insertPublication, isPublished, type Publication, publicationOf } from './publications.store.ts'
import { publishForm } from './publish-form.ts'

type Texts = Pick<Publication, 'title' | 'question' | 'advice'>

export type PrepareProblem =
  | { readonly code: 'field'; readonly problem: Problem }
  | { readonly code: 'named'; readonly found: string }
  | { readonly code: 'perhaps-named'; readonly found: string }
  | { readonly code: 'published-already' }

/** An answer that can be published: its names, and the text with those struck out that are certain. */
export type ToPublish = {
  readonly fund: Fund
  readonly request: ExpertRequest
  readonly known: KnownNames
  readonly struck: Texts
  /** What was found in the text as it was written. */
  readonly traces: readonly Trace[]
  readonly before: Publication | undefined
}

type Asked = { readonly slug: string; readonly number: number; readonly at: Date }

/** An answer whose advice is accepted, for whoever runs the fund. @throws {NotFound} for anybody else, and before that */
export async function openToPublish(db: Database | Tx, actor: Actor, { slug, number, at }: Asked): Promise<ToPublish> {
  const fund = await findFund(db, actor, 'experts:run', slug)
  const request = await requestByNumber(db, fund.id, number)
  const [note] = request === undefined ? [] : await notesOf(db, request.id)
  if (request?.state !== 'advised' || note === undefined) throw notFound('answer')
  const known = await knownNames(db, request, at)
  const texts = { title: request.title, question: request.words, advice: note.advice }
  return {
    fund,
    request,
    known,
    struck: {
      title: strikeOut(texts.title, known),
      question: strikeOut(texts.question, known),
      advice: strikeOut(texts.advice, known),
    },
    traces: tracesIn(wholeOf(texts), known),
    before: await publicationOf(db, request.id),
  }
}

/** The texts one below the other, each as sentences of its own. */
export const wholeOf = ({ title, question, advice }: Texts): string => [title, question, advice].join('\n')

/** The council and the partners of its award with their places, everybody who acts for it, who asked, and the expert. */
async function knownNames(db: Database | Tx, request: ExpertRequest, at: Date): Promise<KnownNames> {
  const bids = await bidsOf(db, request.roundId)
  const partners = bids.find(({ applicationId }) => applicationId === request.applicationId)?.partnerIds ?? []
  const bodies = await organisationsById(db, [request.organisationId, ...partners])
  const people = await actingPeople(db, request.organisationId, at)
  const expert = request.expertId === null ? undefined : await expertById(db, request.fundId, request.expertId)
  return {
    bodies: [...bodies.values()].flatMap(({ name, shortName }) => [...placesOf(name), ...placesOf(shortName)]),
    people: [
      ...people.map(({ name, email }) => ({ name, email })),
      { name: request.askedBy, email: '' },
      ...(expert === undefined ? [] : [{ name: expert.name, email: expert.email }]),
    ],
  }
}

/** What was typed, and all that is wrong with it: each name that still stands there is a problem of its own. */
export function readPublication(
  known: KnownNames,
  fields: PostedFields,
  letStand: readonly string[],
): { readonly answers: Answers; readonly texts: Texts; readonly problems: readonly PrepareProblem[] } {
  const { answers, problems } = readPosted(publishForm, fields)
  const texts = {
    title: textIn(answers, 'title'),
    question: textIn(answers, 'question'),
    advice: textIn(answers, 'advice'),
  }
  const named = tracesIn(wholeOf(texts), known).flatMap(({ found, certain }): readonly PrepareProblem[] => {
    if (certain) return [{ code: 'named', found }]
    return letStand.includes(found) ? [] : [{ code: 'perhaps-named', found }]
  })
  return { answers, texts, problems: [...problems.map((problem) => ({ code: 'field', problem }) as const), ...named] }
}

/**
 * Puts the text without names before the council and the expert, who consent or not. A later version asks both again.
 *
 * @param asked.letStand what looks like a name and is none
 * @throws {NotFound} as {@link openToPublish}
 */
export async function prepareAnswer(
  services: Services,
  actor: Actor,
  { fields, letStand, ...asked }: Asked & { readonly fields: PostedFields; readonly letStand: readonly string[] },
): Promise<Result<undefined, PrepareProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    await holdFund(tx, actor, 'experts:run', asked.slug)
    const { fund, request, known, before } = await openToPublish(tx, actor, asked)
    if (before !== undefined && isPublished(before)) return refused<PrepareProblem>({ code: 'published-already' })
    const { texts, problems } = readPublication(known, fields, letStand)
    if (problems.length > 0) return refused(...problems)
    const { at } = asked
    const by = personIdOf(actor) ?? ''
    await insertPublication(tx, request.id, { ...texts, letStand, at, by })
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number, letStand: [...letStand] }
    await recordExpert(tx, { action: 'expert.answer-prepared', fundId: fund.id, by, at, on, facts })
    const expert = request.expertId === null ? undefined : await expertById(tx, fund.id, request.expertId)
    const people = [
      ...(await councilOf(tx, request.organisationId, at)),
      ...(expert === undefined ? [] : [{ id: expert.personId, email: expert.email }]),
    ]
    const of = { ...mailPlace(services, fund), number: request.number, title: request.title }
    await writeTo(tx, services, fund, people, (say) => say(consentMail)(of))
    return done(undefined)
  })
}
