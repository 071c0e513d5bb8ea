import { type Question, type ShownFields, showAnswer } from '../../../../core/forms/index.ts'
import { details } from '../../../../ui/components/index.ts'
import type { SafeHtml } from '../../../../ui/html.ts'
import { markdown, markdownLine } from '../../../../ui/markdown.ts'

/** A body that can be chosen in an authority question. */
export type AuthorityChoice = { readonly value: string; readonly text: string }

/** A file as its own people see it. `not-scanned`: it can be had, and no scanner is set up. */
export type FileView = {
  readonly state: 'pending' | 'clean' | 'not-scanned' | 'infected' | 'failed'
  readonly href: string | undefined
}

/** Where scripts send files in pieces, and whether a file that is removed there is deleted after 30 days. */
export type UploadsTo = { readonly address: string; readonly forgets: boolean }

/** `named`: the kinds of bodies that answers name. `every`: that of the lead too, since there is an application. */
export type FactsKnown = 'named' | 'every'

/** All that a field needs to know beside its question. */
export type FieldContext = {
  /** The name and id of the input; of a question with several inputs, what their names begin with. */
  readonly name: string
  /** What stands in the inputs, by input name. */
  readonly shown: ShownFields
  /** What is wrong, in words, by the input to go to. */
  readonly problems: ReadonlyMap<string, string>
  readonly authorities: readonly AuthorityChoice[]
  /** What is known of files besides their answers, by id; nothing where a form is only looked at. */
  readonly files: ReadonlyMap<string, FileView>
  /** Undefined where no files can be sent. */
  readonly uploads: UploadsTo | undefined
  /** Whether a form is only tried out: what is entered is kept nowhere, so no file can be sent. */
  readonly trying: boolean
  /** Which of the facts that questions ask for the service knows, so that they are only shown. */
  readonly factsKnown: FactsKnown | undefined
  /** `heading`: it is the only question, so its label is the page's heading. `inside`: it stands in a group. */
  readonly place: 'heading' | 'page' | 'inside'
  /** Whether one of several questions has to be answered, and this is one of them. */
  readonly neededUnlessOther: boolean
}

/** Writes the field of one type of question. */
export type FieldOf<Of extends Question> = (question: Of, context: FieldContext) => SafeHtml

/** The text in an input. */
export function shownText({ shown }: FieldContext, name: string): string {
  const value = Object.hasOwn(shown, name) ? shown[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The values chosen under a name. */
export function shownList({ shown }: FieldContext, name: string): readonly string[] {
  const value = Object.hasOwn(shown, name) ? shown[name] : undefined
  return typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? [])
}

const sizes = { heading: 'l', page: 'm', inside: 's' } as const

/** The label, as `label` or `legend` of a component. What need not be answered says so. */
export function titleOf(
  question: Question,
  { place, neededUnlessOther }: FieldContext,
  block: 'label' | 'fieldset__legend',
) {
  const needed = question.required === true || neededUnlessOther
  const text = needed ? question.label : `${question.label} (optional)`
  return { text, classes: `govuk-${block}--${sizes[place]}`, isPageHeading: place === 'heading' }
}

/** The names of the inputs of a question: its own, and those of its parts, as of a day. Another question may begin alike. */
export const inputsOf = (question: Question, name: string): readonly string[] => [
  name,
  ...Object.keys(showAnswer({ ...question, id: name }, undefined)),
]

/** The first problem with any input of a question. */
export function errorOf(question: Question, { name, problems }: FieldContext): { readonly text: string } | undefined {
  const text = inputsOf(question, name)
    .map((input) => problems.get(input))
    .find((problem) => problem !== undefined)
  return text === undefined ? undefined : { text }
}

/** Something that Markdown may be made of: text without any of it is shown as it is. */
const marks = /[*_`[\]<&\\~]|https?:|www\./

export const hintOf = (question: Question): { readonly text: string } | { readonly html: SafeHtml } | undefined => {
  if (question.hint === undefined) return undefined
  return marks.test(question.hint) ? { html: markdownLine(question.hint) } : { text: question.hint }
}

/** Longer help, closed until somebody wants it. */
export const helpOf = (question: Question): { readonly html: SafeHtml } | undefined =>
  question.guidance === undefined
    ? undefined
    : { html: details({ summaryText: 'Help with this question', html: markdown(question.guidance) }) }

/** What a question with one input gives its component. */
export const oneField = (question: Question, context: FieldContext) => ({
  name: context.name,
  id: context.name,
  label: titleOf(question, context, 'label'),
  hint: hintOf(question),
  errorMessage: errorOf(question, context),
  formGroup: { beforeInput: helpOf(question) },
})

/** What a question with several inputs gives its component. */
export const severalFields = (question: Question, context: FieldContext) => ({
  fieldset: { legend: titleOf(question, context, 'fieldset__legend') },
  hint: hintOf(question),
  errorMessage: errorOf(question, context),
  formGroup: { beforeInputs: helpOf(question) },
})
