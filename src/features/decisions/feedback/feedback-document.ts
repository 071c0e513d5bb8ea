import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { Block, DocumentData } from '../../../platform/pdf/document-data.ts'
import {
  bandsNote,
  countsInWords,
  isOwnBand,
  scoreBandWords,
  spreadSentences,
  tooFew,
  totalTitle,
  writtenTitle,
} from './distribution.messages.ts'
import type { Distribution, Spread } from './read-distribution.ts'
import type { OwnFeedback, ReleasedFeedback } from './read-own-feedback.ts'

/** The feedback to print and file: the same as on its page. */
export const feedbackDocument = (
  { reference, round }: Pick<OwnFeedback, 'reference' | 'round'>,
  { releasedAt, parts, distribution }: ReleasedFeedback,
): DocumentData => ({
  title: `Feedback on application ${reference}`,
  subtitle: `${round.name}, ${ukDate(releasedAt)}`,
  author: round.fund.name,
  label: round.illustrative ? illustrativeWords : undefined,
  footer: reference,
  createdAt: releasedAt,
  blocks: [
    ...parts.flatMap(({ name, band, text }): readonly Block[] => [
      { kind: 'heading', level: 1, text: name },
      ...(band === '' ? [] : [{ kind: 'paragraph', text: `Together, assessors found it ${band}.` } as const]),
      { kind: 'paragraph', text },
    ]),
    ...distributionBlocks(distribution),
  ],
})

const distributionBlocks = (distribution: Distribution): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'How all applications did' },
  { kind: 'rows', rows: countsInWords(distribution).map(({ value, label }) => ({ key: label, value: String(value) })) },
  ...spreadBlocks(writtenTitle, distribution.written),
  ...(distribution.total === undefined ? [] : spreadBlocks(totalTitle, distribution.total)),
]

const spreadBlocks = (title: string, spread: Spread): readonly Block[] => [
  { kind: 'heading', level: 2, text: title },
  { kind: 'paragraph', text: spreadSentences(spread).join(' ') },
  ...(spread.bands.length === 0
    ? [{ kind: 'paragraph', text: tooFew } as const]
    : [
        {
          kind: 'table',
          columns: [{ text: 'Score' }, { text: 'Applications', amounts: true }],
          rows: spread.bands.map((band) => [
            `${scoreBandWords(band)}${isOwnBand(band, spread.ownPercent) ? ' (yours)' : ''}`,
            String(band.count),
          ]),
        } as const,
        { kind: 'paragraph', text: bandsNote } as const,
      ]),
]
