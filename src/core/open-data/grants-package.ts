import { illustrativeWords } from '../text/illustrative-words.ts'
import { plainList } from '../text/plain-list.ts'
import type { IsoDay } from '../time/day.ts'
import { organisationIdOf, type PublishedBody, type PublishedPlace, placeOf } from './organisation-id.ts'

/** An award that is to be told to everyone. Amounts are whole pounds. */
export type PublishedAward = {
  /** Unique among what the publisher has ever published, and the same for ever. */
  readonly reference: string
  readonly title: string
  /** What it is for; the title again where nothing more is known. */
  readonly description: string
  readonly pounds: number
  readonly askedPounds: number | null
  readonly type: 'support-in-kind' | 'grant'
  readonly awardedOn: IsoDay
  readonly startsOn: IsoDay | null
  readonly endsOn: IsoDay | null
  readonly lead: PublishedBody
  readonly partners: readonly PublishedBody[]
  /** Of a grant: what was paid, and what came back as less than 0; none of support in kind. */
  readonly payments: readonly PublishedPayment[]
  /** When what is told of it last changed. */
  readonly changedAt: Date
}

/** Money of a grant that moved. `pence` is less than 0 for what came back. */
export type PublishedPayment = {
  /** Unique among those of its award, and the same for ever. */
  readonly id: string
  readonly on: IsoDay
  readonly pence: number
}

/** The same with whose it is. */
export type AwardPayment = PublishedPayment & {
  /** Of the award. */
  readonly reference: string
  /** Under which it stands in the ledger. */
  readonly paymentReference: string
}

/** Who publishes, and what the awards belong to. */
export type Publication = {
  /** As 360Giving gave it, such as `360G-example`. */
  readonly prefix: string
  readonly publisher: string
  readonly website: string
  readonly programme: { readonly code: string; readonly title: string; readonly url: string }
  /** Who pays, the chief one first. */
  readonly funders: readonly PublishedBody[]
  /** Where people can read it. */
  readonly source: string
  readonly download: string
  readonly issuedOn: IsoDay
  readonly illustrative: boolean
}

type Organisation = { readonly id: string; readonly name: string; readonly location?: readonly PublishedPlace[] }

/** A payment as the standard has it. `value` is in pounds. */
type Transaction = {
  readonly id: string
  readonly transactionDate: IsoDay
  readonly currency: 'GBP'
  readonly value: number
  readonly description?: string
}

/** One award as the 360Giving Data Standard has it. */
export type Grant = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly currency: 'GBP'
  readonly amountAppliedFor?: number
  readonly amountAwarded: number
  readonly amountDisbursed?: number
  readonly awardDate: IsoDay
  readonly plannedDates?: readonly [{ readonly startDate: IsoDay; readonly endDate?: IsoDay }]
  readonly recipientOrganization: readonly [Organisation]
  readonly fundingOrganization: readonly [Organisation]
  readonly beneficiaryLocation: readonly PublishedPlace[]
  readonly grantProgramme: readonly [{ readonly code: string; readonly title: string; readonly url: string }]
  readonly classifications: readonly [{ readonly vocabulary: string; readonly code: string; readonly title: string }]
  readonly fromOpenCall: 'Yes'
  readonly disbursementTransaction?: readonly Transaction[]
  readonly dataSource: string
  readonly dateModified: string
}

export type GrantsPackage = {
  readonly version: '1.4'
  readonly title: string
  readonly description: string
  readonly identifier: string
  readonly issued: IsoDay
  readonly license: string
  readonly publisher: { readonly name: string; readonly website: string }
  readonly downloadURL: string
  readonly accessURL: string
  readonly grants: readonly Grant[]
}

const openGovernmentLicence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

/**
 * Awards as a package of the 360Giving Data Standard 1.4. Only the chief funder is a funding organisation, because the
 * standard's tools count an award once for each; the others are named in the description.
 *
 * @throws {RangeError} without an award, since the standard knows no empty package, or without a funder
 * @see docs/sources.md#360giving-data-standard
 */
export function packageOf(awards: readonly PublishedAward[], publication: Publication): GrantsPackage {
  if (awards.length === 0) throw new RangeError('a package has at least one grant')
  const { programme, publisher, website, prefix, source, download, issuedOn, illustrative } = publication
  return {
    version: '1.4',
    title: marked(illustrative, `Awards of ${programme.title}`),
    description: marked(illustrative, `Every award of ${programme.title}, as published by ${publisher}.`),
    identifier: `${prefix}:${programme.code}`,
    issued: issuedOn,
    license: openGovernmentLicence,
    publisher: { name: publisher, website },
    downloadURL: download,
    accessURL: source,
    grants: awards.map((award) => grantOf(award, publication)),
  }
}

const marked = (illustrative: boolean, text: string): string => (illustrative ? `${illustrativeWords} ${text}` : text)

const kinds = {
  'support-in-kind': 'Support in kind',
  grant: 'Grant',
} as const

function grantOf(award: PublishedAward, publication: Publication): Grant {
  const { prefix, programme, source, illustrative } = publication
  const { startsOn, endsOn, askedPounds, lead, partners } = award
  const [funder, ...others] = publication.funders
  if (funder === undefined) throw new RangeError('an award has a funder')
  const bodyOf = (body: PublishedBody): Organisation => ({ id: organisationIdOf(body, prefix), name: body.name })
  return {
    id: `${prefix}-${award.reference}`,
    title: marked(illustrative, award.title),
    description: marked(illustrative, descriptionOf(award, others)),
    currency: 'GBP',
    ...(askedPounds !== null && { amountAppliedFor: askedPounds }),
    amountAwarded: award.pounds,
    ...(award.type === 'grant' && { amountDisbursed: poundsOf(sumOf(award.payments)) }),
    awardDate: award.awardedOn,
    ...(startsOn !== null && {
      plannedDates: [{ startDate: startsOn, ...(endsOn !== null && { endDate: endsOn }) }] as const,
    }),
    recipientOrganization: [{ ...bodyOf(lead), location: [placeOf(lead)] }],
    fundingOrganization: [bodyOf(funder)],
    beneficiaryLocation: [lead, ...partners].map(placeOf),
    grantProgramme: [programme],
    classifications: [{ vocabulary: 'Type of award', code: award.type, title: kinds[award.type] }],
    fromOpenCall: 'Yes',
    ...(award.payments.length > 0 && { disbursementTransaction: award.payments.map(transactionOf(award, prefix)) }),
    dataSource: source,
    dateModified: award.changedAt.toISOString(),
  }
}

const poundsOf = (pence: number): number => pence / 100

const sumOf = (payments: readonly PublishedPayment[]): number => payments.reduce((sum, { pence }) => sum + pence, 0)

const transactionOf =
  ({ reference }: PublishedAward, prefix: string) =>
  ({ id, on, pence }: PublishedPayment): Transaction => ({
    id: `${prefix}-${reference}/${id}`,
    transactionDate: on,
    currency: 'GBP',
    value: poundsOf(pence),
    ...(pence < 0 && { description: 'Money that came back' }),
  })

function descriptionOf({ type, description, partners }: PublishedAward, others: readonly PublishedBody[]): string {
  const names = (bodies: readonly PublishedBody[]): string => plainList(bodies.map(({ name }) => name))
  return [
    description,
    ...(type === 'support-in-kind'
      ? [
          'This is support in kind: the amount is what the help that is bought for the council may cost, and no money is paid to it.',
        ]
      : []),
    ...(partners.length > 0 ? [`With ${names(partners)}.`] : []),
    ...(others.length > 0 ? [`Funded together with ${names(others)}.`] : []),
  ].join(' ')
}

/** The columns of the standard's own spreadsheet format, by their titles. */
export const grantColumns: readonly {
  readonly heading: string
  readonly cell: (grant: Grant) => string | number | undefined
}[] = [
  { heading: 'Identifier', cell: ({ id }) => id },
  { heading: 'Title', cell: ({ title }) => title },
  { heading: 'Description', cell: ({ description }) => description },
  { heading: 'Currency', cell: ({ currency }) => currency },
  { heading: 'Amount Applied For', cell: ({ amountAppliedFor }) => amountAppliedFor },
  { heading: 'Amount Awarded', cell: ({ amountAwarded }) => amountAwarded },
  { heading: 'Amount Disbursed', cell: ({ amountDisbursed }) => amountDisbursed },
  { heading: 'Award Date', cell: ({ awardDate }) => awardDate },
  { heading: 'Planned Dates:Start Date', cell: ({ plannedDates }) => plannedDates?.[0].startDate },
  { heading: 'Planned Dates:End Date', cell: ({ plannedDates }) => plannedDates?.[0].endDate },
  { heading: 'Recipient Org:Identifier', cell: ({ recipientOrganization: [lead] }) => lead.id },
  { heading: 'Recipient Org:Name', cell: ({ recipientOrganization: [lead] }) => lead.name },
  { heading: 'Funding Org:Identifier', cell: ({ fundingOrganization: [funder] }) => funder.id },
  { heading: 'Funding Org:Name', cell: ({ fundingOrganization: [funder] }) => funder.name },
  { heading: 'Grant Programme:Code', cell: ({ grantProgramme: [{ code }] }) => code },
  { heading: 'Grant Programme:Title', cell: ({ grantProgramme: [{ title }] }) => title },
  { heading: 'Grant Programme:URL', cell: ({ grantProgramme: [{ url }] }) => url },
  { heading: 'Beneficiary Location:Name', cell: ({ beneficiaryLocation: [place] }) => place?.name },
  { heading: 'Beneficiary Location:Country Code', cell: ({ beneficiaryLocation: [place] }) => place?.countryCode },
  { heading: 'Beneficiary Location:Geographic Code', cell: ({ beneficiaryLocation: [place] }) => place?.geoCode },
  {
    heading: 'Beneficiary Location:Geographic Code Type',
    cell: ({ beneficiaryLocation: [place] }) => place?.geoCodeType,
  },
  { heading: 'From An Open Call?', cell: ({ fromOpenCall }) => fromOpenCall },
  { heading: 'Data Source', cell: ({ dataSource }) => dataSource },
  { heading: 'Last Modified', cell: ({ dateModified }) => dateModified },
]
