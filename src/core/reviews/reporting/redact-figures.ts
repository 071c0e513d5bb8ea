import type { ReportBlock } from './report-block.ts'
import type { ReportPicture } from './report-picture.ts'

/** What stands in place of a figure that the public does not read. */
const mark = '[withheld]'

/** An amount as people write it: `£1,200`, `£1.2m`, `940 thousand`, `1,213,402`. */
const amountPattern = /(£\s?)?(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(bn|billion|m|million|k|thousand)\b)?/giu

const scales: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 }

/** Pounds, and how far they may be rounded: half of what the last digit that is said stands for. */
type Amount = { readonly pounds: number; readonly within: number }

/** @returns undefined for a number that is not said to be money and is too short to be taken for it */
function readAmount(sign: string | undefined, digits: string, scaleName: string | undefined): Amount | undefined {
  const plain = digits.replaceAll(',', '')
  const scale = scales[scaleName?.toLowerCase() ?? '']
  if (sign === undefined && scale === undefined && plain.length < 4) return undefined
  const pounds = Number(plain) * (scale ?? 1)
  const decimals = plain.split('.')[1]?.length ?? 0
  if (scale !== undefined) return { pounds, within: (scale * 10 ** -decimals) / 2 }
  const zeros = sign === undefined || decimals > 0 ? 0 : (/0*$/.exec(plain)?.[0].length ?? 0)
  return { pounds, within: 10 ** Math.min(zeros, Math.max(0, plain.length - 2)) / 2 }
}

/** Every amount of pounds in some pieces of a report, but nothing, which gives nothing away. */
export function amountsIn(blocks: readonly ReportBlock[]): readonly number[] {
  const amounts = new Set<number>()
  for (const block of blocks)
    eachText(block, (text) => {
      for (const [, sign, digits = '', scale] of text.matchAll(amountPattern)) {
        const amount = sign === undefined ? undefined : readAmount(sign, digits, scale)
        if (amount !== undefined && amount.pounds > 0) amounts.add(amount.pounds)
      }
      return text
    })
  return [...amounts]
}

/**
 * A text in which no such amount stands, neither exactly nor as people round it.
 *
 * @example redacted('It costs £1,213,402, some £1.2m.', [1213402]) // => 'It costs [withheld], some [withheld].'
 */
export const redacted = (text: string, amounts: readonly number[]): string =>
  text.replace(amountPattern, (written, sign?: string, digits = '', scale?: string) => {
    const amount = readAmount(sign, digits, scale)
    const isWithheld =
      amount !== undefined && amounts.some((pounds) => Math.abs(pounds - amount.pounds) <= amount.within)
    return isWithheld ? mark : written
  })

/** The same of a piece of a report, in all that it says. */
export const redactedBlock = (block: ReportBlock, amounts: readonly number[]): ReportBlock =>
  eachText(block, (text) => redacted(text, amounts))

/** Of pictures a plan alone has words of people. */
const ofPlan = (picture: ReportPicture, change: (text: string) => string): ReportPicture =>
  picture.chart === 'plan'
    ? { ...picture, rows: picture.rows.map((row) => ({ ...row, label: change(row.label) })) }
    : picture

function eachText(block: ReportBlock, change: (text: string) => string): ReportBlock {
  switch (block.kind) {
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(({ name, value }) => ({ name: change(name), value: value.map(change) })),
      }
    case 'table':
      return {
        ...block,
        caption: change(block.caption),
        columns: block.columns.map((column) => ({ ...column, text: change(column.text) })),
        rows: block.rows.map((row) => row.map(change)),
      }
    case 'picture':
      return {
        ...block,
        title: change(block.title),
        finding: change(block.finding),
        picture: ofPlan(block.picture, change),
      }
    case 'quote':
      return {
        ...block,
        from: change(block.from),
        text: change(block.text),
        ...(change(block.text) !== block.text && { cut: true }),
      }
    case 'finding':
      return {
        ...block,
        text: change(block.text),
        ...(block.points !== undefined && { points: block.points.map(change) }),
      }
    default:
      return { ...block, text: change(block.text) }
  }
}
