import { html, type SafeHtml } from '../../html.ts'
import {
  axisHeight,
  type ChartFrame,
  type ChartKey,
  chartFrame,
  keyMark,
  lengthOn,
  markAt,
  placeOn,
} from './chart-frame.ts'

/** One score, and where it would stand had an average person given it. */
export type ScoreDot = { readonly label: string; readonly given: number; readonly allowed: number | null }

export type ScoreChart = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale'> & {
  readonly dots: readonly ScoreDot[]
  readonly plain: { readonly label: string; readonly value: number }
  readonly estimate:
    | {
        readonly label: string
        readonly value: number
        readonly inner: readonly [low: number, high: number]
        readonly outer: readonly [low: number, high: number]
      }
    | undefined
  readonly words: Readonly<Record<'given' | 'allowed' | 'inner' | 'outer', string>>
}

const rowHeight = 46
const below = 30

const dot = html`<circle class="app-chart__dot" r="6"></circle>`
const arrow = (left: boolean): SafeHtml =>
  html`<path class="app-chart__arrow" d="${left ? 'M0 0 8-5V5Z' : 'M0 0-8-5V5Z'}"></path>`
const square = html`<rect class="app-chart__plain-value" x="-6" y="-6" width="12" height="12"></rect>`
const diamond = html`<path class="app-chart__estimate" d="M0-8 8 0 0 8-8 0Z"></path>`

/** The scores that one thing was given, how far each is moved, and what comes of them. */
export function scoreChart({ dots, plain, estimate, words, scale, ...frame }: ScoreChart): SafeHtml {
  const rowAt = (at: number): number => axisHeight + at * rowHeight
  const named = (at: number, label: string, marks: SafeHtml): SafeHtml =>
    html`<text class="app-chart__label" x="0" y="${rowAt(at) + 15}">${label}</text>${marks}`
  return chartFrame({
    ...frame,
    scale,
    labelled: false,
    height: (dots.length + (estimate === undefined ? 1 : 2)) * rowHeight,
    content: html`${dots.map(({ label, given, allowed }, at) => {
      const y = rowAt(at) + below
      const from = placeOn(scale, given)
      const moved = allowed !== null && placeOn(scale, allowed) !== from
      return named(
        at,
        label,
        html`${moved && html`<line class="app-chart__move" x1="${from}" x2="${placeOn(scale, allowed)}" y1="${y}" y2="${y}"></line>${markAt(placeOn(scale, allowed), y, arrow(allowed < given))}`}${markAt(from, y, dot)}`,
      )
    })}
${named(dots.length, plain.label, markAt(placeOn(scale, plain.value), rowAt(dots.length) + below, square))}
${
  estimate !== undefined &&
  named(
    dots.length + 1,
    estimate.label,
    html`<line class="app-chart__outer" x1="${placeOn(scale, estimate.outer[0])}" x2="${placeOn(scale, estimate.outer[1])}" y1="${rowAt(dots.length + 1) + below}" y2="${rowAt(dots.length + 1) + below}"></line><rect class="app-chart__inner" x="${placeOn(scale, estimate.inner[0])}" width="${lengthOn(scale, estimate.inner[0], estimate.inner[1])}" y="${rowAt(dots.length + 1) + below - 3}" height="6"></rect>${markAt(placeOn(scale, estimate.value), rowAt(dots.length + 1) + below, diamond)}`,
  )
}`,
    key: [{ mark: keyMark(dot), text: words.given }, ...(estimate === undefined ? [] : estimateKey(words))],
  })
}

const estimateKey = (words: ScoreChart['words']): readonly ChartKey[] => [
  {
    mark: keyMark(
      html`<line class="app-chart__move" x1="-8" x2="4"></line><path class="app-chart__arrow" d="M9 0 1-5V5Z"></path>`,
    ),
    text: words.allowed,
  },
  {
    mark: keyMark(html`<rect class="app-chart__inner" x="-8" width="16" y="-3" height="6"></rect>`),
    text: words.inner,
  },
  { mark: keyMark(html`<line class="app-chart__outer" x1="-8" x2="8"></line>`), text: words.outer },
]
