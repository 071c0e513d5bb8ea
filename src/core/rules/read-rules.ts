import { done, type Result, refused } from '../result.ts'
import type { Band, Criterion } from './assessment-rules.ts'

/** What was typed that cannot be read. `field` is its name in the form. What is left out is for the checks to say. */
export type TypedProblem = {
  readonly code: 'not-a-number' | 'out-of-range' | 'name-missing' | 'too-long'
  readonly field: string
  readonly label: string
  readonly least: number
  readonly most: number
}

export type Limits = { readonly least: number; readonly most: number; readonly decimals: number }

type NumberTyped = { readonly field: string; readonly label: string; readonly typed: string }

/** A number as people type it, with or without a per cent sign; null when nothing is typed. */
export function readOptionalNumber(
  { field, label, typed }: NumberTyped,
  { least, most, decimals }: Limits,
): Result<number | null, TypedProblem> {
  const text = typed.replaceAll(/[%\s]/g, '')
  if (text === '') return done(null)
  const about = { field, label, least, most }
  const form = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${decimals}})?$`)
  if (!form.test(text)) return refused({ code: 'not-a-number', ...about })
  const value = Number(text)
  return value < least || value > most ? refused({ code: 'out-of-range', ...about }) : done(value)
}

export type BandTyped = Readonly<Record<'points' | 'name' | 'guidance', string>>

export type CriterionTyped = Readonly<Record<'name' | 'looksFor' | 'weight' | 'least', string>> & {
  readonly questions: readonly string[]
  readonly bands: readonly BandTyped[]
}

/** The most characters of a text of a criterion. */
export const mostCharacters = 2000

const percent: Limits = { least: 0, most: 100, decimals: 2 }
const points: Limits = { least: 0, most: 1000, decimals: 2 }

/**
 * A criterion from what was typed, without its id. Rows of bands that are blank altogether are left out; the others come
 * in the order of their points.
 */
export function readCriterion(typed: CriterionTyped): Result<Omit<Criterion, 'id'>, TypedProblem> {
  const problems: TypedProblem[] = []
  const take = (field: string, label: string, text: string, limits: Limits): number | null => {
    const read = readOptionalNumber({ field, label, typed: text }, limits)
    if (!read.ok) problems.push(...read.problems)
    return read.ok ? read.value : null
  }
  const words = (field: string, label: string, text: string): string => {
    if (text.length > mostCharacters) problems.push({ code: 'too-long', field, label, least: 0, most: mostCharacters })
    return text.trim()
  }
  if (typed.name.trim() === '')
    problems.push({ code: 'name-missing', field: 'name', label: 'Name', least: 0, most: mostCharacters })
  const name = words('name', 'Name', typed.name)
  const looksFor = words('looks-for', 'What it looks for', typed.looksFor)
  const weightPercent = take('weight', 'Weight', typed.weight, percent) ?? 0
  const leastPoints = take('least', 'Fewest points', typed.least, points)
  const bands: Band[] = []
  typed.bands.forEach((band, index) => {
    const place = `band-${index + 1}`
    if (`${band.points}${band.name}${band.guidance}`.trim() === '') return
    const label = `Points of band ${index + 1}`
    const value = take(`${place}-points`, label, band.points, points)
    if (band.points.trim() === '')
      problems.push({ code: 'not-a-number', field: `${place}-points`, label, least: 0, most: 1000 })
    bands.push({
      points: value ?? 0,
      name: words(`${place}-name`, `Name of band ${index + 1}`, band.name),
      guidance: words(`${place}-guidance`, `Guidance of band ${index + 1}`, band.guidance),
    })
  })
  if (problems.length > 0) return refused(...problems)
  bands.sort((one, other) => one.points - other.points)
  return done({ name, looksFor, questions: typed.questions, weightPercent, leastPoints, bands })
}

/** A criterion as its form shows it again, with rows to add bands in. */
export const typedCriterion = (criterion: Omit<Criterion, 'id'>): CriterionTyped => ({
  name: criterion.name,
  looksFor: criterion.looksFor,
  weight: criterion.weightPercent === 0 ? '' : String(criterion.weightPercent),
  least: criterion.leastPoints === null ? '' : String(criterion.leastPoints),
  questions: criterion.questions,
  bands: criterion.bands.map(({ points: each, name, guidance }) => ({ points: String(each), name, guidance })),
})
