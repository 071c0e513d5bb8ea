import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { type DocumentData, SUBSTITUTE, SUBSTITUTE_NOTE, templateInput } from './document-data.ts'
import { openPdf } from './pdf.ts'
import { type ReceiptDocument, receiptDocument } from './receipt.ts'

const receipt: ReceiptDocument = {
  fund: 'Delivering Differently',
  round: 'Expression of interest',
  reference: 'DD-2026-7K3F-W',
  authority: 'Cyngor Ynys Ŵyth',
  submittedAt: new Date('2026-07-01T15:58:07.900Z'),
  contentSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sections: [
    {
      title: 'The service',
      answers: [
        { question: 'What are the drivers for change?', answer: 'Demand is up.\n\nMoney is down: tŷ, dŵr, gwŷdd.' },
        { question: 'Which models have you considered?', answer: '' },
      ],
    },
  ],
}

const withAnswer = (answer: string): ReceiptDocument => ({
  ...receipt,
  sections: [{ title: 'One', answers: [{ question: 'Q', answer }] }],
})

/** The objects of a PDF by number: as written, and the stream opened. */
function objectsOf(bytes: Uint8Array): Map<string, { body: string; stream: string }> {
  const objects = new Map<string, { body: string; stream: string }>()
  for (const [, id = '', body = ''] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\n(\d+) 0 obj\b(.*?)\nendobj/gs)) {
    const [dictionary = '', raw = ''] = body.split(/\nstream\r?\n/, 2)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const held = Buffer.from(raw.slice(0, length), 'latin1')
    const open = /FlateDecode/.test(dictionary) && !/FontFile|Subtype/.test(dictionary)
    objects.set(id, { body: dictionary, stream: open ? inflateSync(held).toString('latin1') : raw })
  }
  return objects
}

/** A string literal of a content stream, as 16-bit glyph numbers. */
function glyphsOf(literal: string): number[] {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const plain = literal.replaceAll(/\\([0-7]{1,3}|.)/gs, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (named[escaped] ?? escaped),
  )
  return Array.from(
    { length: plain.length / 2 },
    (_, index) => plain.charCodeAt(2 * index) * 256 + plain.charCodeAt(2 * index + 1),
  )
}

/** The text of a PDF, page by page, read through each font's own ToUnicode table: what a reader would copy out. */
const textOf = (bytes: Uint8Array): string => pagesOf(bytes).join('')

function pagesOf(bytes: Uint8Array): readonly string[] {
  const objects = objectsOf(bytes)
  const unicode = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  const fontOf = (id: string): Map<number, string> => {
    const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.body ?? '')?.[1] ?? '')?.stream ?? ''
    const pairs = [...table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g)]
    return new Map(pairs.map(([, glyph = '', hex = '']) => [Number.parseInt(glyph, 16), unicode(hex)]))
  }
  const pages: string[] = []
  for (const { body } of objects.values()) {
    if (!/\/Type \/Page\b/.test(body)) continue
    let text = ''
    const fonts = new Map([...body.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(id)]))
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '')?.stream ?? ''
    let font: Map<number, string> | undefined
    for (const [, name, literal] of content.matchAll(/\/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\)/gs)) {
      if (name !== undefined) font = fonts.get(name)
      else for (const glyph of glyphsOf(literal ?? '')) text += font?.get(glyph) ?? '\ufffd'
    }
    pages.push(text)
  }
  return pages
}
const inOneLine = (text: string): string => text.replaceAll(/[\s\u200b]+/g, '')

describe('a PDF', () => {
  const pdf = openPdf()
  after(() => pdf.close())

  it('is tagged PDF/UA-1 with its title, author, time and British English', async () => {
    const source = Buffer.from(await pdf.receipt(receipt)).toString('latin1')
    assert.match(source, /^%PDF-1\.7/)
    assert.match(source, /<pdfuaid:part>1<\/pdfuaid:part>/)
    assert.match(source, /\/StructTreeRoot \d+ 0 R/)
    assert.match(source, /\/Marked true/)
    assert.match(source, /\/Lang ?\(en-GB\)/)
    assert.match(source, /\/DisplayDocTitle true/)
    assert.match(source, /\/Title ?\(Application received\)/)
    assert.match(source, /\/CreationDate ?\(D:20260701155807/)
    for (const tag of ['H1', 'H2', 'P', 'Title']) assert.match(source, new RegExp(`/S ?/${tag}\\b`))
  })

  it('has a drawing with what it shows in words, though no font has a character in it', async () => {
    const data: DocumentData = {
      title: 'Drawn',
      author: 'Test',
      footer: 'Test',
      createdAt: new Date('2026-07-01T15:58:07Z'),
      blocks: [
        { kind: 'heading', level: 1, text: 'A picture' },
        {
          kind: 'picture',
          caption: 'What it is of',
          alternative: 'One line rises',
          svg: '<svg xmlns="http://www.w3.org/2000/svg" width="620" height="80"><style>text{font-family:"Libertinus Serif"}</style><line x1="0" x2="100%" y1="60" y2="10" stroke="#000"/><text x="5" y="20">中 line</text></svg>',
        },
      ],
    }
    const bytes = await pdf.document(data)
    const source = Buffer.from(bytes).toString('latin1')
    assert.match(source, /\/S ?\/Figure\b/)
    assert.match(source, /\/Alt ?\(One line rises\)/)
  })

  it('shows all that a receipt says, as it was asked and answered', async () => {
    const text = inOneLine(textOf(await pdf.receipt({ ...receipt, illustrative: 'Illustrative data' })))
    for (const shown of [
      'Delivering Differently',
      'Your reference',
      'DD-2026-7K3F-W',
      'Cyngor Ynys Ŵyth',
      '4:58:07pm BST on Wednesday 1 July 2026',
      'ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad',
      'What are the drivers for change?',
      'Money is down: tŷ, dŵr, gwŷdd.',
      'Not answered',
      'Page 1 of 1',
    ]) {
      assert.ok(text.includes(inOneLine(shown)), shown)
    }
    assert.equal(text.split(inOneLine('Illustrative data')).length - 1, 2)
  })

  it('prints what looks like a program and runs none of it', async () => {
    const hostile =
      '#include "document.typ" \\ $x^2$ #panic() *bold* _em_ <label> @ref // gone? /* gone? */ ``` " \\u{41} [] {} = H'
    const text = inOneLine(textOf(await pdf.receipt(withAnswer(`${hostile}\n= not a heading\n- not a list`))))
    assert.ok(text.includes(inOneLine(hostile)))
    assert.ok(text.includes('=notaheading-notalist'))
  })

  it('prints all of 20,000 characters, with spaces and without one', async () => {
    const words = Array.from({ length: 4000 }, (_, index) => String(index).padStart(4, '0')).join(' ')
    const printed = inOneLine(
      textOf(await pdf.receipt(withAnswer(words))).replaceAll(/DD-2026-7K3F-W·received.*?Page\d+of\d+/g, ''),
    )
    for (const word of words.split(' ')) assert.ok(printed.includes(word), word)
    const text = textOf(await pdf.receipt(withAnswer('ŷ'.repeat(20_000))))
    assert.equal([...text.matchAll(/ŷ/g)].length, 20_000)
  })

  it('puts a box for what no font has, and says so; Welsh letters are themselves', async () => {
    const text = inOneLine(textOf(await pdf.receipt(withAnswer('Ŵ ŵ Ŷ ŷ â 中文 𒀀 \u0000\u0007\ufeff\ud800 end'))))
    assert.ok(text.includes(`ŴŵŶŷâ${SUBSTITUTE}${SUBSTITUTE}`), text)
    assert.ok(text.includes(inOneLine(SUBSTITUTE_NOTE)))
    assert.ok(text.includes('end'))
    assert.ok(!inOneLine(textOf(await pdf.receipt(receipt))).includes(inOneLine(SUBSTITUTE_NOTE)))
  })

  it('is made of any text at all', async () => {
    const aText = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(aText, aText, async (one, other) => {
        const bytes = await pdf.document({
          ...letter,
          title: one,
          label: other,
          blocks: [{ kind: 'paragraph', text: other }],
        })
        assert.ok(bytes.length > 1000)
      }),
      { numRuns: 30, examples: [['😀👨‍👩‍👧', 'e\u20ff क्ष مرحبا']] },
    )
  })

  const letter: DocumentData = {
    title: 'Support for ten councils',
    author: 'Cabinet Office',
    footer: 'Delivering Differently',
    createdAt: new Date('2014-04-01T09:00:00Z'),
    blocks: [
      { kind: 'heading', level: 1, text: 'Costs' },
      {
        kind: 'table',
        caption: 'What it costs',
        columns: [{ text: 'Lot' }, { text: 'Pounds', amounts: true }],
        rows: [['Options appraisal', '£60,000']],
      },
      { kind: 'list', items: ['First point', 'Second point'] },
      { kind: 'rows', rows: [{ key: 'Lead', value: 'Walsall' }] },
    ],
  }

  it('has tables with header cells, lists and headings as such', async () => {
    const bytes = await pdf.document(letter)
    const source = Buffer.from(bytes).toString('latin1')
    for (const tag of ['Table', 'TH', 'TD', 'L', 'LI', 'Caption'])
      assert.match(source, new RegExp(`/S ?/${tag}\\b`), tag)
    for (const shown of ['What it costs', '£60,000', 'Second point', 'Walsall']) {
      assert.ok(inOneLine(textOf(bytes)).includes(inOneLine(shown)), shown)
    }
  })

  it('begins a page where it is told to, and never parts a question from its answer', async () => {
    for (let lines = 30; lines < 60; lines += 3) {
      const filler = { kind: 'list', items: Array.from({ length: lines }, (_, line) => `Line ${line}`) } as const
      const bytes = await pdf.document({
        ...letter,
        blocks: [
          { kind: 'heading', level: 1, text: 'Before' },
          filler,
          { kind: 'question', text: 'What is asked?' },
          { kind: 'answer', text: 'What is said', blank: '' },
          { kind: 'heading', level: 1, text: 'Another sheet', onNewPage: true },
        ],
      })
      const pages = pagesOf(bytes).map(inOneLine)
      const on = (words: string) => pages.findIndex((page) => page.includes(inOneLine(words)))
      assert.equal(on('What is asked?'), on('What is said'), `after ${lines} lines`)
      assert.equal(on('Another sheet'), on('What is said') + 1)
    }
  })

  it('is the same, byte for byte, of the same data', async () => {
    assert.deepEqual(await pdf.document(letter), await pdf.document(letter))
  })

  it('has no rule for pages and text that reads its data, or nothing would be laid out once for all documents', () => {
    const template = readFileSync(new URL('document.typ', import.meta.url), 'utf8')
    const statements = template.split(/\n(?=#|\n)/).map((statement) => statement.trim())
    const reads = (statement: string, names: readonly string[]): boolean =>
      names.some((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(statement))
    const fromData = ['data']
    for (const statement of statements) {
      const [, name] = /^#let ([\w-]+)/.exec(statement) ?? []
      if (name !== undefined && reads(statement.slice(statement.indexOf('=')), fromData)) fromData.push(name)
    }
    const rules = statements.filter((statement) => /^#(set|show) /.test(statement))
    assert.ok(rules.length > 10)
    // The title and the author are those of the file, and reach no text.
    assert.deepEqual(
      rules.filter((rule) => reads(rule, fromData)).map((rule) => rule.slice(0, 13)),
      ['#set document'],
    )
  })

  it('is refused when a table’s row does not fit, and the next is made', async () => {
    const short: DocumentData = { ...letter, blocks: [{ kind: 'table', columns: [{ text: 'A' }], rows: [['1', '2']] }] }
    await assert.rejects(pdf.document(short), /a cell for each column/)
    assert.ok((await pdf.document(letter)).length > 1000)
  })
})

describe('the typesetter', () => {
  it('is loaded at the first document, ends when idle, and is loaded again', async () => {
    const pdf = openPdf({ idleMs: 1 })
    assert.equal(pdf.loaded(), false)
    const first = pdf.receipt(receipt)
    assert.equal(pdf.loaded(), true)
    await first
    while (pdf.loaded()) await setImmediate()
    assert.ok((await pdf.receipt(receipt)).length > 1000)
    await pdf.close()
    assert.equal(pdf.loaded(), false)
  })

  it('gives each of many who ask at once the document that they asked for', async () => {
    const pdf = openPdf({ most: 2 })
    const answers = Array.from({ length: 16 }, (_, index) => `Answer number ${index} of many.`)
    const documents = await Promise.all(answers.map((answer) => pdf.receipt(withAnswer(answer))))
    assert.deepEqual(
      documents.map((bytes, index) => textOf(bytes).includes(answers[index] ?? '')),
      answers.map(() => true),
    )
    await pdf.close()
    assert.equal(pdf.loaded(), false, 'all of them have ended')
  })

  it('leaves nobody waiting when it is closed', async () => {
    const pdf = openPdf()
    const waiting = pdf.receipt(receipt)
    await Promise.all([assert.rejects(waiting, /closed/), pdf.close()])
    assert.ok((await pdf.receipt(receipt)).length > 1000)
    await pdf.close()
  })

  it('gives up on a document that takes too long', async () => {
    const pdf = openPdf({ longestMs: 1 })
    await assert.rejects(pdf.receipt(withAnswer('word '.repeat(200_000))), /too long/)
    await pdf.close()
  })

  it('is closed before the process that waits for it ends', async () => {
    const program = `
      const { openPdf } = await import(${JSON.stringify(new URL('./pdf.ts', import.meta.url).href)})
      const pdf = openPdf()
      await pdf.pages({ title: 'T', author: 'A', footer: 'F', createdAt: new Date(0), blocks: [] })
      await pdf.close()
      console.log('closed')`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
    assert.equal(stdout, 'closed\n')
  })
})

describe('the data of a document', () => {
  it('has paragraphs at blank lines, however they were typed', () => {
    const { blocks } = JSON.parse(
      templateInput(receiptDocument(withAnswer('a\r\nb\r\n \r\n\r\nc\td\u2028e')), new Set()),
    )
    assert.deepEqual(blocks.at(-1), {
      kind: 'answer',
      text: [
        ['a', 'b'],
        ['c    d', 'e'],
      ],
      blank: 'Not answered',
    })
  })

  it('lets a long run break without losing or showing anything', () => {
    const { blocks } = JSON.parse(templateInput(receiptDocument(withAnswer(`${'é'.repeat(95)} short`)), new Set()))
    const [[line]] = blocks.at(-1).text
    assert.equal(line.replaceAll('\u200b', ''), `${'é'.repeat(95)} short`)
    assert.deepEqual(
      line.split('\u200b').map((piece: string) => piece.length),
      [30, 30, 30, 11],
    )
  })
})
