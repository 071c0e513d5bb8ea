import { insetText, textarea } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel } from '../../../ui/patterns/index.ts'

export type GoneModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly title: string
  readonly text: string
  readonly back: { readonly href: string; readonly text: string }
  /** What was typed and not saved, by what it is called. */
  readonly typed: readonly { readonly label: string; readonly value: string }[]
}

/** Something that cannot be done any more, with whatever was typed, to be copied. */
export const gonePage = ({ caption, illustrative, title, text, back, typed }: GoneModel): Page => ({
  title,
  backLink: back,
  main: html`${illustrativeLabel(illustrative)}
<span class="govuk-caption-l">${caption}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${text}</p>
${typed.length > 0 && insetText({ text: 'What you wrote is below. Copy it if you need it: it is kept nowhere else.' })}
${typed.map(({ label, value }, index) =>
  textarea({
    name: `typed-${index}`,
    id: `typed-${index}`,
    label: { text: label, classes: 'govuk-label--s' },
    value,
    rows: Math.min(12, 2 + Math.ceil(value.length / 70)),
    attributes: { readonly: '' },
  }),
)}`,
})
