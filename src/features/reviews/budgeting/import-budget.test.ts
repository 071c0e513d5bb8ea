import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { spreadsheetOf } from '../../../platform/spreadsheet/write-spreadsheet.ts'

let ann: TestBrowser
let budget: string
let review: string
let today = ''
const life = lastFirst({ after })
before(async () => {
  const server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
  budget = `${review}/budget`
  today = /amounts\/([\w-]+)"/.exec((await ann.get(`${review}/amounts`)).body)?.[1] ?? ''
})

/** The fields of the form of a page, as a browser would send them. */
function fieldsOf(body: string): Record<string, string | string[]> {
  const text = (value = '') => value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  const fields: Record<string, string | string[]> = {}
  for (const [, name = '', value] of body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields[name] = text(value)
  for (const [, name = '', items = ''] of body.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = text(/value="([^"]*)" selected/.exec(items)?.[1])
  for (const [, name = '', value] of body.matchAll(/type="radio" value="([^"]*)" checked/g)) fields[name] = text(value)
  fields.take = [...body.matchAll(/name="take" type="checkbox" value="(\d+)" checked/g)].map(([, row]) => row ?? '')
  delete fields._csrf
  return fields
}

const pasted = [
  'Line\t2026/27\t2027/28',
  'Staff\t1,000\t1,020',
  'Fees\t(50)\t(50)',
  'Total\t950\t970',
  'Broken\tn/a\t3',
].join('\n')

describe('a budget that is imported', () => {
  it('is asked for again, with what is wrong, when it is none', async () => {
    assert.match((await ann.get(`${budget}?option=${today}`)).body, new RegExp(`value="${today}" selected`))
    const nothing = await ann.postFiles(budget, { option: '', pasted: '' }, [])
    assert.equal(nothing.status, 400)
    assert.match(nothing.body, /Select the option whose budget it is/)
    assert.match(nothing.body, /or paste the cells/)
    const broken = [{ field: 'file', name: 'budget.xlsx', body: 'PK and nothing more' }]
    assert.match((await ann.postFiles(budget, { option: today }, broken)).body, /could not be read/)
    assert.match(
      (await ann.post(`${budget}/check`, { table: '[[1]]', option: today })).body,
      /Part of the table is missing/,
    )
  })

  it('shows what its columns are, then every line and every fault, and saves what is selected', async () => {
    const mapping = await ann.postFiles(budget, { option: today, pasted }, [])
    assert.equal(mapping.status, 200)
    const chosen = fieldsOf(mapping.body)
    assert.deepEqual([chosen['column-0'], chosen['column-1'], chosen['column-2']], ['title', '0', '1'])
    const wrong = await ann.post(`${budget}/check`, { ...chosen, 'column-0': 'none' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /Select the column that says what each line is/)
    const preview = await ann.post(`${budget}/check`, chosen)
    assert.equal(preview.status, 200)
    assert.match(preview.body, /Cell B5 is not an amount: “n\/a”/)
    const fields = fieldsOf(preview.body)
    assert.deepEqual(fields.take, ['2', '3'])
    assert.match((await ann.post(`${budget}/lines`, { ...fields, take: [] })).body, /Select at least one row/)
    const saved = await ann.post(`${budget}/lines`, fields)
    assert.equal(saved.status, 303)
    const grid = await ann.get(`${review}/amounts/${today}`)
    assert.match(grid.body, /value="1020"/)
    assert.match(grid.body, /Income, council/)
    assert.doesNotMatch(grid.body, /Broken|Total/)
  })

  it('is sent again as a workbook, and replaces the amounts of the lines that are there', async () => {
    const sheet = {
      name: 'Budget',
      headings: ['Line', '2026/27'],
      rows: [
        ['Staff', 2000],
        ['Rent', 7],
      ],
    }
    const body = await spreadsheetOf('ods', [sheet], new Date('2026-01-05T09:30:00Z'))
    const mapping = await ann.postFiles(budget, { option: today, sheet: 'Budget' }, [
      { field: 'file', name: 'b.ods', body },
    ])
    assert.match(
      mapping.body,
      /has no column for 10 of the 11 years of the review\. The first is 2027 to 2028 and the last is 2036 to 2037/,
    )
    const kept = await ann.post(`${budget}/check`, fieldsOf(mapping.body))
    assert.match(kept.body, /Replaces the years of the budget and keeps one other year/)
    const preview = await ann.post(`${budget}/check`, { ...fieldsOf(mapping.body), 'other-years': 'blanked' })
    assert.match(preview.body, /Replaces the amounts of all years/)
    assert.equal((await ann.post(`${budget}/lines`, fieldsOf(preview.body))).status, 303)
    const { body: grid } = await ann.get(`${review}/amounts/${today}`)
    assert.match(grid, /value="2000"/)
    assert.doesNotMatch(grid, /value="1020"/)
    assert.equal([...grid.matchAll(/-seen"/g)].length, 3)
  })

  it('keeps the years that it does not have', async () => {
    const later = await ann.postFiles(budget, { option: today, pasted: 'Line\t2028/29\nStaff\t3,000' }, [])
    const preview = await ann.post(`${budget}/check`, fieldsOf(later.body))
    assert.equal((await ann.post(`${budget}/lines`, fieldsOf(preview.body))).status, 303)
    const { body: grid } = await ann.get(`${review}/amounts/${today}`)
    assert.match(grid, /value="2000"/)
    assert.match(grid, /value="3000"/)
  })

  it('says which lines have amounts of both signs, in which years, and takes them over all the same', async () => {
    const rows = 'Line\t2026/27\t2027/28\t2028/29\nAdvice\t500\t(20)\t300\nRefunds\t(5)\t(6)\t(7)'
    const mapping = await ann.postFiles(budget, { option: today, pasted: rows }, [])
    const preview = await ann.post(`${budget}/check`, fieldsOf(mapping.body))
    assert.match(preview.body, /Row 2, “Advice”, is below nothing in 2027 to 2028 and above nothing in other years/)
    assert.doesNotMatch(preview.body, /“Refunds”, is below/)
    assert.equal((await ann.post(`${budget}/lines`, fieldsOf(preview.body))).status, 303)
    const { body: grid } = await ann.get(`${review}/amounts/${today}`)
    assert.match(grid, /“Advice” is below nothing in 2027 to 2028[^<]*make two lines of it/)
    assert.match(grid, /value="-20"/)
  })
})
