import type { AssessmentRules, Limits } from '../../../core/rules/index.ts'
import type { Words } from '../fields.messages.ts'

export type Option = { readonly value: string; readonly text: string }

/** One thing to fill in. `group` is a heading that it begins. */
export type RuleField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly group?: string
} & (
  | { readonly kind: 'number'; readonly limits: Limits; readonly suffix?: string }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'text'; readonly rows: number }
)

/** What was typed in a section: numbers that could be read, and text. */
export type SectionRead = {
  readonly number: (name: string) => number | null
  readonly text: (name: string) => string
}

/** What the choices of a section depend on: who may lead, and the form's questions for a sum. */
export type SectionContext = {
  readonly eligibleKinds: readonly string[]
  readonly sumQuestions: readonly { readonly id: string; readonly label: string }[]
}

/** A part of the rules with a page of its own. `locked`: it stands once the round is public. */
export type RuleSection = {
  readonly slug: string
  readonly title: string
  readonly intro: string
  readonly locked: boolean
  readonly fields: (rules: AssessmentRules, of: SectionContext) => readonly RuleField[]
  readonly values: (rules: AssessmentRules) => Readonly<Record<string, string>>
  readonly apply: (rules: AssessmentRules, read: SectionRead) => AssessmentRules
  /** What of it does not go together, at its fields: said before it is saved. */
  readonly clashes?: (rules: AssessmentRules) => readonly Words[]
}

export const whole = (most: number, least = 0): Limits => ({ least, most, decimals: 0 })
export const shown = (value: number | null): string => (value === null ? '' : String(value))
export const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const
export const isYes = (value: boolean): string => (value ? 'yes' : 'no')
export const options = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, text: words[value] }))
export const oneOf = <Value extends string>(values: readonly Value[], text: string, otherwise: Value): Value =>
  values.find((value) => value === text) ?? otherwise
