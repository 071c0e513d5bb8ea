import type { PageSlug } from './guidance-parts.ts'

/** A round by the two parts of its address. */
export type RoundAddress = { readonly fund: string; readonly round: string }

export const frontPath = (): string => '/'

export const fundPath = (fund: string): string => `/funds/${fund}`

/** What the network of a fund has published. Served by the area of networks. */
export const publishedResourcesPath = (fund: string): string => `/network/${fund}/resources`

/** What is published of what came of a fund. Served by the area of benefits. */
export const publishedBenefitsPath = (fund: string): string => `${fundPath(fund)}/benefits`

export const roundPath = ({ fund, round }: RoundAddress): string => `/funds/${fund}/${round}`

/** The announcement is the round's own page; the parts stand below it. */
export const pagePath = (address: RoundAddress, slug: PageSlug): string =>
  slug === 'announcement' ? roundPath(address) : `${roundPath(address)}/${slug}`

export const versionPath = (address: RoundAddress, slug: PageSlug, number: number): string =>
  `${pagePath(address, slug)}/versions/${number}`

/** What a version changed. */
export const changePath = (address: RoundAddress, slug: PageSlug, number: number): string =>
  `${pagePath(address, slug)}/changes/${number}`

/** The sealed rules of a round and how they changed. */
export const rulesPath = (address: RoundAddress): string => `${roundPath(address)}/rules`

/** A sealed version as it was hashed, to keep. */
export const sealedRulesPath = (address: RoundAddress, version: number): string =>
  `${rulesPath(address)}/versions/${version}`

/** The results of a round. Served by the area of publishing. */
export const resultsPath = (address: RoundAddress): string => `${roundPath(address)}/results`

export const updatesPath = (address: RoundAddress): string => `${roundPath(address)}/updates`

export const feedPath = (address: RoundAddress): string => `${roundPath(address)}/updates.atom`

export const subscribePath = (address: RoundAddress): string => `${roundPath(address)}/subscribe`

export const subscribeSentPath = (address: RoundAddress): string => `${roundPath(address)}/subscribe/sent`

export const questionsPath = (address: RoundAddress): string => `${roundPath(address)}/questions`

export const askPath = (address: RoundAddress): string => `${roundPath(address)}/questions/ask`

/** Served by the area of applications. */
export const applyPath = (address: RoundAddress): string => `${roundPath(address)}/apply`

/** Whether somebody can apply: served by the area of applications. */
export const eligibilityPath = (address: RoundAddress): string => `${roundPath(address)}/eligibility`

/** Where applying begins: at the screener, where the round has one. */
export const startPath = (
  { screenerVersionId }: { readonly screenerVersionId: string | null },
  address: RoundAddress,
): string => (screenerVersionId === null ? applyPath(address) : eligibilityPath(address))

/** The form without answers, to keep. Served by the area of applications. */
export const blankFormPath = (address: RoundAddress): string => `${roundPath(address)}/form/blank`

/** Where a subscriber changes what they are told, or ends it. */
export const subscriptionPath = (token: string): string => `/subscriptions/${token}`

export const confirmSubscriptionPath = (token: string): string => `/subscriptions/${token}/confirm`

/** @see RFC 8058: mail programs post to it; a person who opens it is asked first. */
export const unsubscribePath = (token: string): string => `/subscriptions/${token}/unsubscribe`

/** The round in the hands of its programme team. Served by the area of funds. */
export const manageRoundPath = ({ fund, round }: RoundAddress): string => `/manage/funds/${fund}/${round}`

export const managePagesPath = (address: RoundAddress): string => `${manageRoundPath(address)}/pages`

export const editPagePath = (address: RoundAddress, slug: PageSlug): string => `${managePagesPath(address)}/${slug}`

export const manageQuestionsPath = (address: RoundAddress): string => `${manageRoundPath(address)}/questions`

export const answerQuestionPath = (address: RoundAddress, id: string): string => `${manageQuestionsPath(address)}/${id}`

export const declineQuestionPath = (address: RoundAddress, id: string): string =>
  `${answerQuestionPath(address, id)}/decline`
