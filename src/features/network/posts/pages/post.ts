import { button, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { type DiffSegment, diffOfMarkdown, errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund } from '../../pages/in-network.ts'

type InThread = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
}

export type PostFormModel = InThread & {
  readonly title: string
  readonly label: string
  readonly hint: string
  /** What a post says that is reported. */
  readonly quoted: string | undefined
  readonly action: string
  readonly buttonText: string
  readonly typed: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Writing one text about a post: another version of it, or why it is reported. */
export const postFormPage = ({
  label,
  hint,
  quoted,
  action,
  buttonText,
  typed,
  errors,
  csrf,
  ...model
}: PostFormModel): Page =>
  inNetwork(
    { ...model, errors },
    html`${quoted !== undefined && insetText({ html: markdown(quoted, { headingLevel: 3 }) })}
${form(
  { action, csrf },
  html`${textarea({ id: 'text', name: 'text', label: { text: label, classes: 'govuk-label--s' }, hint: { text: hint }, rows: 8, value: typed, errorMessage: errorAt(errors, 'text') })}
${button({ text: buttonText, preventDoubleClick: true })}`,
)}`,
  )

export type PostHistoryModel = InThread & {
  readonly versions: readonly { readonly when: string; readonly segments: readonly DiffSegment[] }[]
}

/** Every version of a post. */
export const postHistoryPage = ({ versions, ...model }: PostHistoryModel): Page =>
  inNetwork(
    { ...model, title: 'History of a post' },
    html`${versions.map(
      ({ when, segments }, index) => html`<h2 class="govuk-heading-s">Version ${index + 1}, ${when}</h2>
${diffOfMarkdown(segments)}`,
    )}`,
  )
