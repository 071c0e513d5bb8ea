import { done, type Result, refused } from '../result.ts'

/** What is wrong with one thing that was typed. `field` is the name of the thing in its form. */
export type FieldProblem<Field extends string> =
  | {
      readonly code: 'missing' | 'not-a-number' | 'not-whole' | 'choice-unknown' | 'email-malformed'
      readonly field: Field
    }
  | { readonly code: 'not-a-web-address'; readonly field: Field }
  | { readonly code: 'too-long'; readonly field: Field; readonly most: number }
  | { readonly code: 'too-small'; readonly field: Field; readonly least: number }
  | { readonly code: 'too-large'; readonly field: Field; readonly most: number }
  | { readonly code: 'slug-not-plain'; readonly field: Field }
  | { readonly code: 'slug-reserved'; readonly field: Field; readonly slug: string }

/** The largest whole number that is kept. */
export const mostWhole = 2_000_000_000

/** Limits of a number, both of them allowed. */
export type NumberLimits = { readonly least: number; readonly most: number; readonly decimals?: 0 | 1 | 2 | 6 }

/**
 * A number as people type it: with or without a pound sign, commas and spaces.
 *
 * @example readNumber('budget', '£1,000,000', { least: 1, most: 2e9 }) // => { ok: true, value: 1000000 }
 */
export function readNumber<Field extends string>(
  field: Field,
  typed: string,
  { least, most, decimals = 0 }: NumberLimits,
): Result<number, FieldProblem<Field>> {
  const text = typed.replaceAll(/[£,\s]/g, '')
  if (text === '') return refused({ code: 'missing', field })
  if (!/^[-+−]?\d{1,15}(\.\d{1,15})?$/.test(text)) return refused({ code: 'not-a-number', field })
  const value = Number(text.replace('−', '-'))
  const scale = 10 ** decimals
  if (!Number.isInteger(Math.round(value * scale * 1e6) / 1e6)) return refused({ code: 'not-whole', field })
  if (value < least) return refused({ code: 'too-small', field, least })
  return value > most ? refused({ code: 'too-large', field, most }) : done(value)
}

/** Text of at most so many characters (UTF-16 code units); must there be any? */
export function readText<Field extends string>(
  field: Field,
  typed: string,
  { most, needed }: { readonly most: number; readonly needed: boolean },
): Result<string, FieldProblem<Field>> {
  const text = typed.trim()
  if (needed && text === '') return refused({ code: 'missing', field })
  return text.length > most ? refused({ code: 'too-long', field, most }) : done(text)
}

/** One of the choices there are. */
export function readChoice<Field extends string, Choice extends string>(
  field: Field,
  typed: string,
  choices: readonly Choice[],
): Result<Choice, FieldProblem<Field>> {
  const chosen = choices.find((choice) => choice === typed)
  if (chosen !== undefined) return done(chosen)
  return refused({ code: typed === '' ? 'missing' : 'choice-unknown', field })
}

/** Whether text can be the part of an address that stands for a fund or round. @example isSlug('round-1') // => true */
export const isSlug = (text: string): boolean => text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

/**
 * The part of an address that stands for a thing: small letters, digits and single hyphens.
 *
 * @param reserved words that the addresses of the service itself use
 */
export function readSlug<Field extends string>(
  field: Field,
  typed: string,
  reserved: readonly string[],
): Result<string, FieldProblem<Field>> {
  const slug = typed.trim()
  if (slug === '') return refused({ code: 'missing', field })
  if (slug.length > 60) return refused({ code: 'too-long', field, most: 60 })
  if (!isSlug(slug)) return refused({ code: 'slug-not-plain', field })
  return reserved.includes(slug) ? refused({ code: 'slug-reserved', field, slug }) : done(slug)
}

/**
 * Whether text can be an email address: one @ between a local part and a domain with a dot. Only a message shows
 * whether anybody reads it.
 */
export const looksLikeEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>(),;:"[\]\\]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(text)

/** An email address in small letters, or '' when none is typed and none is needed. */
export function readEmail<Field extends string>(
  field: Field,
  typed: string,
  needed: boolean,
): Result<string, FieldProblem<Field>> {
  const email = typed.trim().toLowerCase()
  if (email === '') return needed ? refused({ code: 'missing', field }) : done('')
  return looksLikeEmail(email) ? done(email) : refused({ code: 'email-malformed', field })
}

/** An http or https address, or ''. */
export function readWebAddress<Field extends string>(field: Field, typed: string): Result<string, FieldProblem<Field>> {
  const text = typed.trim()
  if (text === '') return done('')
  if (text.length > 2000) return refused({ code: 'too-long', field, most: 2000 })
  return /^https?:\/\/[^\s/.]+\.[^\s]+$/i.test(text) ? done(text) : refused({ code: 'not-a-web-address', field })
}

/** The problems of several readings, in their order. */
export const problemsOf = <Problem>(readings: readonly Result<unknown, Problem>[]): readonly Problem[] =>
  readings.flatMap((reading) => (reading.ok ? [] : reading.problems))

/** Every reading's value by name, or every problem of them all, in the order of the names. */
export function together<Values extends object, Problem>(
  readings: {
    readonly [Name in keyof Values]: Result<Values[Name], Problem>
  },
): Result<Values, Problem> {
  const entries = Object.entries(readings) as [string, Result<unknown, Problem>][]
  const problems = problemsOf(entries.map(([, reading]) => reading))
  if (problems.length > 0) return refused(...problems)
  return done(Object.fromEntries(entries.map(([name, reading]) => [name, reading.ok && reading.value])) as Values)
}
