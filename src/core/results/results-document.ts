import type { Sha256 } from '../canonical/index.ts'
import type { DecidedApplication, DecisionRecord } from '../decisions/index.ts'
import { pseudonymsOf } from '../pseudonyms/index.ts'
import type { Stage } from '../reporting/index.ts'
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

/** A bid that was not awarded: nobody is told whose it was. */
export type ToldBid = {
  readonly pseudonym: string
  readonly outcome: 'reserve' | 'declined' | 'not-shortlisted' | 'ineligible'
  readonly readers: readonly string[]
}

/** What is published of a round, whole. Times are ISO instants. */
export type ResultsDocument = {
  readonly document: 'results'
  readonly format: 1
  readonly round: { readonly fund: string; readonly name: string; readonly illustrative: boolean }
  readonly decidedOn: IsoDay
  readonly rules: { readonly version: number; readonly sha256: string }
  /** The hash of the whole decision record, and that by which its published copy is known. */
  readonly record: { readonly sha256: string; readonly seal: string }
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
  readonly decidedOn: IsoDay
  readonly counts: ResultsDocument['counts']
  readonly fund: { readonly budgetPounds: number; readonly awardType: AwardType }
  /** Who read what, by ids. */
  readonly readings: readonly { readonly applicationId: string; readonly personId: string }[]
  /** Secret, and of this round alone. */
  readonly salt: string
}

const isWhole = (item: DecisionRecord['applications'][number]): item is DecidedApplication => !('withheld' in item)

/**
 * The results for everybody: awards by name, all other bids and every assessor under pseudonyms, and the scores only as
 * far as nobody's can be told.
 *
 * @throws {RangeError} of a record from which names are withheld already: an award has a name
 */
export function resultsDocument(given: ToTell, sha256: Sha256): ResultsDocument {
  const { record, recordSha256, decidedOn, counts, fund, readings, salt } = given
  const whole = record.applications.filter(isWhole)
  if (whole.length < record.applications.length) throw new RangeError('the whole record is needed')
  const awarded = whole.filter(({ outcome }) => outcome === 'award')
  const others = whole.filter(({ outcome }) => outcome !== 'award')
  const bidNames = pseudonymsOf(
    others.map(({ id }) => id),
    { salt, word: 'Bid', sha256 },
  )
  const readerNames = pseudonymsOf(
    readings.map(({ personId }) => personId),
    { salt, word: 'Assessor', sha256 },
  )
  const readersOf = (id: string): readonly string[] =>
    readings
      .filter(({ applicationId }) => applicationId === id)
      .map(({ personId }) => readerNames.get(personId) ?? '')
      .sort()
  return {
    document: 'results',
    format: 1,
    round: { fund: record.round.fund, name: record.round.name, illustrative: record.round.illustrative },
    decidedOn,
    rules: { version: record.rules.version, sha256: record.rules.sha256 },
    record: { sha256: recordSha256, seal: record.seal },
    counts,
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
    bids: others
      .map(({ id, outcome }) => ({
        pseudonym: bidNames.get(id) ?? '',
        outcome: outcome as ToldBid['outcome'],
        readers: readersOf(id),
      }))
      .sort((one, other) => (one.pseudonym < other.pseudonym ? -1 : 1)),
    scores: anonymousBands(record.scores.map(({ totalPercent }) => totalPercent)),
  }
}
