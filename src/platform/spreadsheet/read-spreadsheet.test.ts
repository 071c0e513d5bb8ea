import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { readTable } from './read-spreadsheet.ts'
import { spreadsheetOf } from './write-spreadsheet.ts'

const limits = { rows: 10, columns: 4, unpackedBytes: 1_000_000 }
const read = (bytes: Uint8Array | string, sheet = '') =>
  readTable(typeof bytes === 'string' ? strToU8(bytes) : bytes, sheet, limits)
const sheets = [
  { name: 'Notes', headings: ['About'], rows: [['It is a budget']] },
  {
    name: 'Budget',
    headings: ['Line', '2026/27'],
    rows: [
      ['Staff', 1905000.1],
      ['Cafés', -0.07],
      ['Sum', null],
    ],
  },
]

describe('a table that was sent', () => {
  it('is read of workbooks of both kinds, by the name of the sheet', async () => {
    for (const kind of ['xlsx', 'ods'] as const) {
      const bytes = await spreadsheetOf(kind, sheets, new Date('2026-01-05T09:30:00Z'))
      const found = await read(bytes, 'Budget')
      assert.ok(found.ok, kind)
      assert.deepEqual(
        found.value.slice(0, 3),
        [
          ['Line', '2026/27'],
          ['Staff', '1905000.1'],
          ['Cafés', '-0.07'],
        ],
        kind,
      )
      const first = await read(bytes)
      assert.equal(first.ok && first.value[1]?.[0], 'It is a budget', kind)
      assert.deepEqual(await read(bytes, 'None'), {
        ok: false,
        problems: [{ code: 'sheet-missing', sheets: ['Notes', 'Budget'] }],
      })
    }
  })

  it('is read of text with commas, tabs or semicolons, in UTF-8 or as Windows saves it', async () => {
    const rows = [
      ['Line', '2026'],
      ['Fees', '£1,000'],
    ]
    for (const text of [
      'Line,2026\r\nFees,"£1,000"\r\n',
      '\ufeffLine,2026\nFees,"£1,000"',
      'Line\t2026\nFees\t£1,000',
      'Line;2026\nFees;"£1,000"',
    ])
      assert.deepEqual(await read(text), { ok: true, value: rows }, text)
    const windows = Uint8Array.from([...'Line,2026\nFees,"£1,000"'].map((letter) => letter.charCodeAt(0)))
    assert.deepEqual(await read(windows), { ok: true, value: rows })
  })

  it('is cut one beyond its limits, so that more is noticed', async () => {
    const text = Array.from({ length: 30 }, () => 'a,b,c,d,e,f').join('\n')
    const found = await read(text)
    assert.deepEqual(found.ok && [found.value.length, found.value[0]?.length], [11, 5])
  })

  it('is refused when it is broken, or too large when it is unpacked', async () => {
    const unreadable = { ok: false, problems: [{ code: 'file-unreadable' }] }
    assert.deepEqual(await read('PK\u0003\u0004 and nothing more'), unreadable)
    assert.deepEqual(await read(zipSync({ 'a.txt': strToU8('x') })), unreadable)
    assert.deepEqual(await read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), unreadable)
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(2_000_000) })
    assert.ok(bomb.length < 10_000)
    assert.deepEqual(await read(bomb), { ok: false, problems: [{ code: 'file-too-large' }] })
  })
})
