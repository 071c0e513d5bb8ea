import { makeReference } from '../../core/text/reference.ts'
import { ukReading } from '../../core/time/uk-time.ts'
import { setPerson } from '../../features/reviews/people/people.store.ts'
import { insertReview } from '../../features/reviews/reviews.store.ts'
import { readRecord } from '../../features/reviews/sheets/read-record.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type SeedRole, seedPeopleByRole, seedPersonId } from '../people.ts'
import { insertEntries, type SeedEntry } from './insert-entries.ts'
import { youthBaseline } from './youth-baseline.ts'
import { youthFilter } from './youth-filter.ts'
import { medianIncome, youthGroups } from './youth-groups.ts'
import { youthJudgement } from './youth-judgement.ts'
import { youthLegal } from './youth-legal.ts'
import { lineContent, years, youthLines, youthPairs, youthRisks, youthSpreads } from './youth-money.ts'
import { youthOptions, youthService } from './youth-options.ts'
import { youthReport } from './youth-report.ts'
import { seedWeighing, youthCriteria } from './youth-weighing.ts'

/** Who works on it, for whom they speak and what they know. All made up. */
const people = [
  ['lead', ['lead', 'writer', 'facilitator'], '', 'Has led four reviews; trained in swing weighting'],
  ['colleague', ['writer', 'scorer'], 'Staff', 'Youth worker for nine years, now in policy'],
  ['partner', ['scorer'], 'Partners', 'Commissions services for young people in Tarnshire'],
  ['finance', ['scorer', 'writer'], 'Finance', 'Chief finance officer, CIPFA'],
  ['panel', ['expert'], '', 'Has advised eleven councils on mutuals'],
] as const satisfies readonly (readonly [SeedRole, readonly string[], string, string])[]

/** What the made-up review is called. */
export const youthTitle = 'Youth service'

/** A made-up review of a youth service, for newcomers to click through. */
export async function seedYouthService(tx: Tx, services: Services, at: Date): Promise<void> {
  const by = await seedPersonId(tx, services, 'lead', at)
  const id = services.newId()
  await insertReview(tx, {
    id,
    reference: makeReference('REVIEW', ukReading(at).year, services.randomBytes),
    organisationId: seedPeopleByRole.lead.organisationId,
    application: null,
    title: youthTitle,
    depth: 'full',
    illustrative: true,
    at,
    by,
  })
  for (const [role, roles, speaksFor, credentials] of people)
    await setPerson(tx, id, {
      personId: await seedPersonId(tx, services, role, at),
      roles,
      speaksFor,
      credentials,
      at,
      by,
    })
  await insertEntries(tx, id, youthEntries(), { at, by })
  await seedWeighing(tx, services, { reviewId: id, record: await readRecord(tx, { id, depth: 'full' }), at, by })
}

/** Everything that is written in it. */
const youthEntries = (): readonly SeedEntry[] => [
  { sheet: 'service', entry: 'page', content: youthService },
  ...youthBaseline,
  ...youthOptions.map(({ id, ...content }) => ({ sheet: 'options', entry: id, content })),
  ...youthLegal,
  ...youthFilter,
  ...Object.entries(youthCriteria).map(([entry, content]) => ({ sheet: 'criteria', entry, content })),
  {
    sheet: 'money',
    entry: 'page',
    content: {
      first: 2026,
      years: years - 1,
      schedule: 'green-book-2026',
      deflators: 'hmt-2025-12',
      unit: 'young people reached',
      units: 4_200,
      median: medianIncome,
    },
  },
  ...Object.entries(youthLines).flatMap(([option, lines]) =>
    lines.map((line, at) => ({ sheet: 'lines', entry: `${option}-${at + 1}`, content: lineContent(option, line) })),
  ),
  ...youthRisks.map((content, at) => ({ sheet: 'risks', entry: `risk-${at + 1}`, content })),
  ...youthSpreads.map((content, at) => ({ sheet: 'shapes', entry: `shape-${at + 1}`, content })),
  ...youthPairs.map((content, at) => ({ sheet: 'pairs', entry: `pair-${at + 1}`, content })),
  ...youthGroups.map((content, at) => ({ sheet: 'groups', entry: `group-${at + 1}`, content })),
  ...youthJudgement,
  ...youthReport,
]
