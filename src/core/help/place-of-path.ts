/** What a page is about, as far as its address tells. */
export type PlaceOfPath =
  | { readonly kind: 'round'; readonly fund: string; readonly round: string }
  | { readonly kind: 'application'; readonly reference: string }

const slug = '([a-z0-9]+(?:-[a-z0-9]+)*)'
const ofRound = new RegExp(`^/(?:manage/)?(?:funds|assess|panel)/${slug}/${slug}(?:/|$)`)
const ofApplication = /^\/applications\/([A-Z]{2,8}-[\dA-Z-]+)(?:\/|$)/

/**
 * What the page at an address of this service is about, for help with it.
 *
 * @returns `undefined` where it is about no round and no application
 * @example placeOfPath('/funds/example-fund/open-round/faqs') // => { kind: 'round', fund: 'example-fund', round: 'open-round' }
 */
export function placeOfPath(path: string): PlaceOfPath | undefined {
  const [, reference] = ofApplication.exec(path) ?? []
  if (reference !== undefined) return { kind: 'application', reference }
  const [, fund, round] = ofRound.exec(path) ?? []
  return fund === undefined || round === undefined ? undefined : { kind: 'round', fund, round }
}
