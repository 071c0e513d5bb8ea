import type { SignOffKind } from '../../../core/sign-offs/index.ts'
import { button, checkboxes, insetText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import { caption } from './parts.ts'

export type SignOffsModel = {
  readonly fund: string
  readonly round: string
  readonly chosen: readonly SignOffKind[]
  /** Whether the round has opened, so that it cannot be changed. */
  readonly fixed: boolean
  readonly refused: boolean
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

/** What the sign-offs are called. */
export const signOffNames: Readonly<Record<SignOffKind, string>> = {
  sponsor: 'Senior sponsor',
  'section-151': 'Section 151 officer',
  partner: 'Each partner',
}

const hints: Readonly<Record<SignOffKind, string>> = {
  sponsor: 'An expression of interest usually only names its sponsor',
  'section-151': 'The chief finance officer usually signs when an award is made, not before',
  partner: 'One of the partner’s own people signs in its name',
}

const fixedWords = 'The round has opened or its rules are sealed, so the sign-offs it asks for stay as they are'

/** Who must sign an application off before it is submitted. */
export function signOffsPage(model: SignOffsModel): Page {
  const problems = model.refused ? [{ text: fixedWords, href: '#main-content' }] : []
  return {
    title: 'Sign-offs',
    hasErrors: model.refused,
    backLink: { href: model.backHref },
    main: html`${problemSummary(problems)}
<h1 class="govuk-heading-l">${caption(`${model.fund}: ${model.round}`)}Sign-offs</h1>
<p class="govuk-body">Each of these people signs in with their own account, reads the application as it will be sent, and signs it. If money, scope or partners change after that, they are asked to sign again. Anything else can change up to the deadline.</p>
<p class="govuk-body">An application cannot be submitted while a signature is missing. Ask for one only where you need it now.</p>
${
  model.fixed
    ? html`${insetText({ text: `${fixedWords}.` })}<p class="govuk-body">It asks for: ${model.chosen.length === 0 ? 'nobody' : model.chosen.map((kind) => signOffNames[kind]).join(', ')}.</p>`
    : form(
        { action: model.action, csrf: model.csrf },
        html`${checkboxes({
          name: 'signOffs',
          idPrefix: 'signOffs',
          fieldset: {
            legend: { text: 'Who must sign before an application is submitted?', classes: 'govuk-fieldset__legend--m' },
          },
          hint: { text: 'Select all that apply, or none' },
          values: model.chosen,
          items: (['sponsor', 'section-151', 'partner'] as const).map((kind) => ({
            value: kind,
            text: signOffNames[kind],
            hint: { text: hints[kind] },
          })),
        })}${button({ text: 'Save', preventDoubleClick: true })}`,
      )
}`,
  }
}
