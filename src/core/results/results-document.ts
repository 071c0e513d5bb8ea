import type { Sha256 } from '../canonical/index.ts'
import { bidPseudonyms, type DecidedApplication, type DecisionRecord, wholeApplications } from '../decisions/index.ts'
import { pseudonymsOf } from '../pseudonyms/index.ts'
import { type Stage, stages } from '../reporting/index.ts'
import type { AwardType } from '../rounds/fund.ts'
import type { IsoDay } from '../time/day.ts'
import { anonymousBands, type ScoreBand } from './anonymous-bands.ts'

/** An award as everybody is told of it. */
export type ToldAward = {
  readonly reference: string
  readonly lead: string
  readonly leadId: string
  readonly region: string
  readonly pounds: number
  readonly type: AwardType
}

/** How far an application came: the last stage that it came to, or that it was withdrawn, which is counted nowhere else. */
export type CameTo = Stage | 'withdrawn'

/** A bid that was not awarded: nobody is told whose it was. */
export type ToldBid = {
  readonly pseudonym: string
  /** `withdrawn` of one that was withdrawn before anything was decided. */
  readonly outcome: 'reserve' | 'declined' | 'not-shortlisted' | 'ineligible' | 'withdrawn'
  readonly readers: readonly string[]
  /** Not there in documents of the first format. */
  readonly cameTo?: CameTo
}

/** What is published of a round, whole. Times are ISO instants. */
export type ResultsDocument = {
  readonly document: 'results'
  /** In the second each figure has its rows: every bid says how far it came, and the record has the same pseudonyms. */
  readonly format: 1 | 2
  readonly round: { readonly fund: string; readonly name: string; readonly illustrative: boolean }
  readonly decidedOn: IsoDay
  readonly rules: { readonly version: number; readonly sha256: string }
  /** The hash and the seal of the whole decision record, and the hash of the record as it is published, from the second format on. */
  readonly record: { readonly sha256: string; readonly seal: string; readonly publishedSha256?: string }
  readonly counts: Readonly<Record<Stage, number>> & { readonly withdrawn: number }
  readonly budgetPounds: number
  readonly awards: readonly ToldAward[]
  readonly bids: readonly ToldBid[]
  /** Of the final scores, wide enough that nobody's can be told; empty when there were too few. */
  readonly scores: readonly ScoreBand[]
}

/** What it is made from. */
export type ToTell = {
  readonly record: DecisionRecord
  readonly recordSha256: string
  readonly publishedSha256: string
  readonly decidedOn: IsoDay
  /** Of each application by its id, how far it came as it stands; also of those that were withdrawn before the decision. */
  readonly cameTo: ReadonlyMap<string, CameTo>
  readonly fund: { readonly budgetPounds: number; readonly awardType: AwardType }
  /** Who read what, by ids. */
  readonly readings: readonly { readonly applicationId: string; readonly personId: string }[]
  /** Secret, and of this round alone. */
  readonly salt: string
}

/** Those of the decision that stand, and those that were withdrawn, counted: each stage holds those after it. */
function countsOf(awards: number, bids: readonly ToldBid[]): ResultsDocument['counts'] {
  const came = [...Array.from({ length: awards }, () => 'awarded' as const), ...bids.map(({ cameTo }) => cameTo)]
  const reached = (stage: Stage): number =>
    came.filter((each) => each !== undefined && each !== 'withdrawn' && stages.indexOf(each) >= stages.indexOf(stage))
      .length
  const counts = Object.fromEntries(stages.map((stage) => [stage, reached(stage)])) as Record<Stage, number>
  return { ...counts, withdrawn: came.filter((each) => each === 'withdrawn').length }
}

/**
 * The results for everybody: awards by name, all other bids and every assessor under pseudonyms, and the scores only as
 * far as nobody's can be told.
 *
 * @throws {RangeError} of a record from which names are withheld already: an award has a name
 */
export function resultsDocument(given: ToTell, sha256: Sha256): ResultsDocument {
  const { record, recordSha256, publishedSha256, decidedOn, fund, readings, salt } = given
  const whole = wholeApplications(record)
  const awarded = whole.filter(({ outcome }) => outcome === 'award')
  const bids = bidsOf(whole, { readings, salt, cameTo: given.cameTo }, sha256)
  return {
    document: 'results',
    format: 2,
    round: { fund: record.round.fund, name: record.round.name, illustrative: record.round.illustrative },
    decidedOn,
    rules: { version: record.rules.version, sha256: record.rules.sha256 },
    record: { sha256: recordSha256, seal: record.seal, publishedSha256 },
    counts: countsOf(awarded.length, bids),
    budgetPounds: fund.budgetPounds,
    awards: awarded
      .map(({ reference, lead, leadId, region, pounds }) => ({
        reference,
        lead,
        leadId,
        region,
        pounds: pounds ?? 0,
        type: fund.awardType,
      }))
      .sort((one, other) => (one.lead < other.lead ? -1 : 1)),
    bids,
    scores: anonymousBands(record.scores.map(({ totalPercent }) => totalPercent)),
  }
}

/** Every application that was not awarded, under the pseudonym that it has in the published record too. */
function bidsOf(
  whole: readonly DecidedApplication[],
  { readings, salt, cameTo }: Pick<ToTell, 'readings' | 'salt' | 'cameTo'>,
  sha256: Sha256,
): readonly ToldBid[] {
  const bidNames = bidPseudonyms(whole, salt, sha256)
  const known = new Set(whole.map(({ id }) => id))
  const gone = [...cameTo].flatMap(([id, came]) => (came === 'withdrawn' && !known.has(id) ? [id] : []))
  const goneNames = pseudonymsOf(gone, { salt, word: 'Withdrawn bid', sha256 })
  const readerNames = pseudonymsOf(
    readings.map(({ personId }) => personId),
    { salt, word: 'Assessor', sha256 },
  )
  const readersOf = (id: string): readonly string[] =>
    readings
      .filter(({ applicationId }) => applicationId === id)
      .map(({ personId }) => readerNames.get(personId) ?? '')
      .sort()
  return [
    ...whole
      .filter(({ outcome }) => outcome !== 'award')
      .map(({ id, outcome }) => ({
        pseudonym: bidNames.get(id) ?? '',
        outcome: outcome as ToldBid['outcome'],
        readers: readersOf(id),
        cameTo: cameTo.get(id) ?? 'received',
      })),
    ...gone.map((id) => ({
      pseudonym: goneNames.get(id) ?? '',
      outcome: 'withdrawn' as const,
      readers: readersOf(id),
      cameTo: 'withdrawn' as const,
    })),
  ].sort((one, other) => (one.pseudonym < other.pseudonym ? -1 : 1))
}
