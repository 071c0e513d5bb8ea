import { button, checkboxes } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ConductModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly text: string
  readonly number: number
  readonly accepted: boolean
  readonly action: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The code of conduct, and accepting it. */
export const conductPage = ({ text, number, accepted, action, errors, csrf, ...model }: ConductModel): Page =>
  inNetwork(
    { ...model, title: 'Code of conduct', errors },
    html`${markdown(text)}
${
  accepted
    ? paragraph('You have accepted this version.')
    : form(
        { action, csrf },
        html`${hidden('number', number)}${checkboxes({
          name: 'agreed',
          idPrefix: 'agreed',
          errorMessage: errorAt(errors, 'agreed'),
          items: [{ value: 'yes', text: 'I accept the code of conduct' }],
        })}
${button({ text: 'Continue', preventDoubleClick: true })}`,
      )
}`,
  )
