import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { libreOffice, openInLibreOffice } from '../../../../tests/support/open-in-libreoffice.ts'
import { recalculate } from '../../../../tests/support/recalculate.ts'
import type { Json } from '../../../core/canonical/index.ts'
import { appraisalOf, type ReviewAppraisal, type ReviewRecord } from '../../../core/reviews/index.ts'
import { spreadsheetOf } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import type { Review } from '../reviews.store.ts'
import { writeFigures } from './write-figures.ts'

const at = new Date('2026-11-02T10:00:00Z')
const review: Review = {
  id: 'r',
  reference: 'REVIEW-2026-ABC',
  organisationId: 'X',
  council: 'Marlbury',
  title: '=Youth',
  depth: 'standard',
  illustrative: true,
  startedAt: at,
  application: null,
  roles: ['lead'],
}

const entry = (id: string, content: Record<string, Json>) => ({ id, version: 1, content })
const models = { Usual: 'in-house-as-is', Mutual: 'mutual', Company: 'council-company' } as const

function recordOf(
  years: number,
  lines: readonly Record<string, Json>[],
  risks: readonly Record<string, Json>[] = [],
): ReviewRecord {
  return {
    depth: 'standard',
    sheets: {
      options: Object.entries(models).map(([id, model]) => entry(id, { title: id, model, description: 'x' })),
      money: [entry('page', { first: 2022, years, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
      lines: lines.map((content, index) => entry(`line-${index}`, content)),
      risks: risks.map((content, index) => entry(`risk-${index}`, content)),
    },
  }
}

const appraised = (record: ReviewRecord): ReviewAppraisal => appraisalOf(record) ?? assert.fail('not appraised')
const bookOf = async (appraisal: ReviewAppraisal) =>
  recalculate(await spreadsheetOf('xlsx', writeFigures(review, appraisal, at), at))

function near(value: unknown, wanted: number, what: string): void {
  const within = 1e-9 * Math.max(1, Math.abs(wanted))
  assert.ok(typeof value === 'number' && Math.abs(value - wanted) <= within, `${what}: ${value} is not ${wanted}`)
}

const line = (over: Record<string, Json>): Record<string, Json> => ({
  option: 'Usual',
  title: 'Staff',
  kind: 'cost',
  bearer: 'council',
  nature: 'resource',
  basis: 'real',
  ...over,
})
const amounts = (...pounds: readonly number[]): Json => pounds.map((amount, year) => ({ row: `year-${year}`, amount }))

describe('the spreadsheet of a review', () => {
  it('works out the example of the Green Book by itself (tables 7 and 8)', async () => {
    const nominal = [0, 1, 2, 3, 4, 5].map((year) => 1000 * 1.02 ** year)
    const record = recordOf(5, [line({ basis: 'nominal', pounds: amounts(...nominal) })])
    const from2024 = { ...record, sheets: { ...record.sheets, money: [entry('page', { first: 2024, years: 5 })] } }
    const book = await bookOf(appraised(from2024))
    const found = book.valueOf('Results', 'C2')
    assert.ok(typeof found === 'number' && Math.abs(found - 5515.052375) < 1e-6, String(found))
  })

  it('comes to what the page says, whatever lines, risks and years there are', async () => {
    const pick = <Id extends string>(...ids: readonly Id[]) => fc.constantFrom(...ids)
    const anyLine = fc.record({
      option: pick('Usual', 'Mutual', 'Company'),
      title: pick('Staff', '=1+1', 'Premises <&>'),
      kind: pick('cost', 'income', 'benefit'),
      bearer: pick('council', 'other-public', 'society'),
      nature: pick('resource', 'transfer', 'depreciation', 'sunk', 'not-cash'),
      basis: pick('real', 'nominal'),
      growth: fc.integer({ min: -20, max: 20 }),
      bias: fc.integer({ min: 0, max: 200 }),
      mitigated: fc.integer({ min: 0, max: 100 }),
      pounds: fc.array(fc.integer({ min: -1000, max: 100_000 }), { maxLength: 70 }).map((each) => amounts(...each)),
    })
    const anyRisk = fc.record({
      option: pick('Usual', 'Mutual'),
      title: pick('Late', 'Dear'),
      probability: fc.integer({ min: 0, max: 100 }),
      cost: fc.integer({ min: 0, max: 90_000 }),
      year: fc.integer({ min: 0, max: 70 }).map((year) => `year-${year}`),
    })
    const drawn = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.array(anyLine, { maxLength: 8 }),
      fc.array(anyRisk, { maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(drawn, async ([years, lines, risks]) => {
        const appraisal = appraised(recordOf(years, [line({ pounds: amounts(1000) }), ...lines], risks))
        const book = await bookOf(appraisal)
        appraisal.options.forEach(({ option, economic, equivalentAnnualCost, financial }, index) => {
          const value = (column: string) => book.valueOf('Results', `${column}${index + 2}`)
          assert.equal(value('B'), option.title)
          near(value('C'), economic.pvPublicCosts, 'public costs')
          near(value('D'), economic.pvOtherCosts, 'other costs')
          near(value('E'), economic.pvBenefits, 'benefits')
          near(value('F'), economic.npsv, 'net present social value')
          near(value('G'), economic.againstBusinessAsUsual.npsv, 'against business as usual')
          near(value('J'), equivalentAnnualCost, 'a year')
          near(value('K'), financial, 'accounts')
        })
      }),
      { numRuns: 25 },
    )
  })

  const skip = libreOffice === undefined && 'LibreOffice is not on this machine'
  it('comes to the same in LibreOffice, where there is one', { skip }, async () => {
    const lines = [
      line({ growth: 2, bias: 24, mitigated: 40, pounds: amounts(90_000, 91_234, 0, 1000) }),
      line({ kind: 'income', bearer: 'other-public', basis: 'nominal', pounds: amounts(0, 4000, 4100) }),
      line({ option: 'Mutual', pounds: amounts(88_000, 70_000) }),
      line({ option: 'Mutual', kind: 'benefit', bearer: 'society', nature: 'not-cash', pounds: amounts(0, 12_345) }),
      line({ option: 'Company', nature: 'transfer', growth: -3, pounds: amounts(5000, 5000, 5000) }),
    ]
    const risks = [{ option: 'Mutual', title: 'Late', probability: 35, cost: 40_000, year: 'year-2' }]
    const appraisal = appraised(recordOf(12, lines, risks))
    const bytes = await spreadsheetOf('xlsx', writeFigures(review, appraisal, at), at)
    const results = (await openInLibreOffice(libreOffice ?? '', bytes)).get('Results') ?? []
    assert.equal(appraisal.options.length, 3)
    appraisal.options.forEach(({ option, economic, equivalentAnnualCost, financial }, index) => {
      const [, title, ...figures] = results[index + 1] ?? []
      assert.equal(title, option.title)
      const { pvPublicCosts, pvOtherCosts, pvBenefits, npsv, againstBusinessAsUsual } = economic
      const wanted = [pvPublicCosts, pvOtherCosts, pvBenefits, npsv, againstBusinessAsUsual.npsv]
      for (const [at, value] of wanted.entries()) near(Number(figures[at]), value, `figure ${at}`)
      near(Number(figures[7]), equivalentAnnualCost, 'a year')
      near(Number(figures[8]), financial, 'accounts')
    })
  })

  it('has ratios that follow, and none where nothing is divided by', async () => {
    const lines = [
      line({ pounds: amounts(100) }),
      line({ kind: 'benefit', bearer: 'society', nature: 'not-cash', pounds: amounts(150) }),
      line({ option: 'Mutual', pounds: amounts(0) }),
    ]
    const book = await bookOf(appraised(recordOf(2, lines)))
    near(book.valueOf('Results', 'H2'), 1.5, 'ratio')
    near(book.valueOf('Results', 'I2'), 1.5, 'return')
    assert.equal(book.valueOf('Results', 'H3'), 'None')
  })

  it('is live: a changed amount, risk or rate changes what all comes to', async () => {
    const lines = [line({ pounds: amounts(100, 100, 100) })]
    const risks = [{ option: 'Usual', title: 'Late', probability: 50, cost: 40, year: 'year-1' }]
    const book = await bookOf(appraised(recordOf(2, lines, risks)))
    near(book.valueOf('Results', 'C2'), 100 + 120 / 1.035 + 100 / 1.035 ** 2, 'as given')
    near(book.withValue('Lines', 'N2', 200).valueOf('Results', 'C2'), 200 + 120 / 1.035 + 100 / 1.035 ** 2, 'amount')
    near(book.withValue('Risks', 'D2', 1).valueOf('Results', 'C2'), 100 + 140 / 1.035 + 100 / 1.035 ** 2, 'risk')
    near(book.withValue('Rates', 'C3', 0.03).valueOf('Results', 'C2'), 100 + 120 / 1.03 + 100 / 1.03 / 1.035, 'rate')
  })

  it('keeps titles as text in both formats, and parts arguments as each format does', async () => {
    const sheets = writeFigures(review, appraised(recordOf(1, [line({ title: '=1+1', pounds: amounts(1) })])), at)
    const { strFromU8, unzipSync } = await import('fflate')
    const ods = unzipSync(await spreadsheetOf('ods', sheets, at))
    const content = strFromU8(ods['content.xml'] ?? new Uint8Array())
    assert.match(content, />=1\+1</)
    const formulas = [...content.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula)
    assert.ok(formulas.length > 0 && formulas.every((formula) => !formula.includes(',')))
    assert.ok(formulas.some((formula) => /SUMIFS\(\[\$Real\.[^;]*\];/.test(formula)))
  })
})
