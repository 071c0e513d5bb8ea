import { serviceAreas } from '../assessment/subjects.ts'
import { done, type Result, refused } from '../result.ts'
import { deliveryModels } from '../reviews/delivery-models.ts'

/** How far a council is on the way from review to a running service, in this order. */
export const stages = ['starting', 'options', 'decided', 'setting-up', 'running'] as const
export type Stage = (typeof stages)[number]

/** What a council says of its review, so that peers find it. */
export type Profile = {
  /** The service in its own words. */
  readonly service: string
  /** Of the list that applications and assessors choose from too. */
  readonly serviceAreas: readonly string[]
  /** Delivery models that it considers or has considered, of the list of strategic reviews. */
  readonly models: readonly string[]
  readonly stage: Stage
  readonly about: string
  /** Whom to talk to: a person who acts for the council; null for nobody yet. */
  readonly contactId: string | null
}

/** A profile as somebody typed it. */
export type ProfileTyped = {
  readonly service: string
  readonly serviceAreas: readonly string[]
  readonly models: readonly string[]
  readonly stage: string
  readonly about: string
  readonly contact: string
}

export type ProfileField = keyof ProfileTyped

export type ProfileProblem =
  | { readonly code: 'missing'; readonly field: 'service' | 'serviceAreas' | 'stage' }
  | { readonly code: 'unknown'; readonly field: 'serviceAreas' | 'models' | 'contact' }
  | { readonly code: 'too-long'; readonly field: 'service' | 'about'; readonly most: number }

const longest = { service: 200, about: 4000 } as const

/**
 * A profile from what was typed.
 *
 * @param people those who may be named as whom to talk to
 * @returns the profile, or everything that is wrong
 */
export function readProfile(typed: ProfileTyped, people: readonly string[]): Result<Profile, ProfileProblem> {
  const problems: ProfileProblem[] = []
  const service = typed.service.trim()
  const about = typed.about.trim()
  const stage = stages.find((each) => each === typed.stage)
  if (service === '') problems.push({ code: 'missing', field: 'service' })
  for (const [field, text] of [['service', service] as const, ['about', about] as const])
    if (text.length > longest[field]) problems.push({ code: 'too-long', field, most: longest[field] })
  if (typed.serviceAreas.length === 0) problems.push({ code: 'missing', field: 'serviceAreas' })
  if (!typed.serviceAreas.every((area) => (serviceAreas as readonly string[]).includes(area)))
    problems.push({ code: 'unknown', field: 'serviceAreas' })
  if (!typed.models.every((model) => deliveryModels.some(({ id }) => id === model)))
    problems.push({ code: 'unknown', field: 'models' })
  if (stage === undefined) problems.push({ code: 'missing', field: 'stage' })
  if (typed.contact !== '' && !people.includes(typed.contact)) problems.push({ code: 'unknown', field: 'contact' })
  if (problems.length > 0 || stage === undefined) return refused(...problems)
  const contactId = typed.contact === '' ? null : typed.contact
  return done({
    service,
    serviceAreas: [...new Set(typed.serviceAreas)],
    models: [...new Set(typed.models)],
    stage,
    about,
    contactId,
  })
}
