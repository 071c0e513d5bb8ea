import {
  type AssessmentExport,
  assembleExport,
  type ExportedParts,
  type ExportHead,
  isCommitted,
  withoutNames,
} from '../../../core/replay/index.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type RoundInFund, sealsOf } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { conflictsOfRound } from '../conflicts/read-conflicts.ts'
import { moderationsOf, notesOf, setAsidesOf } from '../moderating/moderation.store.ts'
import { shortlistOf } from '../shortlisting/shortlist.store.ts'
import {
  exportedApplications,
  exportedAssignments,
  exportedConflicts,
  exportedEvents,
  exportedGlass,
  exportedPeople,
  exportedReviews,
  exportedRuns,
  exportedSift,
  exportSaltOf,
} from './export.store.ts'

const note = 'Illustrative: made up to show how the service works. Nothing in it is real.'

/**
 * The assessment of a round to replay, read at one moment: with names and the salt.
 *
 * @returns undefined before scoring has closed: nobody sees scores then
 */
export const readExport = async (services: Services, round: RoundInFund, at: Date) =>
  await atOneMoment(services, async (tx) => await exportIn(tx, services, round, at))

/** The same within a transaction that sees one moment. */
export async function exportIn(
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  round: RoundInFund,
  at: Date,
): Promise<AssessmentExport | undefined> {
  const { closedAt } = await assessmentOf(tx, round.id)
  if (closedAt === null) return undefined
  const head = headOf(round, at, { names: 'shown', salt: await exportSaltOf(tx, round.id) })
  return assembleExport(head, await readParts(tx, round), sha256)
}

/**
 * The same for publication, as it was last committed to.
 *
 * @returns `changed` where nothing was committed to yet, or something has changed since
 */
export const readPublished = async (services: Services, round: RoundInFund, at: Date) =>
  await atOneMoment(services, async (tx) => await publishedIn(tx, services, round, at))

/** The same within a transaction that sees one moment. */
export async function publishedIn(
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  round: RoundInFund,
  at: Date,
): Promise<AssessmentExport | 'changed' | undefined> {
  const { closedAt } = await assessmentOf(tx, round.id)
  if (closedAt === null) return undefined
  const salt = await exportSaltOf(tx, round.id)
  if (salt === '') return 'changed'
  const parts = withoutNames(await readParts(tx, round), salt, sha256)
  const whole = assembleExport(headOf(round, at, { names: 'replaced', salt: '' }), parts, sha256)
  return isCommitted(whole, sha256) ? whole : 'changed'
}

const atOneMoment = async <Read>({ db }: Services, read: (tx: Tx) => Promise<Read>): Promise<Read> =>
  await db.transaction().setIsolationLevel('repeatable read').execute(read)

const headOf = (round: RoundInFund, at: Date, { names, salt }: Pick<ExportHead, 'names' | 'salt'>): ExportHead => ({
  document: 'assessment-export',
  format: 1,
  exportedAt: at.toISOString(),
  names,
  round: { id: round.id, fund: round.fund.name, name: round.name, illustrative: round.illustrative },
  note: round.illustrative ? note : '',
  salt,
})

/** Every part of the assessment of a round, with names. */
export async function readParts(tx: Tx, round: RoundInFund): Promise<ExportedParts> {
  const { id } = round
  const seals = await sealsOf(tx, id)
  const [head] = seals
  const standing = head === undefined ? [] : await conflictsOfRound(tx, round, rulesIn(head.document))
  const shortlist = await shortlistOf(tx, id)
  return {
    rules: seals
      .map(({ version, sha256, previousSha256, text }) => ({ version, sha256, previousSha256, text }))
      .reverse(),
    people: await exportedPeople(tx, id),
    applications: await exportedApplications(tx, id),
    sift: await exportedSift(tx, id),
    conflicts: {
      standing: standing.map(({ applicationId, personId, kind, treatment, released }) => ({
        applicationId,
        personId,
        kind,
        treatment,
        released,
      })),
      ...(await exportedConflicts(tx, id)),
    },
    runs: await exportedRuns(tx, id),
    assignments: await exportedAssignments(tx, id),
    reviews: await exportedReviews(tx, id),
    moderation: await readModeration(tx, id),
    breakGlass: await exportedGlass(tx, id),
    shortlist:
      shortlist === undefined
        ? null
        : {
            text: shortlist.document,
            sha256: shortlist.sha256,
            tellAt: shortlist.tellAt.toISOString(),
            toldAt: shortlist.toldAt?.toISOString() ?? null,
          },
    events: await exportedEvents(tx, round.fundId, id),
    withheld: [],
  }
}

async function readModeration(tx: Tx, roundId: string): Promise<ExportedParts['moderation']> {
  const scores = await moderationsOf(tx, roundId)
  const setAside = await setAsidesOf(tx, roundId)
  const notes = await notesOf(tx, roundId)
  return {
    scores: scores.map(({ moderatedAt, moderatedByName, ...rest }) => ({
      ...rest,
      by: moderatedByName ?? '',
      at: moderatedAt.toISOString(),
    })),
    setAside: setAside.map(({ decidedAt, decidedByName, ...rest }) => ({
      ...rest,
      by: decidedByName ?? '',
      at: decidedAt.toISOString(),
    })),
    notes: notes.map(({ notedAt, notedByName, ...rest }) => ({
      ...rest,
      by: notedByName ?? '',
      at: notedAt.toISOString(),
    })),
  }
}
