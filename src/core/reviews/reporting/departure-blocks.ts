import { ukTimeWithZone } from '../../time/uk-time.ts'
import { type Departure, departureOf, departureWords, reasonForDeparture } from '../preference/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { ReportBlock } from './report-block.ts'
import type { ReportPartId } from './report-parts.ts'

/**
 * That the option which is preferred is neither what the filter favours nor first by weighing, with the reason in the words of
 * who gave it; nothing where it is one of both.
 */
export function departureBlocks(record: ReviewRecord): readonly ReportBlock[] {
  const departure = departureOf(record)
  if (departure === undefined) return []
  const restsOn = partsOf(departure)
  return [
    { kind: 'finding', text: departureWords(departure), restsOn },
    { ...reasonBlock(record, reasonForDeparture(record, departure)), restsOn },
  ]
}

function reasonBlock({ departureReason }: ReviewRecord, text: string): ReportBlock {
  if (text === '')
    return { kind: 'missing', text: 'The reason for that is still to be given. Nobody can sign the report off before.' }
  const from = departureReason && `${departureReason.by}, ${ukTimeWithZone(new Date(departureReason.at))}`
  return { kind: 'quote', from: from ?? 'those who wrote the report', text }
}

const partsOf = ({ favoured, first }: Departure): readonly ReportPartId[] => [
  ...(favoured.length > 0 ? ['options' as const] : []),
  ...(first.length > 0 ? ['weighing' as const] : []),
]
