import { leadShown } from '../../../core/assessment/index.ts'
import { type FeedbackItem, feedbackItems } from '../../../core/feedback/index.ts'
import { panelPoints } from '../../../core/interviews/index.ts'
import { type Candidate, meanOf, type ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type SealedRules, sealedRulesOf, shortlistOf } from '../../assessment/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import { interviewsClosed } from '../interviewing/final-scores.ts'
import { applicationsStanding, reviewsThatCount } from '../interviewing/interviewing.store.ts'

/** An application that gets feedback: it was scored, and not withdrawn since. */
export type Subject = {
  readonly id: string
  readonly reference: string
  readonly lead: string
  /** The lead as pages show it: '' while the sealed rules hide who applies, until the decision is recorded. */
  readonly shownLead: string
  /** Whether all that will be said of it has been: feedback can be drafted. */
  readonly judged: boolean
  readonly items: readonly FeedbackItem[]
  /** What everybody gave together, by the id of the item. */
  readonly points: ReadonlyMap<string, number>
}

/** What the feedback of a round is about, in the order of the references. */
export type FeedbackRound = { readonly rules: SealedRules; readonly subjects: readonly Subject[] }

/** @returns undefined before the shortlist is frozen: until then scores are still moderated */
export async function readSubjects(
  db: Database | Tx,
  { id: roundId }: { readonly id: string },
): Promise<FeedbackRound | undefined> {
  const rules = await sealedRulesOf(db, roundId)
  const frozen = await shortlistOf(db, roundId)
  if (rules === undefined || frozen === undefined) return undefined
  const document = JSON.parse(frozen.document) as ShortlistDocument
  const standing = new Set(await applicationsStanding(db, roundId))
  const heard = Map.groupBy(await reviewsThatCount(db, roundId), ({ applicationId }) => applicationId)
  const decided = (await decisionOf(db, roundId)) !== undefined
  const over = await interviewsClosed(db, roundId)
  const candidates = new Map(document.case.candidates.map((candidate) => [candidate.reference, candidate]))
  const subjects = document.applications
    .flatMap(({ reference, lead, mean, shortlisted }): readonly Subject[] => {
      const candidate = candidates.get(reference)
      if (candidate === undefined || mean === null || !standing.has(candidate.id)) return []
      const panel = heard.get(candidate.id) ?? []
      const items = feedbackItems(rules, shortlisted && panel.length > 0)
      const said = { written: writtenPoints(candidate), heard: panelPoints(rules.interview, panel) }
      const points = new Map(
        items.flatMap(({ id, criterionId, interview }) => {
          const given = (interview ? said.heard : said.written).get(criterionId)
          return given === undefined ? [] : [[id, given] as const]
        }),
      )
      const shownLead = decided ? lead : leadShown(rules, lead)
      return [{ id: candidate.id, reference, lead, shownLead, judged: !shortlisted || over, items, points }]
    })
    .sort((one, other) => (one.reference < other.reference ? -1 : 1))
  return { rules, subjects }
}

/** The plain mean of what reviews gave for each criterion, as moderated. */
function writtenPoints({ reviews }: Pick<Candidate, 'reviews'>): ReadonlyMap<string, number> {
  const given = Map.groupBy(
    reviews.flatMap(({ points }) => Object.entries(points)),
    ([criterionId]) => criterionId,
  )
  return new Map([...given].map(([criterionId, each]) => [criterionId, meanOf(each.map(([, points]) => points))]))
}
