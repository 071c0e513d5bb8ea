/** What the law lets a public body withhold, and which of it only where the public interest is greater. */

export type Exemption = {
  readonly id: string
  readonly law: 'foi' | 'eir'
  /** As it is cited: `section 40`, `regulation 12(5)(e)`. */
  readonly cited: string
  readonly name: string
  /** Whether the public interest in withholding has to be weighed against that in telling. */
  readonly qualified: boolean
}

const section = (number: number, name: string, qualified: boolean): Exemption => ({
  id: `s${number}`,
  law: 'foi',
  cited: `section ${number}`,
  name,
  qualified,
})

const regulation = (number: string, name: string, qualified: boolean): Exemption => ({
  id: `r${number.replaceAll(/[()]/g, '-').replaceAll('--', '-').replace(/-$/, '')}`,
  law: 'eir',
  cited: `regulation ${number}`,
  name,
  qualified,
})

/**
 * The exemptions of the Freedom of Information Act 2000 that a request about a fund may meet, with its refusals for cost
 * and vexation, and the exceptions of the Environmental Information Regulations 2004.
 *
 * @see docs/sources.md#requests-for-information
 */
export const exemptions: readonly Exemption[] = [
  section(12, 'Cost is above the limit', false),
  section(14, 'Vexatious or repeated', false),
  section(21, 'Accessible by other means', false),
  section(22, 'Intended for future publication', true),
  section(24, 'National security', true),
  section(28, 'Relations within the United Kingdom', true),
  section(29, 'The economy', true),
  section(31, 'Law enforcement', true),
  section(33, 'Audit functions', true),
  section(35, 'Formulation of government policy', true),
  section(36, 'Conduct of public affairs', true),
  section(38, 'Health and safety', true),
  section(40, 'Personal information', false),
  section(41, 'Provided in confidence', false),
  section(42, 'Legal professional privilege', true),
  section(43, 'Commercial interests', true),
  section(44, 'Prohibited by other law', false),
  regulation('12(4)(b)', 'Manifestly unreasonable', true),
  regulation('12(4)(c)', 'Too general', true),
  regulation('12(4)(d)', 'Still being completed', true),
  regulation('12(4)(e)', 'Internal communications', true),
  regulation('12(5)(b)', 'Course of justice', true),
  regulation('12(5)(c)', 'Intellectual property', true),
  regulation('12(5)(d)', 'Confidentiality of proceedings', true),
  regulation('12(5)(e)', 'Commercial confidentiality', true),
  regulation('12(5)(f)', 'Interests of whoever provided it', true),
  regulation('13', 'Personal data', false),
]

export const exemptionOf = (id: string): Exemption | undefined => exemptions.find((each) => each.id === id)
