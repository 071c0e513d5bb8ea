import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readCsv } from './read-csv.ts'
import { type Column, csvOf, csvStream } from './write-csv.ts'

type Row = { name: string; note: string }
const columns: Column<Row>[] = [
  { heading: 'Name', cell: ({ name }) => name },
  { heading: 'Note', cell: ({ note }) => note },
]
const bytes = (source: string): Uint8Array => new TextEncoder().encode(source)
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', '=', "'", 'ŵ') }),
)
const anyRows = fc.array(fc.record({ name: anyText, note: anyText }), { maxLength: 8 })

describe('a CSV file for machines', () => {
  it('is what RFC 4180 says', () => {
    const rows = [
      { name: 'Ynys Môn', note: 'plain' },
      { name: 'a,b', note: 'said "yes"' },
      { name: 'two\nlines', note: '=1+1' },
    ]
    assert.equal(
      csvOf(columns, rows, { forPeople: false }),
      'Name,Note\r\nYnys Môn,plain\r\n"a,b","said ""yes"""\r\n"two\nlines",=1+1\r\n',
    )
    assert.equal(csvOf(columns, [], { forPeople: false }), 'Name,Note\r\n')
  })

  it('comes back as it was, whatever was in it', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const read = readCsv(bytes(csvOf(columns, rows, { forPeople: false })), ['Note', 'Name'])
        assert.ok(read.ok)
        assert.deepEqual(
          read.value.map(({ cells }) => ({ ...cells })),
          rows.map(({ name, note }) => ({ Note: note, Name: name })),
        )
      }),
    )
  })

  it('keeps an empty cell that is alone on its line', () => {
    const alone: Column<string>[] = [{ heading: 'Name', cell: (name) => name }]
    const read = readCsv(bytes(csvOf(alone, ['a', '', 'b'], { forPeople: false })), ['Name'])
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.map(({ cells }) => cells.Name),
      ['a', '', 'b'],
    )
  })

  it('is the same whole and streamed', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.boolean(), async (rows, forPeople) => {
        const streamed = Buffer.concat(await csvStream(columns, rows, { forPeople }).toArray()).toString()
        assert.equal(streamed, csvOf(columns, rows, { forPeople }))
      }),
    )
  })

  it('fails when its rows do', async () => {
    async function* rows(): AsyncGenerator<Row> {
      yield { name: 'a', note: 'b' }
      throw new Error('the database went away')
    }
    await assert.rejects(text(csvStream(columns, rows(), { forPeople: false })), /the database went away/)
  })

  it('writes every kind of cell', () => {
    const cells = [1.5, -2, true, false, new Date('2026-07-01T16:00:00Z'), null, undefined, '']
    const csv = csvOf(
      [
        { heading: 'x', cell: (cell: (typeof cells)[number]) => cell },
        { heading: 'y', cell: () => 'y' },
      ],
      cells,
      {
        forPeople: true,
      },
    )
    assert.equal(
      csv,
      '\ufeffx,y\r\n1.5,y\r\n-2,y\r\ntrue,y\r\nfalse,y\r\n2026-07-01T16:00:00.000Z,y\r\n,y\r\n,y\r\n,y\r\n',
    )
    assert.throws(
      () => csvOf([{ heading: 'x', cell: () => new Date(Number.NaN) }], [1], { forPeople: false }),
      RangeError,
    )
  })
})

describe('a CSV file for people', () => {
  it('starts with a byte order mark and runs nothing', () => {
    const rows = [{ name: '=cmd|x', note: '@SUM(1)' }]
    assert.equal(csvOf(columns, rows, { forPeople: true }), "\ufeffName,Note\r\n'=cmd|x,'@SUM(1)\r\n")
    const hostileHeading = [{ heading: '=1+1', cell: (): string => '' }]
    assert.ok(csvOf(hostileHeading, [], { forPeople: true }).startsWith("\ufeff'=1+1"))
  })
})

describe('reading a CSV file', () => {
  const limits = { bytes: 1000, rows: 3, rowCharacters: 50 }
  const read = (source: string | Uint8Array) =>
    readCsv(typeof source === 'string' ? bytes(source) : source, ['code', 'name'], limits)

  it('takes headings in any order, others beside them, a byte order mark and blank lines', () => {
    const result = read('\ufeffname, code ,other\r\nŴ,1,x\n\n"two\nlines",2,\r\n')
    assert.deepEqual(result, {
      ok: true,
      value: [
        { line: 2, cells: { code: '1', name: 'Ŵ' } },
        { line: 5, cells: { code: '2', name: 'two\nlines' } },
      ],
    })
  })

  const refusals: [string, string | Uint8Array, unknown[]][] = [
    ['too many bytes', 'x'.repeat(1001), [{ code: 'csv-too-large', bytes: 1001, most: 1000 }]],
    ['one row too many', 'code,name\n1,a\n2,b\n3,c\n4,d', [{ code: 'csv-too-many-rows', most: 3 }]],
    ['a row too long', `code,name\n1,a\n2,${'b'.repeat(60)}`, [{ code: 'csv-row-too-long', line: 3, most: 50 }]],
    ['other letters', Uint8Array.of(99, 111, 100, 101, 0xff), [{ code: 'csv-not-utf8' }]],
    ['nothing', '', [{ code: 'csv-empty' }]],
    ['only blank lines', '\n\n', [{ code: 'csv-empty' }]],
    ['no such heading', 'code\n1', [{ code: 'csv-heading-missing', heading: 'name' }]],
    ['a heading twice', 'code,name,code\n', [{ code: 'csv-heading-repeated', heading: 'code' }]],
    ['too many cells', 'code,name\n1,a,extra', [{ code: 'csv-malformed', line: 2 }]],
    ['too few cells', 'code,name\n1,a\n2', [{ code: 'csv-malformed', line: 3 }]],
    ['an open quote', 'code,name\n1,"a', [{ code: 'csv-malformed', line: 2 }]],
  ]
  for (const [what, source, problems] of refusals) {
    it(`refuses ${what} and says so`, () => {
      assert.deepEqual(read(source), { ok: false, problems })
    })
  }

  it('takes as many rows as the limit', () => {
    const result = read('code,name\n1,a\n2,b\n3,c\n')
    assert.ok(result.ok)
    assert.equal(result.value.length, 3)
  })

  it('is not fooled by the names that every object has', () => {
    const result = readCsv(bytes('__proto__,constructor\na,b\n'), ['__proto__', 'constructor'])
    assert.ok(result.ok)
    assert.deepEqual(Object.entries(result.value[0]?.cells ?? {}), [
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })
})
