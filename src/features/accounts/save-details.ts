import { done, type Result, refused } from '../../core/result.ts'
import { isSpoken, type Languages } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { savePersonDetails } from './people.store.ts'

export type Details = {
  readonly name: string
  readonly jobTitle: string
  readonly phone: string
  /** In which they want to be written to; null where they were not asked. */
  readonly language: string | null
}

type DetailField = 'name' | 'jobTitle' | 'phone'

export type DetailsProblem =
  | { readonly code: 'name-missing' }
  | { readonly code: 'detail-too-long'; readonly field: DetailField; readonly most: number }
  | { readonly code: 'language-unknown' }
  | { readonly code: 'phone-malformed' }

const mostCharacters: Record<DetailField, number> = { name: 100, jobTitle: 100, phone: 40 }

/** Keeps what a person tells about themselves. A phone number may be left out. */
export async function saveDetails(
  services: Services,
  saved: { readonly personId: string; readonly details: Details; readonly at: Date },
): Promise<Result<undefined, DetailsProblem>> {
  const { personId, details, at } = saved
  const problems = problemsOf(details, services.languages)
  if (problems.length > 0) return refused(...problems)
  await services.db.transaction().execute(async (tx) => {
    await savePersonDetails(tx, personId, details)
    const event = { actorId: personId, objectType: 'person', objectId: personId, at }
    await recordEvent(tx, { action: 'person.changed', ...event })
  })
  return done(undefined)
}

function problemsOf(details: Details, languages: Languages): readonly DetailsProblem[] {
  const problems: DetailsProblem[] = []
  if (details.name === '') problems.push({ code: 'name-missing' })
  for (const field of ['name', 'jobTitle', 'phone'] as const) {
    const most = mostCharacters[field]
    if (details[field].length > most) problems.push({ code: 'detail-too-long', field, most })
  }
  const { phone } = details
  const digits = phone.replace(/\D/g, '').length
  const isPhone = /^\+?[\d\s().-]+( ?(x|ext\.?|extension) ?\d+)?$/i.test(phone) && digits >= 7
  if (phone !== '' && phone.length <= mostCharacters.phone && !isPhone) problems.push({ code: 'phone-malformed' })
  const { language } = details
  if (language !== null && !isSpoken(languages, language)) problems.push({ code: 'language-unknown' })
  return problems
}
