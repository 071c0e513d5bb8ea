import { button, insetText, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, wholeWords } from '../../../../ui/patterns/index.ts'

export type SignOffInList = {
  /** As in its address. */
  readonly slot: string
  readonly name: string
  readonly standing: { readonly text: string; readonly colour: string }
  /** Who is asked or signed, when, and why not: a sentence each. */
  readonly lines: readonly string[]
  readonly changes: readonly string[]
  readonly readHref: string | undefined
  readonly readText: string
  readonly ask: { readonly href: string; readonly text: string } | undefined
  readonly remindAction: string | undefined
}

export type SignOffsModel = {
  readonly reference: string
  readonly heading: string
  readonly illustrative: boolean
  readonly back: string
  readonly csrf: string
  readonly list: readonly SignOffInList[]
  /** Whether each partner that accepts has to sign. */
  readonly partnersSign: boolean
  readonly problems: readonly { readonly text: string }[]
  /** Whether it is submitted, so that nothing can be signed. */
  readonly fixed: boolean
}

/** Who must sign an application off, and how far that is. */
export function signOffsPage(model: SignOffsModel): Page {
  const { problems, list } = model
  return {
    title: 'Sign-offs',
    backLink: { href: model.back, text: 'Back to all questions' },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}: ${model.heading}</span>
<h1 class="govuk-heading-l">Sign-offs</h1>
${
  list.length === 0
    ? html`<p class="govuk-body">${model.partnersSign ? 'Each partner has to sign once it has accepted. None has accepted, so nothing has to be signed.' : 'This round asks for no sign-offs.'}</p>`
    : html`<p class="govuk-body">The application can be submitted when all of these have signed. Each signs in with their own account, and nobody signs twice or submits what they signed.</p>
<p class="govuk-body">A signature holds while money, scope and partners stay as they were signed. Anything else can change up to the deadline.</p>`
}
${model.fixed && insetText({ text: 'The application is submitted, so its sign-offs stay as they are.' })}
${list.map((one) => signOffOf(one, model))}`,
  }
}

function signOffOf(one: SignOffInList, { csrf }: SignOffsModel): SafeHtml {
  const { slot, name, standing, lines, changes, readHref, ask, remindAction } = one
  return html`<section id="${slot}" aria-labelledby="${slot}-title">
<h2 class="govuk-heading-m" id="${slot}-title">${name} ${tag({ text: standing.text, classes: `govuk-tag--${standing.colour}` })}</h2>
${lines.map((line) => html`<p class="govuk-body">${wholeWords(line)}</p>`)}
${
  changes.length > 0 &&
  html`<p class="govuk-body">Changed since it was signed:</p><ul class="govuk-list govuk-list--bullet">${changes.map((change) => html`<li>${change}</li>`)}</ul>`
}
${
  (readHref ?? ask) !== undefined &&
  html`<p class="govuk-body">${readHref !== undefined && html`<a class="govuk-link" href="${readHref}">${one.readText}<span class="govuk-visually-hidden">: ${name}</span></a>`}${
    readHref !== undefined && ask !== undefined && html`<br>`
  }${ask !== undefined && html`<a class="govuk-link" href="${ask.href}">${ask.text}<span class="govuk-visually-hidden">: ${name}</span></a>`}</p>`
}
${
  remindAction !== undefined &&
  form(
    { action: remindAction, csrf },
    button({
      html: html`Send a reminder<span class="govuk-visually-hidden">: ${name}</span>`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )
}
</section>`
}
