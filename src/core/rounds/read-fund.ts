import type { Result } from '../result.ts'
import {
  type FieldProblem,
  mostWhole,
  readChoice,
  readNumber,
  readSlug,
  readText,
  readWebAddress,
  together,
} from './field-problem.ts'
import { awardTypes, type Fund, type Funder, vatRules } from './fund.ts'

/** What people set about a fund. */
export type FundDetails = Omit<Fund, 'id' | 'sources' | 'illustrative' | 'createdAt'>

export type FundField = keyof FundDetails

/** The fields of a fund as typed. */
export type FundTyped = Readonly<Record<FundField, string>>

export type FundProblem = FieldProblem<FundField> | { readonly code: 'slug-taken'; readonly field: 'slug' }

/** Words that stand where a fund's name would in addresses of the service itself. */
export const reservedFundSlugs = ['new'] as const

/**
 * A fund from what was typed, or everything that is wrong with it, in the order of the form. That the money does not
 * reach for every place at the cap is no problem: see `fundWarnings`.
 */
export function readFund(typed: FundTyped): Result<FundDetails, FundProblem> {
  return together<FundDetails, FundProblem>({
    name: readText('name', typed.name, { most: 120, needed: true }),
    slug: readSlug('slug', typed.slug, reservedFundSlugs),
    summary: readText('summary', typed.summary, { most: 1000, needed: false }),
    awardType: readChoice('awardType', typed.awardType, awardTypes),
    ...moneyFields(typed),
    vat: readChoice('vat', typed.vat, vatRules),
    seniorOfficerName: readText('seniorOfficerName', typed.seniorOfficerName, { most: 120, needed: false }),
    seniorOfficerTitle: readText('seniorOfficerTitle', typed.seniorOfficerTitle, { most: 120, needed: false }),
  })
}

/** What awards are bound by: nobody but whoever decides changes it once scores are known. */
export const moneyOfFund = ['budgetPounds', 'places', 'capPounds'] as const
export type MoneyField = (typeof moneyOfFund)[number]
export type FundMoney = Pick<Fund, MoneyField>
export type MoneyTyped = Pick<FundTyped, MoneyField>

/** The money of a fund by itself, from what was typed. */
export const readMoney = (typed: MoneyTyped): Result<FundMoney, FieldProblem<MoneyField>> =>
  together<FundMoney, FieldProblem<MoneyField>>(moneyFields(typed))

const pounds = { least: 1, most: mostWhole }
const moneyFields = (typed: MoneyTyped) => ({
  budgetPounds: readNumber('budgetPounds' as const, typed.budgetPounds, pounds),
  places: readNumber('places' as const, typed.places, { least: 1, most: 1000 }),
  capPounds: readNumber('capPounds' as const, typed.capPounds, pounds),
})

/** What people set about one of the bodies that pay for a fund. */
export type FunderDetails = Omit<Funder, 'organisationId' | 'organisationName' | 'position'>

export type FunderField = keyof FunderDetails

export type FunderTyped = Readonly<Record<FunderField, string>>

export type FunderProblem =
  | FieldProblem<FunderField>
  | { readonly code: 'organisation-unknown' }
  | { readonly code: 'funder-twice'; readonly name: string }
  | { readonly code: 'quote-without-speaker'; readonly field: 'quoteSpeaker' }

/** A funder from what was typed. Its contribution may be left blank: not stated. */
export function readFunder(typed: FunderTyped): Result<FunderDetails, FunderProblem> {
  const quote = readText('quote', typed.quote, { most: 2000, needed: false })
  const speaker = readText('quoteSpeaker', typed.quoteSpeaker, { most: 200, needed: false })
  const unspoken = quote.ok && quote.value !== '' && speaker.ok && speaker.value === ''
  return together<FunderDetails, FunderProblem>({
    contributionPounds:
      typed.contributionPounds.trim() === ''
        ? { ok: true, value: null }
        : readNumber('contributionPounds', typed.contributionPounds, { least: 0, most: mostWhole }),
    logoText: readText('logoText', typed.logoText, { most: 120, needed: false }),
    quote,
    quoteSpeaker: unspoken
      ? { ok: false, problems: [{ code: 'quote-without-speaker', field: 'quoteSpeaker' }] }
      : speaker,
    quoteSourceUrl: readWebAddress('quoteSourceUrl', typed.quoteSourceUrl),
  })
}
