import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { appraisalOf } from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { sheets } from '../sheets/index.ts'
import { economicBlocks, financialBlocks } from './money-blocks.ts'
import type { ReportBlock, ReportTable } from './report-block.ts'
import { sheetBlocks, shortBlocks } from './sheet-blocks.ts'
import { paybackWords, ratioWords, switchingWords } from './switching-words.ts'

const option = (id: string, model: string) => ({ id, version: 1, content: { title: id, model, description: 'So' } })
const line = (of: string, kind: string, amount: number) => ({
  id: `${of}-${kind}`,
  version: 1,
  content: {
    option: of,
    title: 'Staff',
    kind,
    bearer: 'council',
    nature: 'resource',
    basis: 'real',
    pounds: [{ row: 'year-0', amount }],
  },
})
const names = ['usual', 'least', 'shared', 'mutual', 'trust']
const models = ['in-house-as-is', 'in-house-improved', 'shared-service', 'mutual', 'charity']
const record: ReviewRecord = {
  depth: 'standard',
  sheets: {
    options: names.map((name, at) => option(name, models[at] ?? '')),
    lines: names.map((name, at) => line(name, 'cost', 1000 - 100 * at)),
  },
}
const appraisal = appraisalOf(record) ?? assert.fail('there is money')
const tablesIn = (blocks: readonly ReportBlock[]): readonly ReportTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const sheet = (id: string) => sheets.find((each) => each.id === id) ?? assert.fail(id)

describe('where no benefit has a price', () => {
  it('there is no ratio of benefits and no change of them, and costs can still be compared', () => {
    const switching = { costsForZero: 0, benefitsForZero: null, costsForEqual: 1.25, benefitsForEqual: null }
    assert.equal(ratioWords({ ratio: 0, pvBenefits: 0 }), '–')
    assert.equal(ratioWords({ ratio: 0, pvBenefits: 1 }), '0.00')
    assert.equal(ratioWords({ ratio: null, pvBenefits: 1 }), 'None')
    assert.deepEqual(switchingWords({ switching, pvBenefits: 0 }), {
      costsForZero: 'No benefit has a price',
      benefitsForZero: 'No benefit has a price',
      costsForEqual: '25.0% more',
      benefitsForEqual: 'No benefit has a price',
    })
    assert.equal(switchingWords({ switching, pvBenefits: 1 }).costsForZero, '100.0% less')
  })

  it('is said so in the report', () => {
    const [, ratios] = tablesIn(economicBlocks(appraisal, 'trust'))
    assert.deepEqual(ratios?.rows[0]?.slice(0, 3), ['usual', '–', '–'])
  })
})

describe('several things that one question asks for', () => {
  it('are a table in the report, a row for each and a column for each thing that is asked of it', () => {
    const objectives = [
      { objective: 'Reach more', measure: 'Counted by postcode' },
      { objective: 'Open at weekends', measure: 'By 2027' },
    ]
    const [table] = tablesIn(
      shortBlocks(sheet('drivers'), {
        depth: 'quick',
        sheets: { drivers: [{ id: 'page', version: 1, content: { objectives } }] },
      }),
    )
    assert.deepEqual(
      table?.columns.map(({ text }) => text),
      ['Objective', 'How will it be seen, and by when?'],
    )
    assert.deepEqual(table?.rows, [
      ['Reach more', 'Counted by postcode'],
      ['Open at weekends', 'By 2027'],
    ])
  })
})

describe('how soon an option pays for itself', () => {
  it('is not asked of what others are measured against', () => {
    assert.equal(paybackWords({ payback: 'nothing', isUsual: true }), 'Others are measured against it')
    assert.equal(paybackWords({ payback: 'never', isUsual: false }), 'Never')
    assert.equal(paybackWords({ payback: 'nothing', isUsual: false }), 'Nothing to pay back')
    assert.equal(paybackWords({ payback: 3.04, isUsual: false }), '3.0 years')
  })
})

describe('options side by side', () => {
  it('are as many in each table, about, and each is in one', () => {
    const tables = tablesIn(financialBlocks(appraisal)).filter(({ caption }) => caption.startsWith('Paid and got'))
    assert.deepEqual(
      tables.map(({ columns }) => columns.slice(1).map(({ text }) => text)),
      [
        ['usual', 'least', 'shared'],
        ['mutual', 'trust'],
      ],
    )
  })
})

describe('figures that people wrote', () => {
  it('stand year by year in a table of their own, between what was said around them', () => {
    const past = [{ row: 'before-3', demand: 450_000, gross: 2_900_000, income: 210_000 }]
    const demand = [{ id: 'page', version: 1, content: { past, source: 'Counts of visits' } }]
    const blocks = sheetBlocks(sheet('demand'), { ...record, sheets: { ...record.sheets, demand } })
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['heading', 'table', 'facts'],
    )
    const [table] = tablesIn(blocks)
    assert.deepEqual(table?.rows, [['2023 to 2024', '450,000', '2,900,000', '210,000']])
    assert.deepEqual(
      table?.columns.map(({ amounts }) => amounts),
      [false, true, true, true],
    )
  })

  it('are lined up in the tables that lists are in short', () => {
    const staff = [
      { id: 'one', version: 1, content: { title: 'Assistants', posts: 40, cost: 1_240_000, transfers: 'yes' } },
    ]
    const [table] = tablesIn(shortBlocks(sheet('staff'), { ...record, sheets: { ...record.sheets, staff } }))
    assert.deepEqual(
      table?.columns.map(({ text, amounts = false }) => [text, amounts]),
      [
        ['Staff group', false],
        ['Full-time equivalents', true],
        ['Cost a year', true],
        ['Whether they would transfer', false],
      ],
    )
  })
})
