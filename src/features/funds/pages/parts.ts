/** What the pages of funds and rounds share. */
import { button, input, type TagOptions, tag, textarea, warningText } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { type FieldWords, fieldName, type Words } from '../fields.messages.ts'

/** What was typed comes back as it was, with everything that is wrong with it. */
export type FormState<Typed> = { readonly typed: Typed; readonly errors: readonly Words[] }

/** What is wrong with one field, for the field itself. */
export function errorAt(errors: readonly Words[], field: string): { readonly text: string } | undefined {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

type Field = {
  readonly field: string
  readonly words: FieldWords
  readonly value: string
  readonly errors: readonly Words[]
}

/** One line of text. `width` is a class of govuk-frontend; `pounds` puts a pound sign in front. */
export const textField = (
  { field, words, value, errors }: Field,
  options: {
    readonly width?: string
    readonly pounds?: boolean
    readonly numeric?: boolean
    readonly type?: string
  } = {},
): SafeHtml =>
  input({
    id: fieldName(field),
    name: fieldName(field),
    label: { text: words.label, classes: 'govuk-label--s' },
    hint: words.hint === undefined ? undefined : { text: words.hint },
    errorMessage: errorAt(errors, field),
    value,
    type: options.type,
    classes: options.width,
    inputmode: options.numeric || options.pounds ? 'numeric' : undefined,
    prefix: options.pounds ? { text: '£' } : undefined,
    spellcheck: options.numeric || options.pounds ? false : undefined,
  })

/** Several lines of text. */
export const longField = ({ field, words, value, errors }: Field, rows: number): SafeHtml =>
  textarea({
    id: fieldName(field),
    name: fieldName(field),
    label: { text: words.label, classes: 'govuk-label--s' },
    hint: words.hint === undefined ? undefined : { text: words.hint },
    errorMessage: errorAt(errors, field),
    value,
    rows,
  })

/** Things to look at again, or nothing. */
export const warningsOf = (warnings: readonly string[]): SafeHtml =>
  html`${warnings.map((text) => warningText({ text }))}`

export const saveButton = (text: string): SafeHtml => button({ text, preventDoubleClick: true })

export const pounds = (amount: number): string => `£${new Intl.NumberFormat('en-GB').format(amount)}`

/** A whole number, or a half as "12.5". */
export const figure = (amount: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(amount)

export const caption = (text: string): SafeHtml => html`<span class="govuk-caption-l">${text}</span>`

export const tagOf = (options: TagOptions): SafeHtml => tag(options)

export const link = (href: string, text: string, hidden = ''): SafeHtml =>
  html`<a class="govuk-link" href="${href}">${text}${hidden !== '' && html`<span class="govuk-visually-hidden"> ${hidden}</span>`}</a>`
