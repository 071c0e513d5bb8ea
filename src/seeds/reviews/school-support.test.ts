import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { validatePage } from '../../core/forms/index.ts'
import { appraisalOf, type ReviewRecord, sheetById } from '../../core/reviews/index.ts'
import { formOf } from '../../core/sheets/index.ts'
import { schoolSupportEntries } from './school-support.ts'

const entriesIn = (wanted: string) =>
  schoolSupportEntries
    .filter(({ sheet }) => sheet === wanted)
    .map(({ entry, content }) => ({ id: entry, version: 1, content }))
const record: ReviewRecord = {
  depth: 'quick',
  sheets: Object.fromEntries(schoolSupportEntries.map(({ sheet }) => [sheet, entriesIn(sheet)])),
}

describe('the worked example of 3BM', () => {
  it('holds the published sums in its financial ledger: a fall of 21.7% in four years', () => {
    const mutual = appraisalOf(record)?.options.find(({ option }) => option.id === 'mutual')
    const paid = mutual?.byYear.financial.map((pounds) => Math.round(-pounds)) ?? []
    assert.equal(paid[0], 977_891)
    assert.equal(paid[4], 765_641)
    assert.equal(((1 - (paid[4] ?? 0) / (paid[0] ?? 1)) * 100).toFixed(1), '21.7')
  })

  it('leaves what was not published unanswered, and can be read all the same', () => {
    for (const { sheet, entry, content } of schoolSupportEntries) {
      const asked = sheetById(sheet) ?? assert.fail(sheet)
      assert.deepEqual(validatePage(formOf(asked, record, entry), content, sheet, 'draft'), [], `${sheet} ${entry}`)
    }
  })
})
