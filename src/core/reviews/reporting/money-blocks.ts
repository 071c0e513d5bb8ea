import { moneyWords, wholePounds } from '../../forms/index.ts'
import { plainList } from '../../text/plain-list.ts'
import { type AppraisedReviewOption, emptyYearsFindings, type ReviewAppraisal, yearWords } from '../money/index.ts'
import { amountsTable, type ReportBlock, type ReportTable } from './report-block.ts'
import { mostLines } from './report-picture.ts'
import { robustnessOf } from './robustness.ts'
import { percentWords, robustnessWords } from './robustness-words.ts'
import { paybackWords, ratioWords, switchingHeadings, switchingWords } from './switching-words.ts'

/** The appraisal summary of the Green Book (table 12), without bands for its ratios (paragraph 6.98). */
export function economicBlocks(appraisal: ReviewAppraisal, preferred: string): readonly ReportBlock[] {
  const { options, businessAsUsual, period } = appraisal
  const robustness = robustnessOf(appraisal, preferred)
  return [
    amountsTable(
      'Value of each option, in pounds of the first year, discounted',
      ['Option', 'Costs', 'Benefits', 'Net present social value', 'Against business as usual'],
      options.map(({ option, economic }) => [
        option.title,
        wholePounds(economic.pvPublicCosts + economic.pvOtherCosts),
        wholePounds(economic.pvBenefits),
        wholePounds(economic.npsv),
        option === businessAsUsual ? '' : wholePounds(economic.againstBusinessAsUsual.npsv),
      ]),
    ),
    amountsTable(
      'What a pound brings, and what a year costs',
      [
        'Option',
        'Benefits for a pound of cost',
        'Return on public sector cost',
        'Cost a year, spread evenly',
        ...(period.units === null ? [] : [`Cost for one of ${period.units.name}`]),
      ],
      options.map(({ option, economic, equivalentAnnualCost, unitCost }) => [
        option.title,
        ratioWords({ ...economic, ratio: economic.bcr }),
        ratioWords({ ...economic, ratio: economic.rpsc }),
        wholePounds(equivalentAnnualCost),
        ...(unitCost === null ? [] : [moneyWords(Math.round(unitCost * 100) / 100)]),
      ]),
    ),
    ...emptyYearsFindings(appraisal).map((text) => ({ kind: 'finding', text }) as const),
    ...(robustness === undefined
      ? []
      : [
          { kind: 'heading', text: 'What would change the answer' } as const,
          { kind: 'finding', ...robustnessWords(robustness) } as const,
          switchingTable(robustness),
        ]),
    amountsTable(
      'By how much all costs, or all benefits, of one option would have to change while all else stays',
      switchingHeadings,
      options.map(({ option, economic }) => {
        const { costsForZero, benefitsForZero, costsForEqual, benefitsForEqual } = switchingWords(economic)
        return [option.title, costsForZero, benefitsForZero, costsForEqual, benefitsForEqual]
      }),
    ),
  ]
}

const switchingTable = ({ drivers }: NonNullable<ReturnType<typeof robustnessOf>>): ReportTable =>
  amountsTable(
    'How far each driver may change, in every option that has it, before another option is worth as much',
    ['Driver', 'Change', 'Option that is then worth as much'],
    drivers.map(({ title, change, rival }) => [
      title,
      `${percentWords(Math.abs(change))} ${change < 0 ? 'less' : 'more'}`,
      rival.option.title,
    ]),
  )

/** Options that stand side by side in a table whose rows are years: so many fit on paper. */
const acrossPage = 4

/** What the council pays and gets, in the pounds of the day, and how both cases hang together. */
export function financialBlocks(appraisal: ReviewAppraisal): readonly ReportBlock[] {
  const { options, businessAsUsual, period } = appraisal
  const tables = sideBySide(options).flatMap((some) => [
    amountsTable(
      `What the council pays (negative) and gets, in the pounds of the day: ${namesOf(some)}`,
      ['Year', ...some.map(({ option }) => option.title)],
      [
        ...period.years.map((year, at) => [
          yearWords(year),
          ...some.map(({ byYear }) => wholePounds(byYear.financial[at] ?? 0)),
        ]),
        ['All years', ...some.map(({ financial }) => wholePounds(financial))],
      ],
    ),
    {
      ...amountsTable(
        `From the economic case to the financial one: ${namesOf(some)}`,
        ['Step', ...some.map(({ option }) => option.title)],
        steps.map(({ column, text }) => [
          text,
          ...some.map(({ lines }) => wholePounds(lines.reduce((sum, { reconciled }) => sum + reconciled[column], 0))),
        ]),
      ),
      restsOn: ['economic'],
    } as const,
  ])
  const paid = amountsTable(
    'What the council pays and gets over all years, in the pounds of the day, and when a change has paid for itself',
    ['Option', 'All years', 'Pays for itself after'],
    options.map(({ option, financial, payback }) => [
      option.title,
      wholePounds(financial),
      paybackWords({ payback, isUsual: option === businessAsUsual }),
    ]),
  )
  return [paid, cashPicture(appraisal), ...sideBySide(options).map((some) => cashTable(some, period)), ...tables]
}

/** What the council has paid and got by the end of each year. */
const soFar = ({ byYear }: AppraisedReviewOption): readonly number[] =>
  byYear.financial.map((_, year) => byYear.financial.slice(0, year + 1).reduce((sum, pounds) => sum + pounds, 0))

/** Of the options that cost the council the least, and business as usual, so many as can be told apart. */
function cashPicture({ options, businessAsUsual, period }: ReviewAppraisal): ReportBlock {
  const cheapest = [...options].sort((one, other) => other.financial - one.financial)
  const usual = cheapest.filter(({ option }) => option === businessAsUsual)
  const shown = [...usual, ...cheapest.filter((each) => !usual.includes(each))].slice(0, mostLines)
  const [best] = cheapest
  return {
    kind: 'picture',
    title: 'What the council has paid and got by the end of each year, in the pounds of the day',
    finding: `Over ${period.years.length === 1 ? 'its one year' : `all ${period.years.length} years`} “${best?.option.title ?? ''}” costs the council least: ${wholePounds(-(best?.financial ?? 0))}.`,
    picture: {
      chart: 'lines',
      across: 'years',
      upwards: 'pounds',
      lines: shown.map((each) => ({ label: each.option.title, points: soFar(each).map((y, x) => ({ x, y })) })),
    },
  }
}

const cashTable = (some: readonly AppraisedReviewOption[], { years }: ReviewAppraisal['period']): ReportTable =>
  amountsTable(
    `Paid and got by the end of each year, in the pounds of the day: ${namesOf(some)}`,
    ['By the end of', ...some.map(({ option }) => option.title)],
    years.map((year, at) => [yearWords(year), ...some.map((each) => wholePounds(soFar(each)[at] ?? 0))]),
  )

const steps = [
  { column: 'economic', text: 'Net present social value' },
  { column: 'discounting', text: 'What discounting took off' },
  { column: 'accountsOnly', text: 'Transfers and depreciation' },
  { column: 'notInAccounts', text: 'What is not in the accounts of the council' },
  { column: 'inflation', text: 'What prices add' },
  { column: 'financial', text: 'In the accounts of the council' },
] as const

const namesOf = (options: readonly AppraisedReviewOption[]): string =>
  plainList(options.map(({ option }) => option.title))

/** Tables of about as many options each: five are three and two, and not four and a lonely one. */
function sideBySide(options: readonly AppraisedReviewOption[]): readonly (readonly AppraisedReviewOption[])[] {
  const tables = Math.ceil(options.length / acrossPage)
  const each = Math.ceil(options.length / tables)
  return Array.from({ length: tables }, (_, at) => options.slice(at * each, (at + 1) * each))
}

/** What the register of risks comes to for each option. */
export const riskBlocks = ({ options }: ReviewAppraisal): readonly ReportBlock[] => [
  amountsTable(
    'What risks come to, in pounds of the first year',
    ['Option', 'Risks', 'To be expected', 'If all happened'],
    options.map(({ option, risks: { list, totals } }) => [
      option.title,
      String(list.length),
      wholePounds(totals.expected),
      wholePounds(totals.exposure),
    ]),
  ),
]
