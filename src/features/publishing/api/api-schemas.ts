import Type, { type Static, type TProperties, type TSchema } from 'typebox'
import { resultFigures } from '../../../core/results/index.ts'
import { awardTypes, vatRules } from '../../../core/rounds/fund.ts'

const exact = { additionalProperties: false }

const object = <Properties extends TProperties>(properties: Properties, description: string) =>
  Type.Object(properties, { ...exact, description })

const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const text = (description: string) => Type.String({ description })
const address = (description: string) => Type.String({ format: 'uri', description })
const instant = (description: string) =>
  orNull(Type.String({ format: 'date-time', description: `${description} In UTC; null where it is not set.` }))
const day = (description: string) =>
  orNull(Type.String({ format: 'date', description: `${description} Null where it is not set.` }))
const pounds = (description: string) =>
  Type.Integer({ minimum: 0, description: `${description} Whole pounds sterling.` })
const count = (description: string) => Type.Integer({ minimum: 0, description })

const illustrative = Type.Boolean({
  description: 'Whether it is made up to show how the service works: then none of it is real.',
})

export const slugSchema = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 })

export const funderSchema = object(
  {
    id: text('The id of the organisation in this service.'),
    name: text('Its name.'),
    contributionPounds: orNull(pounds('What it gives, null where it is not stated.')),
  },
  'A body that pays for a fund or puts its name to it.',
)

const sourceSchema = object(
  {
    fact: text('What can be read there.'),
    title: text('What the source is called.'),
    url: text('Where it is.'),
  },
  'Where a published fact can be read.',
)

export const fundSchema = object(
  {
    slug: text('Its part of every address.'),
    name: text('Its name.'),
    summary: text('What it is for.'),
    awardType: Type.Enum(awardTypes, {
      description: 'What a council gets: professional help that is bought for it, or money.',
    }),
    budgetPounds: pounds('The whole of the fund.'),
    places: count('The most awards there may be.'),
    capPounds: pounds('The most that one award may be worth.'),
    vat: Type.Enum(vatRules, { description: 'Whether amounts include value added tax.' }),
    funders: Type.Array(funderSchema),
    sources: Type.Array(sourceSchema),
    illustrative,
    links: object(
      { self: address('This.'), page: address('For people.'), rounds: address('Its rounds.') },
      'Where there is more.',
    ),
  },
  'A challenge fund that has a published round.',
)

const sealSchema = object(
  {
    version: Type.Integer({ minimum: 1, description: 'Counted from 1.' }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'The hash of the document.' }),
    document: address('The document that was sealed, to the letter.'),
  },
  'The rules by which the round is assessed, as they were sealed.',
)

const recipientSchema = object(
  {
    id: text('The id of the organisation in this service.'),
    organisationId: text('By which other data knows it: GB-LAE where there is such, otherwise one of our own.'),
    name: text('Its name.'),
    region: text('Its region; empty where it lies in more than one.'),
  },
  'Who leads the work.',
)

const reportedSchema = object(
  {
    recipient: recipientSchema,
    project: text('What it is for.'),
    source: object({ title: text('What the source is called.'), url: text('Where it is.') }, 'Where it can be read.'),
  },
  'An award of a round that was decided elsewhere, as somebody else published it.',
)

export const roundSchema = object(
  {
    slug: text('Its part of every address.'),
    name: text('Its name.'),
    fund: object({ slug: text('Of the fund.'), name: text('Of the fund.') }, 'The fund that it belongs to.'),
    phase: Type.Enum(['announced', 'open', 'closed', 'cancelled'], {
      description: 'Where it is: published and waiting, taking applications, over, or called off.',
    }),
    publishedAt: instant('When it was put before the public.'),
    opensAt: instant('From when applications are taken.'),
    questionsCloseAt: instant('Until when questions are taken.'),
    deadlineAt: instant('The last moment that counts, extensions for everyone and all.'),
    siftedOn: day('By when applications are read.'),
    shortlistOn: day('When the shortlist is told.'),
    interviewsFromOn: day('The first day of interviews; null where none are held.'),
    interviewsToOn: day('The last day of interviews; null where none are held.'),
    decisionsOn: day('When decisions are told.'),
    startsOn: day('When the work starts.'),
    cancelledAt: instant('When it was called off.'),
    cancelledReason: text('Why it was called off; empty unless it was.'),
    eligibleKinds: Type.Array(text('A kind of body.'), { description: 'Who may lead an application.' }),
    partnersAtLeast: count('How many partners an application must have.'),
    sealedRules: orNull(sealSchema),
    reportedAwards: Type.Array(reportedSchema, {
      description: 'Of a round that was decided elsewhere: the awards that are known. Empty for all others.',
    }),
    reportedAwardsUnnamed: count('How many more there were, of which nothing else is known.'),
    illustrative,
    links: object(
      { self: address('This.'), page: address('For people.'), fund: address('Its fund.') },
      'Where there is more.',
    ),
  },
  'One call for applications.',
)

export const awardSchema = object(
  {
    reference: text('Of the application, unique in this service.'),
    fund: object({ slug: text('Of the fund.'), name: text('Of the fund.') }, 'The fund that pays.'),
    round: object({ slug: text('Of the round.'), name: text('Of the round.') }, 'The round that it was won in.'),
    recipient: recipientSchema,
    type: Type.Enum(awardTypes, {
      description: 'What is given. Support in kind is help that is bought, and no money.',
    }),
    title: text('What it is called; empty where nothing more is known.'),
    pounds: pounds('What it is worth at most, as it stands now.'),
    decidedPounds: orNull(pounds('What was decided. Null where it was offered from the reserve list.')),
    state: Type.Enum(['offered', 'accepted', 'declined', 'withdrawn'], {
      description: 'Where it stands. One that was declined or withdrawn is worth nothing any more.',
    }),
    startsOn: day('When its work starts.'),
    endsOn: day('When its work ends.'),
    decidedOn: Type.String({ format: 'date', description: 'When it was decided.' }),
    publishedAt: Type.String({ format: 'date-time', description: 'When the results of its round were published.' }),
    changedAt: Type.String({ format: 'date-time', description: 'When what is told here last changed.' }),
    illustrative,
    links: object(
      {
        results: address('The results, for people.'),
        grants: address('The awards of the round as 360Giving data.'),
        round: address('Its round.'),
        applications: address('The applications of the round, as its results were published.'),
      },
      'Where there is more.',
    ),
  },
  'An award whose results are published, as it stands now.',
)

export const resultRowSchema = object(
  {
    key: text('The reference of an award; the pseudonym of any other, which the decision record has too.'),
    name: text('Who leads an award; the pseudonym of any other.'),
    cameTo: Type.Enum(resultFigures, { description: 'The last stage that it came to, or that it was withdrawn.' }),
    outcome: Type.Enum(['award', 'reserve', 'declined', 'not-shortlisted', 'ineligible', 'withdrawn'], {
      description: 'What became of it.',
    }),
    scorePercent: orNull(
      Type.Number({
        minimum: 0,
        maximum: 100,
        description: 'Its final score; null of one that the panel did not have.',
      }),
    ),
    decidedPounds: orNull(pounds('What an award was decided to be worth; null of any other.')),
    readers: Type.Array(text('The pseudonym of an assessor.'), { description: 'Who read it. Empty of awards.' }),
    illustrative,
  },
  'An application of a round, as its results were published last.',
)

/** A page of a list. @param what in the plural */
export const pageOf = <Item extends TSchema>(item: Item, what: string) =>
  object(
    {
      items: Type.Array(item),
      next: orNull(address('The next page; null on the last.')),
    },
    `A page of ${what}.`,
  )

export const fundPageSchema = pageOf(fundSchema, 'funds, by slug')
export const awardPageSchema = pageOf(awardSchema, 'awards, by fund, round and reference')
export const resultRowPageSchema = pageOf(resultRowSchema, 'applications of published results, by key')
export const roundPageSchema = pageOf(roundSchema, 'rounds, by fund and slug')

export const named = {
  Award: awardSchema,
  AwardPage: awardPageSchema,
  Fund: fundSchema,
  Funder: funderSchema,
  FundPage: fundPageSchema,
  ResultRow: resultRowSchema,
  ResultRowPage: resultRowPageSchema,
  Round: roundSchema,
  RoundPage: roundPageSchema,
  SealedRules: sealSchema,
} as const

export type AwardFacts = Static<typeof awardSchema>
export type FundFacts = Static<typeof fundSchema>
export type ResultRowFacts = Static<typeof resultRowSchema>
export type RoundFacts = Static<typeof roundSchema>

/** How many a page of a list has unless asked otherwise. */
export const usualLimit = 20

/** How a list is asked for, page by page. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: usualLimit, description: 'The most on a page.' }),
  cursor: Type.String({
    pattern: '^[A-Za-z0-9_-]{1,400}$',
    description: 'Where the page begins: as `next` of the page before has it.',
  }),
}
