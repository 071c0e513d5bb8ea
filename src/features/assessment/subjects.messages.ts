import type { Discipline, ServiceArea } from '../../core/assessment/index.ts'
import type { deliveryModels } from '../../core/rules/index.ts'

export const serviceAreaWords: Readonly<Record<ServiceArea, string>> = {
  'adult-social-care': 'Adult social care',
  children: 'Children and young people',
  'culture-and-libraries': 'Culture and libraries',
  'education-and-skills': 'Education and skills',
  'environment-and-waste': 'Environment and waste',
  health: 'Health',
  'highways-and-transport': 'Highways and transport',
  housing: 'Housing',
  'leisure-and-parks': 'Leisure and parks',
  'planning-and-regulation': 'Planning and regulation',
  corporate: 'Corporate services',
}

export const deliveryModelWords: Readonly<Record<(typeof deliveryModels)[number], string>> = {
  'in-house': 'In-house',
  'shared-service': 'Shared service',
  'council-company': 'Council-owned company',
  mutual: 'Mutual',
  'joint-venture': 'Joint venture',
  charity: 'Charity or voluntary body',
  'private-contract': 'Private contract',
  partnership: 'Partnership',
}

export const disciplineWords: Readonly<Record<Discipline, string>> = {
  commercial: 'Commercial',
  'data-and-digital': 'Data and digital',
  finance: 'Finance',
  legal: 'Legal',
  people: 'People and organisations',
  'service-design': 'Service design',
  strategy: 'Strategy',
}

/** Kinds of the register that lead or partner, as assessors know them. */
export const authorityTypeWords = {
  county: 'County council',
  district: 'District council',
  unitary: 'Unitary council',
  'metropolitan-district': 'Metropolitan district',
  'london-borough': 'London borough',
  'combined-authority': 'Combined authority',
} as const

const wordsFrom = (words: Readonly<Record<string, string>>, ids: readonly string[]): readonly string[] =>
  ids.map((id) => words[id] ?? id)

export const areasInWords = (ids: readonly string[]): readonly string[] => wordsFrom(serviceAreaWords, ids)
export const modelsInWords = (ids: readonly string[]): readonly string[] => wordsFrom(deliveryModelWords, ids)

/** As items of checkboxes. */
export const asItems = (words: Readonly<Record<string, string>>): readonly { value: string; text: string }[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
