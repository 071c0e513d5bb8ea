/** What fits between the margins of a page, in pixels of 96 to the inch: a little less than A4 has inside an inch all round. */
const room = { wide: 600, high: 900 }

/**
 * The size of a picture on a page: its own, or as much smaller as it takes to fit, the shape kept.
 *
 * @param drawn in pixels, above 0
 * @returns whole pixels
 * @example insideOf({ wide: 1200, high: 300 }) // => { width: 600, height: 150 }
 */
export function insideOf({ wide, high }: { readonly wide: number; readonly high: number }): {
  readonly width: number
  readonly height: number
} {
  const times = Math.min(1, room.wide / wide, room.high / high)
  return { width: Math.round(wide * times), height: Math.round(high * times) }
}
