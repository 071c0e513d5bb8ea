import { encode } from 'uqr'
import { html, type SafeHtml } from '../html.ts'

/** Without a margin of four modules a camera may not find the code (ISO/IEC 18004). */
const marginModules = 4

/**
 * A square to be read by a camera, as a drawing inside the page: nothing is fetched, so that what it says goes nowhere
 * else. Whatever it says must also stand beside it in words.
 *
 * @param says what a camera reads
 * @param title what it is, for those who do not see it
 */
export function qrCode({ says, title }: { readonly says: string; readonly title: string }): SafeHtml {
  const { data, size } = encode(says, { ecc: 'M', border: marginModules })
  const path = data.flatMap((row, y) => runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)).join('')
  return html`<svg class="app-qr-code" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="220" height="220" role="img" shape-rendering="crispEdges" focusable="false">
<title>${title}</title>
<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${path}"/>
</svg>`
}

/** Dark modules side by side, as where they begin and how many they are. */
function runs(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1)
    if (dark && last !== undefined && last[0] + last[1] === x) last[1] += 1
    else if (dark) found.push([x, 1])
  }
  return found
}
