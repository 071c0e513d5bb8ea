import { html, type SafeHtml } from '../../html.ts'

/** A region of the map with its number. */
export type MapTile = { readonly region: string; readonly value: number }

export type TileMap = {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What it shows, in words, for those who do not see it. */
  readonly description: string
  readonly tiles: readonly MapTile[]
}

/** Where each region of England stands among the others, as column and row, and its name in lines that fit. */
const places: Readonly<
  Record<string, { readonly at: readonly [column: number, row: number]; readonly lines: readonly string[] }>
> = {
  'North East': { at: [1, 0], lines: ['North East'] },
  'North West': { at: [0, 1], lines: ['North West'] },
  'Yorkshire and The Humber': { at: [1, 1], lines: ['Yorkshire', 'and The', 'Humber'] },
  'West Midlands': { at: [0, 2], lines: ['West', 'Midlands'] },
  'East Midlands': { at: [1, 2], lines: ['East', 'Midlands'] },
  'East of England': { at: [2, 2], lines: ['East of', 'England'] },
  'South West': { at: [0, 3], lines: ['South West'] },
  'South East': { at: [1, 3], lines: ['South East'] },
  London: { at: [2, 3], lines: ['London'] },
}

const [side, gap, lineHeight] = [108, 6, 18]
const width = 3 * side + 2 * gap
const height = 4 * side + 3 * gap

/** Darker for more: none, and three thirds of the most. The number stands in each, so that no one needs to tell shades. */
const shadeOf = (value: number, most: number): number => (value === 0 ? 0 : Math.ceil((3 * value) / most))

/**
 * The nine regions of England, each a tile of one size about where it lies, with its number. It needs no script, and a
 * table beside it says the same. What is no region of England is not on it.
 */
export function tileMap({ id, title, description, tiles }: TileMap): SafeHtml {
  const most = Math.max(1, ...tiles.map(({ value }) => value))
  return html`<figure class="app-chart">
<svg class="app-tiles" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-description" xmlns="http://www.w3.org/2000/svg" focusable="false">
<title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
${tiles.map(({ region, value }) => {
  const place = places[region]
  if (place === undefined) return undefined
  const [x, y] = place.at.map((step) => step * (side + gap)) as [number, number]
  return html`<rect class="app-tiles__tile app-tiles__tile--${shadeOf(value, most)}" x="${x + 1}" y="${y + 1}" width="${side - 2}" height="${side - 2}"></rect>
${place.lines.map((line, index) => html`<text class="app-tiles__name" x="${x + 9}" y="${y + 24 + index * lineHeight}">${line}</text>`)}
<text class="app-tiles__value" x="${x + 9}" y="${y + side - 14}">${value}</text>`
})}
</svg>
</figure>`
}
