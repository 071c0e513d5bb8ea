import { html, type SafeHtml } from '../../html.ts'

/** What a chart's line across stands for. */
export type ChartScale = { readonly least: number; readonly most: number; readonly ticks: readonly number[] }

/** Where a value stands on the line: text keeps its size however wide the chart is, so that places are percentages. */
export function placeOn({ least, most }: ChartScale, value: number): string {
  const share = most === least ? 0 : (value - least) / (most - least)
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
}

/** How long a piece of the line is. */
export function lengthOn({ least, most }: ChartScale, from: number, to: number): string {
  const within = (value: number) => Math.min(most, Math.max(least, value))
  return most === least ? '0%' : `${Math.round(((within(to) - within(from)) / (most - least)) * 1000) / 10}%`
}

/** Steps that a scale has, about. */
const spread = 5

/** A scale of round numbers around these values: at least a step long, and at most from `least` to `most`. */
export function scaleAround(values: readonly number[], least: number, most: number): ChartScale {
  if (values.length === 0) return scaleAround([least, most], least, most)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const rough = Math.max(high - low, (most - least) / 10) / spread
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((times) => times * magnitude >= rough) ?? 10) * magnitude
  const floor = Math.max(least, Math.floor(low / step) * step)
  const to = Math.min(most, Math.max(Math.ceil(high / step) * step, floor + step))
  const from = Math.max(least, Math.min(floor, to - step))
  const ticks = Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, at) => from + at * step)
  return { least: from, most: to, ticks: ticks.map((tick) => Math.round(tick * 1e6) / 1e6) }
}

/** A scale of round numbers around values that have no ends. */
export function scaleOver(values: readonly number[]): ChartScale {
  const known = values.length === 0 ? [0, 1] : values
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const apart = high - low || Math.abs(high) || 1
  return scaleAround(known, low - apart, high + apart)
}

/** A scale from the first to the last of these years, with few enough ticks to stand beside one another on a narrow screen. */
export function scaleOfYears(years: readonly number[]): ChartScale {
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  return { least: first, most: last, ticks: [...new Set([first, Math.round((first + last) / 2), last])] }
}

export type ChartFrame = {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What it shows, in words, for those who do not see it. */
  readonly description: string
  readonly scale: ChartScale
  /** What stands at a tick; the number itself unless told. */
  readonly tickText?: (value: number) => string
  /** In pixels, without the axis. */
  readonly height: number
  /** Whether labels stand at the left of the line. */
  readonly labelled: boolean
  /** What is drawn, at a width that is known on paper and not on a page. */
  readonly content: SafeHtml | ((pixelsWide: number | undefined) => SafeHtml)
  /** What the marks mean, for those who see it. */
  readonly key: readonly ChartKey[]
}

/** A mark, or a letter, and what it means. */
export type ChartKey = { readonly text: string } & ({ readonly mark: SafeHtml } | { readonly letter: string })

/** Room for the axis, in pixels. */
export const axisHeight = 24

/**
 * A picture with its axis, its name and its key. It needs no script, and a table beside it says the same.
 *
 * @param frame places down are pixels from the top, `axisHeight` and more
 */
export function chartFrame(frame: ChartFrame): SafeHtml {
  const { id, title, description, height, labelled, key } = frame
  const bottom = axisHeight + height
  return html`<figure class="app-chart${labelled && ' app-chart--labelled'}">
<svg class="app-chart__picture" width="100%" height="${bottom}" role="img" aria-labelledby="${id}-title ${id}-description" xmlns="http://www.w3.org/2000/svg" focusable="false">
<title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
${drawingOf(frame, undefined)}
</svg>
${key.length > 0 && html`<figcaption class="govuk-body-s app-chart__key">${key.map((entry) => html`<span class="app-chart__entry">${'letter' in entry ? html`<strong>${entry.letter}</strong>` : entry.mark} ${entry.text}</span> `)}</figcaption>`}
</figure>`
}

/** The axis and all that is drawn beside it. @param pixelsWide undefined where it is as wide as it is let be */
export const drawingOf = (
  { scale, tickText = String, height, content }: Pick<ChartFrame, 'scale' | 'tickText' | 'height' | 'content'>,
  pixelsWide: number | undefined,
): SafeHtml =>
  html`${ticksOf(scale, tickText).map(({ tick, text, spare }) => {
    const x = placeOn(scale, tick)
    return html`<line class="app-chart__grid" x1="${x}" x2="${x}" y1="${axisHeight}" y2="${axisHeight + height}"></line><text class="app-chart__tick${spare && ' app-chart__tick--spare'}" x="${x}" y="14" text-anchor="${anchorOf(text, x)}">${text}</text>`
  })}
${typeof content === 'function' ? content(pixelsWide) : content}`

/** A text at either end of the line stays within the picture, which has room for half of a short one beside it. */
const anchorOf = (text: string, place: string): 'start' | 'middle' | 'end' =>
  text.length <= shortText ? 'middle' : place === '0%' ? 'start' : place === '100%' ? 'end' : 'middle'

/** Characters of which half stand in the room beside a picture. */
const shortText = 5

/** Pixels for texts at ticks on the narrowest page, about how many a character takes, at most, and how far texts are apart. */
const narrow = { pixelsWide: 170, pixelsOfCharacter: 8, pixelsAtMost: 10, pixelsApart: 12 } as const

/** Ticks with their texts. `spare`: its text is left out where it would run into that of its neighbour. */
function ticksOf(scale: ChartScale, tickText: (value: number) => string) {
  const texts = scale.ticks.map((tick) => ({ tick, text: tickText(tick) }))
  const longest = Math.max(0, ...texts.map(({ text }) => text.length))
  const kept = (every: number) => texts.filter((_, at) => at % every === 0)
  let every = Math.max(1, Math.ceil((texts.length * longest * narrow.pixelsOfCharacter) / narrow.pixelsWide))
  while (every < texts.length && runTogether(scale, kept(every))) every++
  return texts.map((each, at) => ({ ...each, spare: at % every > 0 }))
}

/** Whether one of these texts reaches into the next on the narrowest page. */
function runTogether(scale: ChartScale, texts: readonly { readonly tick: number; readonly text: string }[]): boolean {
  const spans = texts.map(({ tick, text }) => {
    const x = placeOn(scale, tick)
    const wide = text.length * narrow.pixelsAtMost
    const before = { start: 0, middle: wide / 2, end: wide }[anchorOf(text, x)]
    const from = (Number.parseFloat(x) / 100) * narrow.pixelsWide - before
    return { from, to: from + wide }
  })
  return spans.some(({ from }, at) => from < (spans[at - 1]?.to ?? Number.NEGATIVE_INFINITY) + narrow.pixelsApart)
}

/** A small drawing at a place on the line; its own middle is 0, 0. */
export const markAt = (x: string, y: number, drawing: SafeHtml): SafeHtml =>
  html`<svg x="${x}" y="${y}" overflow="visible">${drawing}</svg>`

/** The same drawing in a key. */
export const keyMark = (drawing: SafeHtml): SafeHtml =>
  html`<svg class="app-chart__mark" width="18" height="14" viewBox="-9 -7 18 14" aria-hidden="true" focusable="false">${drawing}</svg>`

/** Lines across the picture at the ticks of a scale upwards, each with its text at the left. */
export const upwardsGrid = (
  { ticks }: ChartScale,
  heightOf: (value: number) => number,
  tickText: (value: number) => string = String,
): readonly SafeHtml[] =>
  ticks.map(
    (tick) =>
      html`<line class="app-chart__grid" x1="0%" x2="100%" y1="${heightOf(tick)}" y2="${heightOf(tick)}"></line><text class="app-chart__tick" x="-8" y="${heightOf(tick) + 5}" text-anchor="end">${tickText(tick)}</text>`,
  )
