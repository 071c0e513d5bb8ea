import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { type Sheet, spreadsheetOf, sumAbove } from './write-spreadsheet.ts'

const sheet: Sheet = {
  name: 'By region',
  headings: ['Region', 'Received'],
  rows: [
    ['London', 3],
    ['=1+1', 4],
    ['North & East <>', null],
    ['All', sumAbove(1, [3, 4, 0])],
  ],
}

const at = new Date('2026-01-05T09:30:00Z')

/** The files in it, by another library. */
const filesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

describe('a spreadsheet', () => {
  it('has live sums in the format of Excel, with what they come to', async () => {
    const files = filesOf(await spreadsheetOf('xlsx', [sheet], at))
    const page = files['xl/worksheets/sheet1.xml'] ?? ''
    assert.match(page, /<f>SUM\(B2:B4\)<\/f><v>7<\/v>/)
    assert.match(files['xl/workbook.xml'] ?? '', /name="By region"/)
  })

  it('says when it was written, by the time that it is given', async () => {
    for (const [kind, file] of [
      ['xlsx', 'docProps/core.xml'],
      ['ods', 'meta.xml'],
    ] as const)
      assert.match(filesOf(await spreadsheetOf(kind, [sheet], at))[file] ?? '', /2026-01-05T09:30:00/, kind)
  })

  it('keeps text as text, whatever it begins with', async () => {
    const xlsx = filesOf(await spreadsheetOf('xlsx', [sheet], at))
    const page = xlsx['xl/worksheets/sheet1.xml'] ?? ''
    assert.equal(page.match(/<f>/g)?.length, 1)
    assert.match(xlsx['xl/sharedStrings.xml'] ?? '', /<t[^>]*>=1\+1<\/t>/)
    const ods = filesOf(await spreadsheetOf('ods', [sheet], at))['content.xml'] ?? ''
    assert.match(ods, /North &amp; East &lt;&gt;/)
    assert.match(ods, />=1\+1</)
    assert.match(ods, /table:formula="of:=SUM\(\[\.B2:\.B4\]\)"/)
  })
})
