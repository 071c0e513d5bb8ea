import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame, lengthOn, placeOn } from './chart-frame.ts'
import { labelAbove, roomForLabels } from './chart-label.ts'

export type StackedBar = {
  readonly label: string
  /** What each part adds, none below nothing, in the order of the parts. */
  readonly values: readonly number[]
}

export type StackedBars = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale' | 'tickText'> & {
  /** What the pieces of each bar are. A letter stands in each, so that no one needs to tell shades. */
  readonly parts: readonly string[]
  /** The shade of each part: 0 white, 1 the darkest. In turn unless told. */
  readonly shades?: readonly (0 | 1 | 2)[]
  readonly bars: readonly StackedBar[]
}

const rowHeight = 56
const thick = 26
/** The least share of the line in which a letter fits on a narrow screen. */
const letterFits = 0.045

/** The letter of a part. @example partLetter(1) // => 'B' */
export const partLetter = (at: number): string => String.fromCharCode(65 + at)

/** What totals are made of, part by part. */
export const stackedBars = (given: StackedBars): SafeHtml => chartFrame(stackedBarsFrame(given))

/** What is drawn of it, on a page or on paper. */
export function stackedBarsFrame({ parts, shades, bars, scale, ...frame }: StackedBars): ChartFrame {
  const room = roomForLabels(bars.map(({ label }) => label))
  return {
    ...frame,
    scale,
    labelled: false,
    height: bars.length * (rowHeight + room),
    content: (pixelsWide) =>
      html`${bars.map(({ label, values }, row) => {
        const y = axisHeight + row * (rowHeight + room) + room
        return html`${labelAbove(label, y + 17, pixelsWide)}
${values.map((value, part) => pieceOf(startOf(values, part), value, part))}`

        function pieceOf(from: number, value: number, part: number): SafeHtml | undefined {
          if (value <= 0) return undefined
          const letter = value >= letterFits * (scale.most - scale.least)
          return html`<rect class="app-chart__part app-chart__part--${shades?.[part] ?? part % 3}" x="${placeOn(scale, from)}" width="${lengthOn(scale, from, from + value)}" y="${y + 24}" height="${thick}"></rect>
${letter && html`<text class="app-chart__letter" x="${placeOn(scale, from + value / 2)}" y="${y + 43}" text-anchor="middle">${partLetter(part)}</text>`}`
        }
      })}`,
    key: parts.map((text, at) => ({ letter: partLetter(at), text })),
  }
}

const startOf = (values: readonly number[], part: number): number =>
  values.slice(0, part).reduce((sum, value) => sum + value, 0)
