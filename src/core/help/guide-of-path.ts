/** The guides that come with the service, by the names of their files. */
export const guideNames = [
  'administrator',
  'applicant',
  'assessor',
  'council-with-an-award',
  'expert',
  'network-member',
  'programme-team',
  'supplier',
] as const

export type GuideName = (typeof guideNames)[number]

/** The first that fits. What a fund is run with stands before what others see of it. */
const guideOf: readonly (readonly [address: RegExp, guide: GuideName])[] = [
  [/^\/admin(?:\/|$)/, 'administrator'],
  [/^\/manage(?:\/|$)/, 'programme-team'],
  [/^\/assess(?:\/|$)/, 'assessor'],
  [/^\/support(?:\/|$)/, 'supplier'],
  [/^\/experts\/[^/]+\/ask(?:\/|$)/, 'council-with-an-award'],
  [/^\/experts(?:\/|$)/, 'expert'],
  [/^\/network(?:\/|$)/, 'network-member'],
  [/^\/applications\/[^/]+\/(?:award|support|benefits|sheets|go-live)(?:\/|$)/, 'council-with-an-award'],
  [/^\/applications(?:\/|$)/, 'applicant'],
  [/^\/funds(?:\/|$)/, 'applicant'],
]

/**
 * The guide for whoever is on the page at an address of this service.
 *
 * @returns `undefined` where no guide is about it
 * @example guideOfPath('/support/orders/ORDER-2026-7K3F-W') // => 'supplier'
 */
export const guideOfPath = (path: string): GuideName | undefined => guideOf.find(([address]) => address.test(path))?.[1]
