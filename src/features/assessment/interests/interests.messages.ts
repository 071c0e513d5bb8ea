import { dayInWords } from '../../../core/time/day.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import type { Interest, InterestKind } from './interests.store.ts'
import type { InterestProblem } from './own-interests.ts'

export const interestWords: Readonly<Record<InterestKind, string>> = {
  employer: 'An employer, now or in the last three years',
  authority: 'An authority in which I or somebody close to me has an interest',
  supplier: 'A supplier, company or mutual in which I or somebody close to me has an interest',
  home: 'The council where I live',
}

export const interestShort: Readonly<Record<InterestKind, string>> = {
  employer: 'Employer',
  authority: 'Authority of interest',
  supplier: 'Supplier of interest',
  home: 'Home',
}

/** An interest without its kind. @example 'Tarnshire County Council, until 31 March 2024' */
export const interestName = ({ name, endedOn }: Pick<Interest, 'name' | 'endedOn'>): string =>
  endedOn === null ? name : `${name}, until ${dayInWords(endedOn)}`

/** An interest in one line, for those who run a round. */
export const interestLine = (interest: Interest): string => `${interestShort[interest.kind]}: ${interestName(interest)}`

const words: Readonly<Record<InterestProblem['code'], string>> = {
  'kind-missing': 'Select what it is to you',
  'name-missing': 'Enter its name',
  'name-too-long': 'The name must be 200 characters or less',
  'day-wrong': 'The last day must be a real date that is not in the future, or be left blank',
  'not-in-register': 'No authority of this name is in the register. Check the name, or enter it as a supplier',
}

export const interestProblemText = ({ code, field }: InterestProblem): FieldText => ({
  field,
  text: words[code],
  href: `#${field}`,
})
