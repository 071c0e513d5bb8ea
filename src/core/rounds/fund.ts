/** What a council gets: professional help that is bought for it, or money. */
export const awardTypes = ['support-in-kind', 'grant'] as const
export type AwardType = (typeof awardTypes)[number]

/** Whether the amounts of a fund include value added tax. */
export const vatRules = ['included', 'excluded', 'not-stated'] as const
export type VatRule = (typeof vatRules)[number]

/** Where a published fact can be read. */
export type FactSource = { readonly fact: string; readonly title: string; readonly url: string }

/** A challenge fund. Amounts are whole pounds; `places` is the most awards there may be: fewer is valid. */
export type Fund = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly summary: string
  readonly awardType: AwardType
  readonly budgetPounds: number
  readonly places: number
  /** The most that one award may be worth. */
  readonly capPounds: number
  readonly vat: VatRule
  readonly seniorOfficerName: string
  readonly seniorOfficerTitle: string
  readonly sources: readonly FactSource[]
  /** Made up, and labelled so wherever it is shown. */
  readonly illustrative: boolean
  readonly createdAt: Date
}

/** A body that pays for a fund or puts its name to it. */
export type Funder = {
  readonly organisationId: string
  readonly organisationName: string
  readonly position: number
  /** Null: not stated. */
  readonly contributionPounds: number | null
  /** The logo as words. */
  readonly logoText: string
  readonly quote: string
  readonly quoteSpeaker: string
  readonly quoteSourceUrl: string
}
