import { notFound } from '../../../core/errors.ts'
import { bandWords } from '../../../core/feedback/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { openApplication } from '../../applications/index.ts'
import { shortlistOf } from '../../assessment/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import { textsOf } from './feedback-texts.store.ts'
import { type Distribution, readDistribution } from './read-distribution.ts'
import { readSubjects } from './read-subjects.ts'
import { releaseOf } from './release.store.ts'

/** One part of the feedback as its applicants read it. `band` is '' where they do not see how they scored. */
export type ReadPart = { readonly name: string; readonly band: string; readonly text: string }

export type ReleasedFeedback = {
  readonly releasedAt: Date
  readonly parts: readonly ReadPart[]
  readonly distribution: Distribution
}

/** The feedback on an application as its people meet it. */
export type OwnFeedback = {
  readonly reference: string
  readonly applicationId: string
  readonly round: RoundInFund
  /** Undefined while nothing is released, or where the application gets no feedback. */
  readonly feedback: ReleasedFeedback | undefined
  readonly released: boolean
}

/**
 * The feedback on an application for people of its lead and its partners.
 *
 * @throws {NotFound} for anybody else, and where nothing was submitted
 */
export async function readOwnFeedback(db: Database, ask: Ask, reference: string): Promise<OwnFeedback> {
  const asked = { reference, questions: [], need: 'read', at: ask.receivedAt } as const
  const { application } = await openApplication(db, ask.actor, asked)
  const round = await roundById(db, application.roundId)
  if (round === undefined || application.state === 'draft' || application.mode === 'test') throw notFound('feedback')
  const release = await releaseOf(db, round.id)
  const own = { reference, applicationId: application.id, round, released: release !== undefined }
  const found = release && (await readSubjects(db, round))
  const subject = found?.subjects.find((each) => each.reference === reference)
  const [decision, shortlist] = [await decisionOf(db, round.id), await shortlistOf(db, round.id)]
  if (release === undefined || found === undefined || subject === undefined || !decision || !shortlist)
    return { ...own, feedback: undefined }
  const texts = new Map((await textsOf(db, application.id)).map(({ item, text }) => [item, text.trim()]))
  const sees = found.rules.visibility.applicantsScores === 'with-decision'
  const document = JSON.parse(shortlist.document) as ShortlistDocument
  return {
    ...own,
    feedback: {
      releasedAt: release.releasedAt,
      parts: subject.items.flatMap(({ id, name, bands }) => {
        const text = texts.get(id) ?? ''
        const points = subject.points.get(id)
        const band = sees && points !== undefined ? bandWords(bands, points) : ''
        return text === '' ? [] : [{ name, band, text }]
      }),
      distribution: readDistribution(reference, document, decision.document, found.rules),
    },
  }
}
