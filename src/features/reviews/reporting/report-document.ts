import type { Report, ReportBlock } from '../../../core/reviews/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Block, DocumentData } from '../../../platform/pdf/document-data.ts'
import type { WordBlock, WordData } from '../../../platform/word/word-data.ts'

/** What stands on a report besides what it says. */
export type ReportFacts = {
  readonly title: string
  readonly council: string
  readonly reference: string
  readonly illustrative: boolean
  readonly edition: string
  readonly at: Date
}

const footerOf = ({ reference, edition, at }: ReportFacts): string =>
  `${reference}. ${edition}, as it was at ${ukTimeWithZone(at)}`

const titleOf = ({ title }: ReportFacts): string => `Strategic review: ${title}`

const quoteIntroduction = ({ from, cut }: Extract<ReportBlock, { readonly kind: 'quote' }>): string =>
  cut === true ? `In the words of ${from}, without figures that are withheld:` : `In the words of ${from}, unedited:`

/** Draws a picture as an SVG document of its own. */
export type DrawOnPaper = (picture: Extract<ReportBlock, { readonly kind: 'picture' }>) => string

/** A report as a PDF. */
export const reportPdf = ({ parts }: Report, facts: ReportFacts, draw: DrawOnPaper): DocumentData => ({
  title: titleOf(facts),
  subtitle: facts.edition,
  author: facts.council,
  label: facts.illustrative ? illustrativeWords : undefined,
  footer: footerOf(facts),
  createdAt: facts.at,
  blocks: parts.flatMap(({ title, blocks }, at) => [
    { kind: 'heading', level: 1, text: `${at + 1}. ${title}` } as const,
    ...blocks.flatMap((block) => pdfBlocks(block, draw)),
  ]),
})

function pdfBlocks(block: ReportBlock, draw: DrawOnPaper): readonly Block[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 2, text: block.text }]
    case 'entry':
      return [{ kind: 'paragraph', text: block.text }]
    case 'words':
    case 'missing':
      return [{ kind: 'paragraph', text: block.text }]
    case 'finding':
      return [
        { kind: 'paragraph', text: block.text },
        ...(block.points === undefined ? [] : [{ kind: 'list', items: block.points } as const]),
      ]
    case 'facts':
      return [{ kind: 'rows', rows: block.rows.map(({ name, value }) => ({ key: name, value: value.join('\n') })) }]
    case 'table':
      return [block]
    case 'picture':
      return [
        { kind: 'paragraph', text: block.finding },
        { kind: 'picture', caption: block.title, alternative: block.finding, svg: draw(block) },
      ]
    case 'quote':
      return [
        { kind: 'paragraph', text: quoteIntroduction(block) },
        { kind: 'answer', text: block.text, blank: '' },
      ]
  }
}

/** A report as a Word document: of a picture what it shows, since a table beside it has all that is in it. */
export const reportWord = ({ parts }: Report, facts: ReportFacts, draw: DrawOnPaper): WordData => ({
  title: titleOf(facts),
  subtitle: `${facts.council}. ${facts.edition}`,
  author: facts.council,
  mark: facts.illustrative ? illustrativeWords : undefined,
  footer: footerOf(facts),
  blocks: parts.flatMap(({ title, blocks }, at) => [
    { kind: 'heading', level: 1, text: `${at + 1}. ${title}` } as const,
    ...blocks.flatMap((block) => wordBlocks(block, draw)),
  ]),
})

function wordBlocks(block: ReportBlock, draw: DrawOnPaper): readonly WordBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 2, text: block.text }]
    case 'entry':
      return [{ kind: 'heading', level: 3, text: block.text }]
    case 'words':
      return [{ kind: 'paragraphs', lines: block.text.split('\n') }]
    case 'finding':
      return [{ kind: 'paragraphs', lines: [block.text, ...(block.points ?? []).map((point) => `- ${point}`)] }]
    case 'missing':
      return [{ kind: 'note', text: block.text }]
    case 'facts':
      return [{ kind: 'facts', rows: block.rows.map(({ name, value }) => ({ name, value: value.join('\n') })) }]
    case 'table':
      return [
        { kind: 'heading', level: 3, text: block.caption },
        {
          kind: 'table',
          head: block.columns.map(({ text }) => text),
          rows: block.rows,
          amounts: block.columns.flatMap(({ amounts }, at) => (amounts === true ? [at] : [])),
        },
      ]
    case 'picture':
      return [
        { kind: 'heading', level: 3, text: block.title },
        { kind: 'picture', title: block.title, finding: block.finding, svg: draw(block) },
      ]
    case 'quote':
      return [
        { kind: 'note', text: quoteIntroduction(block) },
        { kind: 'paragraphs', lines: block.text.split('\n') },
      ]
  }
}
