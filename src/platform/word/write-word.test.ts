import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { allOf, readDocx, wordsOf } from '../../../tests/support/read-docx.ts'
import type { WordBlock, WordData } from './word-data.ts'
import { writeWord } from './write-word.ts'

const data = (blocks: readonly WordBlock[], more: Partial<WordData> = {}): WordData => ({
  title: 'Alder’s application',
  author: 'Alder',
  footer: 'TF-1',
  blocks,
  ...more,
})
const read = async (blocks: readonly WordBlock[], more?: Partial<WordData>) =>
  readDocx(await writeWord(data(blocks, more)))
const linesOf = async (lines: readonly string[]) =>
  (await read([{ kind: 'paragraphs', lines }])).paragraphs.slice(1).map(({ text }) => text)

describe('a Word document', () => {
  it('has its headings in the styles of headings, below its title', async () => {
    const { paragraphs } = await read(
      [
        { kind: 'heading', level: 1, text: '1. Why' },
        { kind: 'heading', level: 2, text: '1.1 Why now?' },
        { kind: 'heading', level: 3, text: 'Team 1' },
        { kind: 'guidance', lines: ['Say why'] },
        { kind: 'note', text: 'Not answered' },
      ],
      { subtitle: 'Test fund' },
    )
    assert.deepEqual(
      paragraphs.map(({ style, text }) => [style, text]),
      [
        ['Title', 'Alder’s application'],
        ['Subtitle', 'Test fund'],
        ['Heading1', '1. Why'],
        ['Heading2', '1.1 Why now?'],
        ['Heading3', 'Team 1'],
        ['Guidance', 'Say why'],
        ['', 'Not answered'],
      ],
    )
  })

  it('says in which language it is, its title and its author, and sets help in grey', async () => {
    const { files } = await read([])
    assert.match(files.get('word/styles.xml') ?? '', /<w:lang w:val="en-GB"\/>/)
    // Without the rule LibreOffice cuts pictures to the height of a line.
    assert.match(files.get('word/styles.xml') ?? '', /w:line="276" w:lineRule="auto"/)
    assert.match(files.get('word/styles.xml') ?? '', /w:styleId="Guidance".*?<w:color w:val="505A5F"\/>/)
    assert.match(files.get('docProps/core.xml') ?? '', /<dc:title>Alder’s application<\/dc:title>/)
    assert.match(files.get('docProps/core.xml') ?? '', /<dc:creator>Alder<\/dc:creator>/)
    assert.match(files.get('docProps/core.xml') ?? '', /<cp:lastModifiedBy>Alder<\/cp:lastModifiedBy>/)
  })

  it('has a footer with the number of each page, and its mark at the top and on every page', async () => {
    const { footer, header, paragraphs } = await read([], {
      footer: 'TF-1, SHA-256 abc',
      mark: 'Draft: not submitted.',
    })
    assert.match(footer, /^TF-1, SHA-256 abc .*Page .* of /)
    assert.equal(header, 'Draft: not submitted.')
    assert.equal(paragraphs[0]?.text, 'Draft: not submitted.')
    assert.equal((await read([])).header, '')
  })

  it('has real tables, with header rows that are said again on each page', async () => {
    const head = ['', 'Now', 'Then']
    const rows = [
      ['Advice', '£1,000', '£2'],
      ['Staff', '', '£3'],
    ]
    const { tables, body } = await read([{ kind: 'table', head, rows, amounts: [1, 2] }])
    assert.deepEqual(tables, [[head, ...rows]])
    assert.equal(allOf(body, 'w:tblHeader').length, 1)
    assert.equal(
      allOf(body, 'w:jc').filter(({ attributes }) => attributes['w:val'] === 'right' || attributes['w:val'] === 'end')
        .length,
      6,
    )
    const facts = await read([{ kind: 'facts', rows: [{ name: 'Lead', value: 'Alder\nBirch' }] }])
    assert.deepEqual(facts.tables, [[['Lead', 'Alder\nBirch']]])
  })

  it('breaks a row over two pages only where it has much to read', async () => {
    const rowsOf = async (value: string) =>
      allOf((await read([{ kind: 'facts', rows: [{ name: 'Why', value }] }])).body, 'w:cantSplit').map(
        ({ attributes }) => attributes['w:val'] ?? 'true',
      )
    assert.deepEqual(await rowsOf('It is short.'), ['true'])
    assert.notDeepEqual(await rowsOf('It is long. '.repeat(100)), ['true'])
  })

  it('sets lists as lists, and keeps the numbers that people wrote', async () => {
    const { paragraphs } = await read([
      { kind: 'paragraphs', lines: ['We would:', '- review', '• decide', '2. second', '-5 degrees'] },
    ])
    assert.deepEqual(
      paragraphs.slice(1).map(({ bullet, text }) => [bullet, text]),
      [
        [false, 'We would:'],
        [true, 'review'],
        [true, 'decide'],
        [false, '2. second'],
        [false, '-5 degrees'],
      ],
    )
  })

  it('has pictures in line with the text, no wider than it and no higher than a page, with what they show in words', async () => {
    const svg = (wide: number, high: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"><rect width="9" height="9"/></svg>`
    const picture = (wide: number, high: number) =>
      ({ kind: 'picture', title: 'Ranks', finding: '“A” is <first>', svg: svg(wide, high) }) as const
    const { body, files } = await read([picture(620, 310), picture(400, 2000), picture(40, 20)])
    assert.equal(allOf(body, 'wp:inline').length, 3)
    assert.equal(allOf(body, 'wp:anchor').length, 0)
    assert.equal([...files.keys()].filter((name) => /^word\/media\/.*\.png$/.test(name)).length, 3)
    for (const { attributes } of allOf(body, 'wp:docPr'))
      assert.deepEqual([attributes.title, attributes.descr], ['Ranks', '“A” is <first>'])
    assert.equal(allOf(body, 'w:p').filter((paragraph) => wordsOf(paragraph) === '“A” is <first>').length, 3)
    const inches = allOf(body, 'wp:extent').map(({ attributes: { cx, cy } }) => [
      Number(cx) / 914_400,
      Number(cy) / 914_400,
    ])
    // A4 is 8.27 by 11.69 inches, and the margins are one inch.
    for (const [wide = 0, high = 0] of inches) assert.ok(wide <= 6.27 && high <= 9.69 && wide > 0)
    const shapes = inches.map(([wide = 0, high = 0]) => Math.round((wide / high) * 100) / 100)
    assert.deepEqual(shapes, [2, 0.2, 2])
    assert.equal(inches[2]?.[0], 40 / 96)
  })

  it('says below a picture that a box stands in it for a character, and nothing where none does', async () => {
    const picture = (words: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">${words}</text></svg>`
      return { kind: 'picture', title: 'Ranks', finding: 'First', svg } as const
    }
    const notes = async (words: string) =>
      allOf((await read([picture(words)])).body, 'w:p').filter((each) => wordsOf(each).startsWith('□ stands in this'))
    assert.equal((await notes('Youth 🎉')).length, 1)
    assert.equal((await notes('Youth – Ŵ')).length, 0)
  })

  it('holds Welsh, emoji, other scripts and what looks like markup as they were written', async () => {
    const lines = ['Ŵyth gŵr a’r môr, ŷd', '👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿', '<w:p>&amp; "x" \'y\'</w:p>', 'يد 手 अ']
    assert.deepEqual(await linesOf(lines), lines)
  })

  it('drops what XML cannot hold, and nothing else', async () => {
    assert.deepEqual(await linesOf(['a\u0000b\u0008c\u000Bd\u001Fe\uFFFEf\uD800g\th']), [
      'abcdef\uFFFDg\th'.replace('\t', '\t'),
    ])
  })

  it('holds an answer of ten thousand words whole', async () => {
    const long = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(' ')
    assert.deepEqual(await linesOf([long]), [long])
  })

  it('can be read whatever the text is', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((line) => !/^\s*(?:[-*•–]|\d+[.)])\s/.test(line))
    const kept = (line: string): string => line.toWellFormed().replaceAll(/[^\P{Cc}\t]|[\uFFFE\uFFFF]/gu, '')
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (lines) => {
        assert.deepEqual(await linesOf(lines), lines.map(kept))
      }),
      { numRuns: 40 },
    )
  })
})
