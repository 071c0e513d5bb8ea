import type { Interests } from '../conflicts/index.ts'
import type { ExpertProfile } from './profile.ts'

const forms = ['limited', 'ltd', 'llp', 'plc', 'cic', 'community interest company', 'limited liability partnership']

/**
 * A company’s name without what is written of one company in several ways: case, punctuation, what stands in brackets, “the”
 * before it and its legal form after it. Two names with the same key are taken to be of one company.
 *
 * @example companyKey('The ACME Advice Co. Ltd. (illustrative)') // => 'acme advice co'
 */
export function companyKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll('&', ' and ')
    .replaceAll(/[\p{M}.'’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
  const form = forms.find((each) => words.endsWith(` ${each}`))
  return form === undefined ? words : words.slice(0, -form.length - 1)
}

/** A company that has to do with a question: a body of the register that bids, or a supplier of the bid or of its support. */
export type CompanyInvolved = {
  readonly organisationId: string | null
  readonly supplierId: string | null
  readonly name: string
}

/**
 * Which of the companies that have to do with a question an expert works for, or has an interest in, by what they have said of
 * themselves: by name, since nobody keeps a register of companies here.
 */
export function companyInterests(
  companies: ExpertProfile['companies'],
  involved: readonly CompanyInvolved[],
): Pick<Interests, 'employers' | 'authorities' | 'suppliers'> {
  const met = companies.flatMap(({ name, tie, endedOn }) =>
    involved
      .filter((each) => companyKey(each.name) === companyKey(name))
      .map(({ organisationId, supplierId }) => ({ organisationId, supplierId, endedOn, tie })),
  )
  const interests = met.filter(({ tie }) => tie === 'interest')
  return {
    employers: met
      .filter(({ tie }) => tie === 'employer')
      .map(({ organisationId, supplierId, endedOn }) => ({ organisationId, supplierId, endedOn })),
    authorities: interests.flatMap(({ organisationId }) => organisationId ?? []),
    suppliers: interests.flatMap(({ supplierId }) => supplierId ?? []),
  }
}
