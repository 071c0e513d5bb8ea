import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Json } from '../../canonical/index.ts'
import {
  appraisalOf,
  publishedReportOf,
  type ReportBlock,
  type ReviewRecord,
  reportOf,
  robustnessOf,
} from '../index.ts'

const entry = (id: string, content: Record<string, Json>) => ({ id, version: 1, content })
const option = (id: string, model: string) => entry(id, { title: id, model, description: 'x' })
const line = (option: string, title: string, pounds: number, kind = 'cost') =>
  entry(`${option}-${title}`, {
    option,
    title,
    kind,
    bearer: kind === 'benefit' ? 'society' : 'council',
    nature: 'resource',
    basis: 'real',
    pounds: [0, 1, 2].map((at) => ({ row: `year-${at}`, amount: pounds })),
  })

const record = (lines: readonly ReturnType<typeof line>[], more: ReviewRecord['sheets'] = {}): ReviewRecord => ({
  depth: 'standard',
  sheets: {
    options: [option('Usual', 'in-house-as-is'), option('Mutual', 'mutual'), option('Company', 'council-company')],
    money: [entry('page', { first: 2026, years: 2, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
    lines,
    report: [entry('page', { preferred: 'Mutual', summary: 'It keeps <staff>.' })],
    ...more,
  },
})

const example = [
  line('Usual', 'Staff', 100),
  line('Usual', 'Reached', 120, 'benefit'),
  line('Mutual', 'Staff', 90),
  line('Mutual', 'Board', 5),
  line('Mutual', 'Reached', 140, 'benefit'),
  line('Company', 'Staff', 95),
  line('Company', 'Reached', 121, 'benefit'),
]

const robust = (given: ReviewRecord, preferred = 'Mutual') => {
  const appraisal = appraisalOf(given)
  return appraisal === undefined ? undefined : robustnessOf(appraisal, preferred)
}
const textsOf = (given: ReviewRecord, part: string): string =>
  JSON.stringify(reportOf(given).parts.find(({ id }) => id === part)?.blocks ?? [])

describe('what the answer hangs on', () => {
  it('is worked out by hand for a small example', () => {
    // A year: 140 - 95 = 45 for the mutual, 121 - 95 = 26 for the company, 20 for business as usual.
    const found = robust(record(example)) ?? assert.fail()
    assert.equal(found.next.option.id, 'Company')
    assert.ok(Math.abs((found.costsMayRise ?? 0) - 19 / 95) < 1e-12)
    assert.ok(Math.abs((found.benefitsMayFall ?? 0) - 19 / 140) < 1e-12)
    const byTitle = new Map(found.drivers.map(({ title, change, rival }) => [title, [change, rival.option.id]]))
    assert.deepEqual([...byTitle.keys()], ['Reached', 'Board'], 'staff would have to be less than nothing')
    assert.ok(Math.abs(Number(byTitle.get('Board')?.[0]) - 19 / 5) < 1e-12)
    // Against the company 19 / (140 - 121) = 100%, against business as usual 25 / (140 - 120) = 125%.
    assert.ok(Math.abs(Number(byTitle.get('Reached')?.[0]) + 1) < 1e-12)
  })

  it('is exact: at the change of a driver the two options are worth as much', () => {
    const size = fc.integer({ min: 1, max: 1000 })
    const options = ['Usual', 'Mutual', 'Company'] as const
    const drawn = fc.tuple(...options.map(() => fc.tuple(size, size, size)))
    fc.assert(
      fc.property(drawn, (sizes) => {
        const lines = (title: string, factor: number) =>
          options.flatMap((id, at) =>
            (['Staff', 'Premises', 'Reached'] as const).map((each, driver) =>
              line(
                id,
                each,
                (sizes[at]?.[driver] ?? 0) * (each === title ? factor : 1),
                each === 'Reached' ? 'benefit' : 'cost',
              ),
            ),
          )
        for (const { title, change, rival } of robust(record(lines('', 1)))?.drivers ?? []) {
          const changed = appraisalOf(record(lines(title, 1 + change)))?.options ?? []
          const worth = (id: string) => changed.find((each) => each.option.id === id)?.economic.npsv ?? Number.NaN
          assert.ok(Math.abs(worth('Mutual') - worth(rival.option.id)) < 1e-6, `${title} by ${change}`)
        }
      }),
    )
  })

  it('says so where the preferred option is not worth most, and promises nothing', () => {
    const found = robust(record(example), 'Usual') ?? assert.fail()
    assert.ok(found.ahead < 0)
    assert.deepEqual([found.costsMayRise, found.benefitsMayFall, found.drivers], [null, null, []])
    const usual = record(example, { report: [entry('page', { preferred: 'Usual' })] })
    assert.match(textsOf(usual, 'summary'), /the preference for “Usual” does not rest on it/)
  })

  it('names no fall of benefits where there are none, or they are below nothing', () => {
    const costs = [line('Usual', 'Staff', 100), line('Mutual', 'Staff', 90)]
    assert.equal(robust(record(costs))?.benefitsMayFall, null)
    assert.ok(Math.abs((robust(record(costs))?.costsMayRise ?? 0) - 1 / 9) < 1e-12)
    const harm = [...costs, line('Mutual', 'Reached', -5, 'benefit')]
    assert.equal(robust(record(harm))?.benefitsMayFall, null)
  })

  it('is not said while there is nothing to compare', () => {
    assert.equal(robust(record([line('Usual', 'Staff', 100)]), 'Usual'), undefined)
    assert.equal(robust(record(example), 'Nobody'), undefined)
  })
})

describe('the report', () => {
  it('rests on value, affordability and risk, with the words of people as they wrote them', () => {
    const summary = textsOf(record(example), 'summary')
    assert.match(summary, /Value: “Mutual” has a net present social value of £130, £72 more than business as usual/)
    assert.match(summary, /dearer than business as usual in no year/)
    assert.match(summary, /the register names no risk/)
    assert.match(
      summary,
      /“Company”, is worth £55 less\. “Mutual” is preferred unless:","points":\["all its costs turn out more than 20% higher"/,
    )
    assert.match(summary, /It keeps <staff>\./)
  })

  it('has both kinds of switching value, what has no price, and who gets the benefits, worked out by hand', () => {
    const groups = [entry('g', { title: 'Poor', income: 20_000, 'share-Mutual': 50 })]
    const money = [entry('page', { first: 2026, years: 2, median: 35_000 })]
    const economic = reportOf(record(example, { groups, money })).parts.find(({ id }) => id === 'economic')
    const rowsOf = (beginning: string) =>
      economic?.blocks.flatMap((block) =>
        block.kind === 'table' && block.caption.startsWith(beginning) ? block.rows : [],
      )
    // The mutual: 140 a year for 95. The company next: 121 for 95, so that 19 a year are between them.
    assert.deepEqual(
      rowsOf('By how much all costs')?.find(([option]) => option === 'Mutual'),
      ['Mutual', '47.4% more', '32.1% less', '20.0% more', '13.6% less'],
    )
    assert.deepEqual(
      rowsOf('What benefits without a price')?.map(([option, aYear]) => [option, aYear]),
      [
        ['Company', '£19'],
        ['Usual', '£25'],
      ],
    )
    // Three years of 140 are worth 405.96; half of it counts 2.0699 times.
    const weighted = rowsOf('Net present social value, as it is')?.find(([option]) => option === 'Mutual')
    assert.deepEqual(weighted, ['Mutual', '£130', `£${Math.round(130.49 + (405.96 / 2) * 1.0699)}`])
  })

  it('says what is missing of a review in which nothing is written yet, and never a figure', () => {
    const { parts } = reportOf({ depth: 'standard', sheets: {} })
    assert.match(JSON.stringify(parts), /No option is preferred yet/)
    assert.match(JSON.stringify(parts), /There are no figures yet/)
    assert.doesNotMatch(JSON.stringify(parts), /NaN|undefined|Infinity|£/)
  })

  it('has a cell for each column in every table, for sixty years and for options without figures too', () => {
    const years = {
      money: [entry('page', { first: 2026, years: 60, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
    }
    for (const given of [record(example), record(example, years), record([line('Usual', 'Staff', 0)])])
      for (const { blocks } of reportOf(given).parts)
        for (const block of blocks)
          if (block.kind === 'table')
            for (const row of block.rows) assert.equal(row.length, block.columns.length, block.caption)
  })

  it('prints the reply of the staff side letter for letter', () => {
    const text = '  We do not agree.\n\n*This* is “our” view <b>.  '
    const reply = { 'staff-reply': [entry('page', { from: 'UNISON', on: '2027-01-04', text })] }
    const [quote] = reportOf(record(example, reply))
      .parts.flatMap(({ blocks }) => blocks)
      .filter(({ kind }) => kind === 'quote')
    assert.deepEqual(quote, { kind: 'quote', from: 'UNISON, 4 January 2027', text })
  })
})

describe('the report for the public', () => {
  const exemption = entry('e', { title: 'Prices', part: 'financial', paragraph: '3', why: 'Bidders would use them.' })
  const published = publishedReportOf(record(example, { exemptions: [exemption] }))

  it('gives of a part that is withheld the law and the reason alone', () => {
    const open = JSON.stringify(published.open.parts.find(({ id }) => id === 'financial'))
    assert.match(open, /Paragraph 3: financial or business affairs/)
    assert.match(open, /Bidders would use them/)
    assert.doesNotMatch(open, /£/)
  })

  it('and its appendix together are the whole report', () => {
    const whole = reportOf(record(example, { exemptions: [exemption] })).parts
    for (const { id, blocks } of whole)
      for (const block of blocks) {
        const where = [published.open, published.appendix].map(({ parts }) =>
          (parts.find((part) => part.id === id)?.blocks ?? []).some((each) => isDeepStrictEqual(each, block)),
        )
        assert.deepEqual(where.filter(Boolean), [true], `${id}: ${JSON.stringify(block)}`)
      }
    assert.deepEqual(publishedReportOf(record(example)).appendix.parts, [])
  })

  it('keeps the sentences of a summary that rest on a part that is withheld for its appendix', () => {
    const summary = (of: 'open' | 'appendix') =>
      JSON.stringify(published[of].parts.find(({ id }) => id === 'summary')?.blocks)
    assert.match(summary('open'), /Value: “Mutual” has a net present social value of £130/)
    assert.doesNotMatch(summary('open'), /Affordability:/)
    assert.match(summary('open'), /has figures of “Financial case”: it is in the exempt appendix/)
    assert.match(summary('appendix'), /Affordability: over all 3 years the council pays/)
  })

  it('lets nobody work the withheld value out of the steps from one case to the other', () => {
    const economic = { ...exemption, content: { ...exemption.content, part: 'economic' } }
    const { open } = publishedReportOf(record(example, { exemptions: [economic] }))
    assert.doesNotMatch(JSON.stringify(open), /From the economic case to the financial one|What discounting took off/)
  })

  it('has no amount of a withheld part anywhere, whoever said it and however it is rounded', () => {
    const said = (pounds: number) =>
      [
        `It costs £${pounds.toLocaleString('en-GB')}.`,
        `Some £${(pounds / 1e6).toFixed(1)}m, or £${Math.round(pounds / 1000)}k; ${pounds} in all.`,
      ].join(' ')
    const pounds = fc.integer({ min: 150_000, max: 9_000_000 })
    const parts = fc.constantFrom('economic', 'financial', 'risk')
    fc.assert(
      fc.property(fc.array(pounds, { minLength: 7, maxLength: 7 }), parts, (sizes, part) => {
        const lines = example.map((each, at) => {
          const { option: of, title, kind } = each.content as Record<string, string>
          return line(of ?? '', title ?? '', sizes[at] ?? 0, kind)
        })
        const risks = [entry('r', { title: 'Fire', option: 'Mutual', probability: 50, cost: 450_000 })]
        const exempt = { exemptions: [entry('e', { ...exemption.content, part })], risks }
        const { parts: whole } = reportOf(record(lines, exempt))
        // What another part works out by itself is a figure of that part, whatever it happens to be.
        const others = amountsOf(whole.filter(({ id }) => id !== part && id !== 'summary').map(tablesWithout(part)))
        const ofPart = amountsOf(whole.filter(({ id }) => id === part)).filter((amount) => !others.includes(amount))
        const [first = 0] = ofPart
        const words = { report: [entry('page', { preferred: 'Mutual', summary: said(first), strategic: said(first) })] }
        const reply = { 'staff-reply': [entry('page', { from: 'UNISON', on: '2027-01-04', text: said(first) })] }
        const plan = { plan: [entry('p', { title: said(first), kind: 'work', starts: '2027-01-04', weeks: 2 })] }
        const { open } = publishedReportOf(record(lines, { ...exempt, ...words, ...reply, ...plan }))
        const shown = new Set(amountsOf(open.parts))
        assert.deepEqual(
          ofPart.filter((amount) => shown.has(amount)),
          [],
        )
        if (first > 0) {
          const text = JSON.stringify(open)
          assert.ok(!text.includes(`£${(first / 1e6).toFixed(1)}m`) && !text.includes(`${first} in all`), text)
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** The tables of a part that have no figures of another one: those that lead from one case to the other have both. */
const tablesWithout =
  (part: string) =>
  ({ blocks }: { readonly blocks: readonly ReportBlock[] }): readonly ReportBlock[] =>
    blocks.filter(
      (block) => block.kind === 'table' && !(part === 'economic' && block.caption.startsWith('From the economic case')),
    )

/** Amounts above nothing, read as the eye does: what stands after a pound sign. */
const amountsOf = (parts: unknown): readonly number[] =>
  [...JSON.stringify(parts).matchAll(/£([\d,]+)/g)]
    .map(([, digits = '']) => Number(digits.replaceAll(',', '')))
    .filter(Boolean)
