import { deliveryModels } from '../rules/assessment-rules.ts'

/** What applications are about and assessors know: words that meet, because both choose from one list. */
export const serviceAreas = [
  'adult-social-care',
  'children',
  'culture-and-libraries',
  'education-and-skills',
  'environment-and-waste',
  'health',
  'highways-and-transport',
  'housing',
  'leisure-and-parks',
  'planning-and-regulation',
  'corporate',
] as const
export type ServiceArea = (typeof serviceAreas)[number]

/** What assessors are by training or work. */
export const disciplines = [
  'commercial',
  'data-and-digital',
  'finance',
  'legal',
  'people',
  'service-design',
  'strategy',
] as const
export type Discipline = (typeof disciplines)[number]

/** What an assessor knows. Authority types are kinds of the register. */
export type Expertise = {
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  readonly disciplines: readonly string[]
  readonly authorityTypes: readonly string[]
}

export const noExpertise: Expertise = { serviceAreas: [], deliveryModels: [], disciplines: [], authorityTypes: [] }

/** Words that tell of a service area, as stems at the beginning of a word. */
const tellsArea: Readonly<Record<ServiceArea, readonly string[]>> = {
  'adult-social-care': ['adult social', 'social care', 'older people', 'disab', 'care home', 'home care', 'reablement'],
  children: ['child', 'youth', 'young', 'famil', 'early years', 'fostering', 'adoption'],
  'culture-and-libraries': ['librar', 'museum', 'arts', 'cultur', 'archive', 'theatre', 'heritage'],
  'education-and-skills': ['school', 'education', 'learning', 'skills', 'music service', 'employment'],
  'environment-and-waste': ['waste', 'recycl', 'environment', 'street clean', 'countryside', 'energy'],
  health: ['health', 'substance', 'drug and alcohol', 'sexual'],
  'highways-and-transport': ['highway', 'transport', 'parking', 'road', 'passenger'],
  housing: ['housing', 'homeless', 'supported living', 'repairs'],
  'leisure-and-parks': ['leisure', 'park', 'sport', 'green space', 'grounds', 'tourism'],
  'planning-and-regulation': ['planning', 'regulat', 'licens', 'trading standards', 'building control', 'food safety'],
  corporate: [
    'back office',
    'payroll',
    'revenues',
    'benefits',
    'customer',
    'legal',
    'audit',
    'finance',
    'property',
    'facilities',
    'corporate',
  ],
}

/** What delivery models are called in forms besides their own names. */
const calledModel: Readonly<Record<string, (typeof deliveryModels)[number]>> = {
  'voluntary-body': 'charity',
  outsourcing: 'private-contract',
  'staff-led-mutual': 'mutual',
  'youth-trust': 'charity',
  company: 'council-company',
}

/**
 * The service areas that a text tells of, in the order of the list.
 *
 * @example areasIn('Adult learning and libraries') // => ['culture-and-libraries', 'education-and-skills']
 */
export function areasIn(text: string): readonly ServiceArea[] {
  const words = ` ${text.toLowerCase().replaceAll(/[^a-z]+/g, ' ')} `
  return serviceAreas.filter((area) => tellsArea[area].some((stem) => words.includes(` ${stem}`)))
}

/** The delivery models among the options that were chosen. @example modelsIn(['mutual', 'other']) // => ['mutual'] */
export function modelsIn(options: readonly string[]): readonly string[] {
  const meant = new Set(options.map((option) => calledModel[option] ?? option))
  return deliveryModels.filter((model) => meant.has(model))
}
