import { button, insetText, summaryList, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { filesInput, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type KeyedModel = {
  readonly reference: string
  /** Whose application it is. */
  readonly heading: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly submitted: boolean
  /** Where it is taken back to be corrected; undefined once the applicant has confirmed it, or the deadline has passed. */
  readonly withdrawHref: string | undefined
  readonly scans: readonly {
    readonly name: string
    readonly line: SafeHtml
    readonly removeAction: string | undefined
  }[]
  /** Where more scans go; undefined when there are as many as may be. */
  readonly uploadAction: string | undefined
  readonly limits: string
  readonly accept: string
  readonly signOffs: readonly {
    readonly name: string
    readonly standing: { readonly text: string; readonly colour: string }
    readonly lines: readonly string[]
    readonly record: { readonly href: string; readonly text: string } | undefined
    readonly forgetAction: string | undefined
  }[]
  /** Where somebody is asked to sign here instead. */
  readonly signOffsHref: string
  readonly applicationHref: string
  readonly checkHref: string
  readonly problems: readonly { readonly text: string; readonly href?: string }[]
  readonly scanProblem: string | undefined
  readonly csrf: string
}

/** An application that is keyed in: what came, who signed it there, and the way to its answers. */
export const keyedPage = (model: KeyedModel): Page => ({
  title: `${model.heading}, keyed in`,
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.reference }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${model.heading}</h1>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${model.submitted && submittedText(model.withdrawHref)}
<h2 class="govuk-heading-m">1. What the applicant sent</h2>
${scans(model)}
<h2 class="govuk-heading-m">2. Answers</h2>
${
  model.submitted
    ? html`<p class="govuk-body"><a class="govuk-link" href="${model.applicationHref}">Open the application</a></p>`
    : html`<p class="govuk-body">Key the answers in as they were written, then check and submit them. The applicant is asked by email whether it is theirs, with the scans beside the answers.</p>
<p class="govuk-body"><a class="govuk-link" href="${model.applicationHref}">Key in the answers</a><br><a class="govuk-link" href="${model.checkHref}">Check and submit</a></p>`
}
${model.signOffs.length > 0 && signOffs(model)}`,
})

const submittedText = (withdrawHref: string | undefined): SafeHtml =>
  insetText({
    html: html`The application is submitted. What came and who signed it stay as they are.${withdrawHref !== undefined && html` If it was not keyed in as it was written, <a class="govuk-link" href="${withdrawHref}">withdraw it</a>, correct it and submit it again: the applicant is asked again.`}`,
  })

function scans({ scans: kept, uploadAction, limits, accept, scanProblem, submitted, csrf }: KeyedModel): SafeHtml {
  return html`<p class="govuk-body">The scan, or a copy of the email and what was attached to it. It is kept with the application, and the applicant and everybody who may read the application see it.</p>
${kept.length === 0 && html`<p class="govuk-body">Nothing is attached yet.</p>`}
${kept.map(
  ({ name, line, removeAction }) =>
    html`${line}${
      removeAction !== undefined &&
      form(
        { action: removeAction, csrf },
        button({
          html: html`Remove<span class="govuk-visually-hidden"> ${name}</span>`,
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        }),
      )
    }`,
)}
${
  !submitted &&
  uploadAction !== undefined &&
  form(
    { action: uploadAction, csrf, enctype: 'multipart/form-data' },
    html`${filesInput(uploadAction, {
      id: 'scan',
      name: 'scan',
      label: { text: kept.length === 0 ? 'Attach the scan' : 'Attach another', classes: 'govuk-label--s' },
      hint: { text: limits },
      errorMessage: scanProblem === undefined ? undefined : { text: scanProblem },
      multiple: true,
      attributes: { accept },
    })}
${button({ text: 'Attach', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`
}

function signOffs({ signOffs: list, signOffsHref, submitted, csrf }: KeyedModel): SafeHtml {
  return html`<h2 class="govuk-heading-m">3. Sign-offs</h2>
<p class="govuk-body">This round asks for sign-offs. If the scan shows the signature, record it here once the answers are keyed in: it is for the money, scope and partners that are there by then.${
    !submitted && html` If it does not, <a class="govuk-link" href="${signOffsHref}">ask the person to sign here</a>.`
  }</p>
${list.map(
  ({
    name,
    standing,
    lines,
    record,
    forgetAction,
  }) => html`<h3 class="govuk-heading-s">${name} ${tag({ text: standing.text, classes: `govuk-tag--${standing.colour}` })}</h3>
${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${record !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${record.href}">${record.text}<span class="govuk-visually-hidden">: ${name}</span></a></p>`}
${
  forgetAction !== undefined &&
  form(
    { action: forgetAction, csrf },
    button({
      html: html`Take this back<span class="govuk-visually-hidden">: ${name}</span>`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )
}`,
)}`
}
