import type * as Docx from 'docx'
import { type DrawnPicture, drawPictures } from '../pictures/draw-pictures.ts'
import { substitute } from '../pictures/settable-drawing.ts'
import { fitColumns } from './fit-columns.ts'
import { insideOf } from './picture-size.ts'
import type { WordBlock, WordData } from './word-data.ts'

/** The media type of a Word document. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const grey = '505A5F'
const font = 'Arial'

/**
 * A document as the bytes of a .docx file, in British English, with the styles of headings that assistive technology and
 * tables of contents go by. The library is loaded when the first document is asked for: it takes memory that most
 * processes never need. What draws pictures is loaded in a process of its own, for documents that have some.
 */
export async function writeWord(data: WordData): Promise<Uint8Array> {
  const docx = await import('docx')
  const { title, subtitle, author, mark, footer, blocks } = data
  const pictures = await picturesOf(blocks)
  const opening = [
    ...(mark === undefined ? [] : [markOf(docx, mark)]),
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: runs(docx, title) }),
    ...(subtitle === undefined ? [] : [new docx.Paragraph({ style: 'Subtitle', children: runs(docx, subtitle) })]),
  ]
  const document = new docx.Document({
    title: writable(title),
    creator: writable(author),
    lastModifiedBy: writable(author),
    description: writable(subtitle ?? ''),
    styles: stylesOf(),
    sections: [
      {
        headers: mark === undefined ? {} : { default: new docx.Header({ children: [markOf(docx, mark)] }) },
        footers: { default: new docx.Footer({ children: [footerOf(docx, footer)] }) },
        children: [...opening, ...blocks.flatMap((block) => childrenOf(docx, block, pictures))],
      },
    ],
  })
  return await docx.Packer.pack(document, 'uint8array')
}

/** What is drawn of each picture, by its drawing. */
type Drawn = ReadonlyMap<string, DrawnPicture>

async function picturesOf(blocks: readonly WordBlock[]): Promise<Drawn> {
  const drawings = [...new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.svg] : [])))]
  const drawn = await drawPictures(drawings)
  return new Map(drawn.map((picture, at) => [drawings[at] ?? '', picture]))
}

type Library = typeof Docx
type Child = Docx.Paragraph | Docx.Table

/** Text that XML can hold: no control characters but tabs, and no half of a surrogate pair. */
const writable = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\t]|[\uFFFE\uFFFF]/gu, '')

const runs = ({ TextRun }: Library, text: string, options: Docx.IRunPropertiesOptions = {}): Docx.TextRun[] => [
  new TextRun({ ...options, text: writable(text) }),
]

function stylesOf(): Docx.IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: '0B0C0C' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: 'en-GB' } },
        // Without a rule LibreOffice takes the line for its whole height, and cuts pictures off.
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
      },
      title: heading(44, 0),
      heading1: heading(32, 360),
      heading2: heading(26, 280),
      heading3: heading(24, 200),
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 26, color: grey } },
      { id: 'Guidance', name: 'Guidance', basedOn: 'Normal', quickFormat: true, run: { color: grey } },
      {
        id: 'Mark',
        name: 'Mark',
        basedOn: 'Normal',
        quickFormat: true,
        run: { bold: true, color: '942514' },
        paragraph: { spacing: { after: 120 } },
      },
    ],
  }
}

const markOf = (docx: Library, mark: string): Docx.Paragraph =>
  new docx.Paragraph({ style: 'Mark', children: runs(docx, mark) })

function footerOf(docx: Library, footer: string): Docx.Paragraph {
  const { PageNumber, TextRun } = docx
  const small = { size: 16, color: grey }
  return new docx.Paragraph({
    children: [
      ...runs(docx, footer, small),
      new TextRun({ ...small, children: ['  ·  Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })
}

function childrenOf(docx: Library, block: WordBlock, pictures: Drawn): readonly Child[] {
  const { HeadingLevel, Paragraph } = docx
  switch (block.kind) {
    case 'heading': {
      const heading = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1]
      return [new Paragraph({ ...(heading !== undefined && { heading }), children: runs(docx, block.text) })]
    }
    case 'paragraphs':
      return block.lines.map((line) => lineOf(docx, line))
    case 'guidance':
      return block.lines.map((line) => lineOf(docx, line, 'Guidance'))
    case 'picture':
      return pictureOf(docx, block, pictures)
    case 'note':
      return [noteOf(docx, block.text)]
    case 'space':
      return Array.from({ length: block.lines }, () => new Paragraph({ children: [] }))
    case 'facts':
      return tableOf(docx, {
        head: undefined,
        rows: block.rows.map(({ name, value }) => [name, value]),
        amounts: [],
        names: true,
      })
    case 'table':
      return tableOf(docx, { ...block, names: true })
  }
}

const noteOf = (docx: Library, text: string): Docx.Paragraph =>
  new docx.Paragraph({ children: runs(docx, text, { italics: true, color: grey }) })

/** Said below a picture in which something was replaced; the text of the document has letters of the reader’s own machine. */
const replacedNote = `${substitute} stands in this picture for a character, such as an emoji, that its font does not have. The text beside the picture has it.`

/** A picture below what it shows, in line with the text, so that nothing can move it over what stands beside it. */
function pictureOf(
  docx: Library,
  { title, finding, svg }: Extract<WordBlock, { readonly kind: 'picture' }>,
  pictures: Drawn,
): readonly Child[] {
  const drawn = pictures.get(svg)
  if (drawn === undefined) throw new Error(`“${title}” was not drawn`)
  const picture = new docx.ImageRun({
    type: 'png',
    data: drawn.png,
    transformation: insideOf(drawn),
    altText: { name: writable(title), title: writable(title), description: writable(finding) },
  })
  return [
    new docx.Paragraph({ keepNext: true, children: runs(docx, finding) }),
    new docx.Paragraph({ keepNext: drawn.replaced, children: [picture] }),
    ...(drawn.replaced ? [noteOf(docx, replacedNote)] : []),
  ]
}

const bullet = /^\s*[-*•–]\s+(?=\S)/

/** A line of text. The number of a numbered item is kept as it was written: another would not be what was said. */
function lineOf(docx: Library, line: string, style?: string): Docx.Paragraph {
  const styled = style === undefined ? {} : { style }
  if (bullet.test(line)) {
    return new docx.Paragraph({ ...styled, bullet: { level: 0 }, children: runs(docx, line.replace(bullet, '')) })
  }
  const indent = /^\s*\d{1,3}[.)]\s+\S/.test(line) ? { indent: { left: 360, hanging: 360 } } : {}
  return new docx.Paragraph({ ...styled, ...indent, children: runs(docx, line) })
}

type Grid = {
  readonly head: readonly string[] | undefined
  readonly rows: readonly (readonly string[])[]
  readonly amounts: readonly number[]
  /** Whether the first cell of a row is what the row is called. */
  readonly names: boolean
}

/** How many characters a row without a head may have that is never broken over two pages: some fifteen lines. */
const mostInWholeRow = 600

/** A table and the paragraph that Word needs between it and what follows. */
function tableOf(docx: Library, { head, rows, amounts, names }: Grid): readonly Child[] {
  const { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } = docx
  const { widths, points } = fitColumns([...(head === undefined ? [] : [head]), ...rows])
  const cell = (text: string, column: number, bold: boolean, shaded: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(shaded && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F2F1' } }),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            spacing: { after: 0 },
            ...(amounts.includes(column) && { alignment: AlignmentType.RIGHT }),
            children: runs(docx, line, { bold, size: points * 2 }),
          }),
      ),
    })
  const header =
    head === undefined
      ? []
      : [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: head.map((text, column) => cell(text, column, true, true)),
          }),
        ]
  const body = rows.map(
    (cells) =>
      // A row of a table is read at once; what somebody wrote beside its name may be longer than a page.
      new TableRow({
        cantSplit: head !== undefined || cells.join(' ').length <= mostInWholeRow,
        children: cells.map((text, column) => cell(text, column, names && column === 0, false)),
      }),
  )
  if (header.length + body.length === 0) return []
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: widths,
      rows: [...header, ...body],
    }),
    new Paragraph({ children: [] }),
  ]
}
