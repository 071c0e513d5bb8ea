import { button, errorSummary, input } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type AskSignOffModel = {
  readonly reference: string
  readonly illustrative: boolean
  /** What the sign-off is called in a sentence: `senior sponsor`. */
  readonly signer: string
  readonly lead: string
  readonly typed: { readonly name: string; readonly jobTitle: string; readonly email: string }
  /** Whether somebody has signed, whose signature will count no more. */
  readonly signed: boolean
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly action: string
  readonly back: string
  readonly csrf: string
}

/** Names the person who is to sign, and writes to them. */
export function askSignOffPage(model: AskSignOffModel): Page {
  const { problems, typed } = model
  const errorAt = (field: string) => {
    const found = problems.find((problem) => problem.field === field)
    return found && { text: found.text }
  }
  const title = `Ask the ${model.signer} to sign`
  return {
    title,
    backLink: { href: model.back },
    hasErrors: problems.length > 0,
    main: html`${
      problems.length > 0 &&
      errorSummary({
        titleText: 'There is a problem',
        errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
      })
    }
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">We write to this person. They sign in with this email address, read the application as it will be sent, and sign or decline.</p>
<p class="govuk-body">If the address is not of a domain that we know for ${model.lead}, somebody of ${model.lead} or the programme team has to confirm them first.</p>
${model.signed && html`<p class="govuk-body"><strong>Somebody has signed already. Their signature will count no more.</strong></p>`}
${form(
  { action: model.action, csrf: model.csrf },
  html`${input({ name: 'name', label: { text: 'Full name' }, value: typed.name, autocomplete: 'off', spellcheck: false, errorMessage: errorAt('name') })}
${input({ name: 'jobTitle', label: { text: 'Job title' }, value: typed.jobTitle, autocomplete: 'off', errorMessage: errorAt('jobTitle') })}
${input({ name: 'email', type: 'email', label: { text: 'Email address' }, value: typed.email, autocomplete: 'off', spellcheck: false, errorMessage: errorAt('email') })}
${button({ text: 'Ask them to sign', preventDoubleClick: true })}`,
)}`,
  }
}
