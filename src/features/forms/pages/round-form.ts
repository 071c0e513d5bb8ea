import { button, insetText, radios, summaryList, warningText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { verifyThis } from '../../../ui/patterns/index.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { CountedVersion, ListedForm, RoundForm } from '../read-round-form.ts'
import { errorAt, link, managedForm, stateTag } from './parts.ts'

export type RoundFormModel = RoundForm & {
  readonly csrf: string
  readonly picked: string
  readonly problems: readonly ProblemWords[]
}

/** Which form the applicants of a round fill in, and the forms of its fund. */
export function roundFormPage(model: RoundFormModel): Page {
  const { frame, mayEdit, forms, newFormHref } = model
  return managedForm(frame, {
    title: 'Application form',
    isTop: true,
    problems: model.problems,
    content: html`<h2 class="govuk-heading-m">What applicants fill in</h2>
${chosenOf(model)}
${countsOf(model.counts)}
${mayEdit && choiceOf(model)}
<p class="govuk-body">${link(model.rulesHref, 'Who can apply, how often, and with how many partners')}</p>
<h2 class="govuk-heading-m" id="versions">The forms of this fund</h2>
${forms.length === 0 && html`<p class="govuk-body">There is none yet.</p>`}
${forms.map((each) => formCard(each, model))}
${mayEdit && html`<p class="govuk-body">${link(model.templatesHref, 'Start from a real fund: its form, screener and rules')}</p>`}
${mayEdit && button({ text: 'Make a new form', href: newFormHref, classes: forms.length === 0 ? '' : 'govuk-button--secondary' })}`,
  })
}

function chosenOf({ chosen }: RoundFormModel): SafeHtml {
  if (chosen === undefined) {
    return insetText({
      text: 'No form is chosen yet. Make one, publish it and choose it here: the round cannot be published without.',
    })
  }
  return html`${summaryList({
    rows: [
      { key: { text: 'Form' }, value: { html: link(chosen.href, `${chosen.formName}, version ${chosen.number}`) } },
      { key: { text: 'Asks' }, value: { text: chosen.size } },
      { key: { text: 'Published' }, value: { text: chosen.publishedAt } },
      chosen.changeNote !== '' && { key: { text: 'What changed' }, value: { text: chosen.changeNote } },
    ],
  })}
<p class="govuk-body">${link(chosen.previewHref, 'See it as an applicant does')} or ${link(chosen.downloadHref, 'download it as JSON')}.</p>
${verifyThis('the form', chosen.sha256)}`
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

function countsOf(counts: readonly CountedVersion[]): SafeHtml {
  if (counts.length === 0) return html`<p class="govuk-body">No application has been started.</p>`
  return html`<h3 class="govuk-heading-s">Applications by version</h3>
<ul class="govuk-list govuk-list--bullet">${counts.map(
    ({ name, drafts, submitted, withdrawn }) =>
      html`<li>${name}: ${count(drafts, 'draft')}, ${submitted} submitted${withdrawn > 0 && `, ${withdrawn} withdrawn`}</li>`,
  )}</ul>`
}

function choiceOf(model: RoundFormModel): SafeHtml {
  const { choices, inTheWay, isPublic, action, csrf, picked, problems } = model
  if (choices.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Choose another version</h2>
${inTheWay > 0 && insetText({ text: `${inTheWay === 1 ? '1 application has' : `${inTheWay} applications have`} been started. Applications that are not submitted move to the version you choose. They keep answers to questions that are still asked, and we tell each applicant what changed. Submitted applications keep their version.` })}
${isPublic && warningText({ text: 'The round is public. The questions that everyone can read change at once, and what the funders approved of the rules has to be approved again.' })}
${form(
  { action, csrf },
  html`${radios({
    name: 'version',
    fieldset: {
      legend: { text: 'Which published version do applicants fill in?', classes: 'govuk-fieldset__legend--s' },
    },
    errorMessage: errorAt(problems, 'version'),
    value: picked,
    items: choices.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } })),
  })}
${button({ text: 'Choose this version', preventDoubleClick: true })}`,
)}`
}

const purposeWords: { readonly [Purpose in ListedForm['purpose']]: string } = {
  'expression-of-interest': 'Expression of interest',
  application: 'Full application',
  eligibility: 'Screener: who can apply',
  assessment: 'Assessment',
  interview: 'Interview',
  monitoring: 'Monitoring',
  evaluation: 'Evaluation',
}

function formCard(each: ListedForm, { mayEdit, csrf }: RoundFormModel): SafeHtml {
  const rows = each.versions.map((version) => ({
    key: { html: html`Version ${version.number} ${stateTag(version.published)}` },
    value: {
      html: html`${version.published ? 'Published' : 'Saved'} at ${version.when}${version.changeNote !== '' && html`<br>${version.changeNote}`}${version.chosen && html`<br><strong>${each.purpose === 'eligibility' ? 'This round’s screener' : 'This round’s form'}</strong>`}`,
    },
    actions: {
      items: [{ href: version.href, text: 'Open', visuallyHiddenText: `${each.name}, version ${version.number}` }],
    },
  }))
  return html`<section aria-labelledby="form-${each.id}">
<h3 class="govuk-heading-s" id="form-${each.id}">${each.name}</h3>
<p class="govuk-body-s">${purposeWords[each.purpose]}</p>
${summaryList({ rows })}
${mayEdit && !each.hasDraft && newDraft(each, csrf)}
</section>`
}

const newDraft = (each: ListedForm, csrf: string): SafeHtml =>
  form(
    { action: each.newDraftAction, csrf },
    html`<div class="govuk-button-group">
${button({ html: html`Make a new draft version<span class="govuk-visually-hidden"> of ${each.name}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}
${link(each.definitionHref, 'Paste a new version as JSON', `of ${each.name}`)}
</div>`,
  )
