import { canonicalJson, type Json } from '../canonical/index.ts'
import type { AwardType } from '../rounds/fund.ts'
import type { IsoDay } from '../time/day.ts'

/** Who signs for a council: the lead's senior officer and the officer of section 151 of the Local Government Act 1972. */
export const signerRoles = ['senior-officer', 'section-151'] as const
export type SignerRole = (typeof signerRoles)[number]

/** Something that the council undertakes. `standing`: of every award, and not taken out. */
export type Condition = { readonly text: string; readonly dueOn: IsoDay | null; readonly standing: boolean }

/** What of an agreement can be changed. */
export type Terms = {
  readonly title: string
  /** Whole pounds. */
  readonly pounds: number
  readonly startsOn: IsoDay | null
  readonly endsOn: IsoDay | null
  readonly conditions: readonly Condition[]
}

type Body = { readonly id: string; readonly name: string }

/** An agreement between a fund and a council, as both hold it. */
export type Agreement = Terms & {
  readonly document: 'award-agreement'
  readonly format: 1
  readonly version: number
  readonly fund: string
  readonly round: string
  readonly funders: readonly string[]
  readonly type: AwardType
  readonly reference: string
  readonly council: Body
  readonly partners: readonly Body[]
  /** Of the decision that awarded it. */
  readonly decisionSha256: string
  readonly illustrative: boolean
}

/** The one text of an agreement, of which its hash is taken. */
export const agreementText = (agreement: Agreement): string => canonicalJson(agreement as unknown as Json)

/** The terms alone. */
export const termsOf = ({ title, pounds, startsOn, endsOn, conditions }: Terms): Terms => ({
  title,
  pounds,
  startsOn,
  endsOn,
  conditions,
})

/**
 * The learning agreement: what a council gives back for an award of this programme, as its sister rounds asked
 * ("agreement to share experience"), and what came of it, which no evaluation of the first programme says.
 */
export const learningAgreement: readonly Condition[] = [
  'Share what is learned with other councils through the network of the fund, what did not work included.',
  'Let the fund publish the options that were looked at, the choice that was made and the reasons for it.',
  'Say what came of it 12, 24 and 36 months after the start.',
].map((text) => ({ text, dueOn: null, standing: true }))

/** The first terms of an award, before anybody changes them. */
export const firstTerms = (award: Pick<Terms, 'title' | 'pounds' | 'startsOn'>): Terms => ({
  ...award,
  endsOn: null,
  conditions: learningAgreement,
})
