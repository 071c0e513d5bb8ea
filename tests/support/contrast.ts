import type axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Text of which axe could not tell whether it stands out, or that does not. `why` is axe's reason, or ours of a picture. */
export type FaintText = { readonly where: string; readonly why: string }

/** What lets axe see all of what scrolls by itself: it does not judge text that is out of sight. Colours stay as they are. */
const unclipped = `
.app-scroll, pre { overflow: visible !important; width: max-content !important; max-width: none !important }
body, main, .govuk-width-container, .govuk-grid-row > * { width: max-content !important; max-width: none !important; min-width: 100% }`

/**
 * Decides where axe could not whether text stands out from what is behind it. Text out of sight in what scrolls is looked at with
 * nothing cut off. Of text in a drawn picture, which axe leaves alone, the colours are compared here: its own with that of
 * the last shape below it.
 *
 * @param where the elements that axe was not sure of
 * @returns what stands out too little, or still cannot be told
 */
export async function decideContrast(page: Page, where: readonly string[]): Promise<readonly FaintText[]> {
  const left = await page.evaluate(askAgain, { where, unclipped })
  const drawn = left.filter(({ isDrawn }) => isDrawn).map(({ where: text }) => text)
  const faint = await page.evaluate(faintInPictures, drawn)
  return [...left.filter(({ isDrawn }) => !isDrawn).map(({ where: text, why }) => ({ where: text, why })), ...faint]
}

type Asked = { readonly where: readonly string[]; readonly unclipped: string }

/** In the browser: axe's rule again, with nothing cut off, of these elements alone. */
async function askAgain({ where, unclipped }: Asked) {
  const engine = (globalThis as unknown as { axe: typeof axe }).axe
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(unclipped)
  document.adoptedStyleSheets.push(sheet)
  try {
    const { violations, incomplete } = await engine.run({ include: where.map((one) => [one]) }, {
      runOnly: { type: 'rule', values: ['color-contrast'] },
      checks: { 'color-contrast': { options: { ignoreLength: true } } },
    } as axe.RunOptions)
    return [...violations, ...incomplete].flatMap(({ nodes }) =>
      nodes.map((node) => {
        const selector = node.target.join(' ')
        const data = node.any[0]?.data as { readonly messageKey?: string; readonly contrastRatio?: number } | undefined
        return {
          where: selector,
          why: data?.messageKey ?? `contrast of ${data?.contrastRatio}`,
          isDrawn: document.querySelector(selector)?.closest('svg') !== null,
        }
      }),
    )
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

/** In the browser: which of these texts in drawn pictures stand out too little from the shapes below them, at three places of each. */
function faintInPictures(where: readonly string[]): readonly FaintText[] {
  type Colour = readonly [number, number, number, number]
  const colourOf = (text: string): Colour | undefined => {
    const parts = /^rgba?\(([^)]+)\)$/
      .exec(text)?.[1]
      ?.split(/[,/\s]+/)
      .map(Number)
    return parts === undefined ? undefined : [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 1]
  }
  const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => [
    r * a + r2 * (1 - a),
    g * a + g2 * (1 - a),
    b * a + b2 * (1 - a),
    1,
  ]
  // Relative luminance and contrast ratio as WCAG 2.2 defines them.
  const luminance = ([r, g, b]: Colour): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const ratio = (one: Colour, other: Colour): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const behindPicture = (element: Element): Colour => {
    const own = colourOf(getComputedStyle(element).backgroundColor)
    if (own !== undefined && own[3] === 1) return own
    return element.parentElement === null ? [255, 255, 255, 1] : behindPicture(element.parentElement)
  }
  const paintsAt = (shape: SVGGeometryElement, x: number, y: number): Colour | 'unknown' | undefined => {
    const matrix = shape.getScreenCTM()
    if (matrix === null) return undefined
    const point = new DOMPoint(x, y).matrixTransform(matrix.inverse())
    const { fill, fillOpacity, stroke, opacity, visibility } = getComputedStyle(shape)
    const paint = shape.isPointInFill(point) ? fill : shape.isPointInStroke(point) ? stroke : 'none'
    if (paint === 'none' || visibility !== 'visible') return undefined
    const colour = colourOf(paint)
    return colour === undefined ? 'unknown' : [colour[0], colour[1], colour[2], colour[3] * +fillOpacity * +opacity]
  }
  return where.flatMap((selector): readonly FaintText[] => {
    const text = document.querySelector(selector)
    const picture = text?.closest('svg')
    if (!text || !picture) return [{ where: selector, why: 'not in a picture any more' }]
    const style = getComputedStyle(text)
    const own = colourOf(style.fill)
    const { left, width, top, height } = text.getBoundingClientRect()
    const shapes = [
      ...picture.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, line, polygon, polyline'),
    ]
    const below = shapes.filter((shape) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
    const size = Number.parseFloat(style.fontSize)
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    return [0.1, 0.5, 0.9].flatMap((part): readonly FaintText[] => {
      let back: Colour = behindPicture(picture)
      for (const shape of below) {
        const paint = paintsAt(shape, left + width * part, top + height / 2)
        if (paint === 'unknown') return [{ where: selector, why: 'over a pattern' }]
        if (paint !== undefined) back = over(paint, back)
      }
      if (own === undefined) return [{ where: selector, why: 'of no plain colour' }]
      const found = ratio(over(own, back), back)
      return found >= least ? [] : [{ where: selector, why: `contrast of ${found.toFixed(2)}` }]
    })
  })
}
