import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { ProblemWords } from '../../forms.messages.ts'

type ShownSet = { readonly name: string; readonly questions: readonly string[] }

export type ServiceSetsModel = {
  readonly sets: readonly (ShownSet & { readonly action: string })[]
  /** `replaces`: whether the service has a set of that name. */
  readonly ofFunds: readonly (ShownSet & { readonly id: string; readonly fund: string; readonly replaces: boolean })[]
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** The sets of questions that every fund is offered, and those of single funds that could be. */
export const serviceSetsPage = ({ sets, ofFunds, action, csrf, problems }: ServiceSetsModel): Page => ({
  title: 'Question sets of the service',
  hasErrors: problems.length > 0,
  main: html`${problemSummary(problems)}
<h1 class="govuk-heading-l">Question sets of the service</h1>
<p class="govuk-body">A programme team can put these into any form, beside the sets of its own fund. Forms are not tied to a set: they keep its questions when it is replaced or removed.</p>
<h2 class="govuk-heading-m">Offered to every fund</h2>
${
  sets.length === 0
    ? html`<p class="govuk-body">None yet.</p>`
    : sets.map((set) =>
        card(
          set.name,
          set.questions,
          form({ action: set.action, csrf }, linkButton('Remove', `the set “${set.name}” of the service`)),
        ),
      )
}
<h2 class="govuk-heading-m" id="of-funds" tabindex="-1">Kept by a fund</h2>
<p class="govuk-body">Offering one makes a copy: the fund can go on changing its own.</p>
${
  ofFunds.length === 0
    ? html`<p class="govuk-body">No fund has kept a set. A programme team keeps one in the editor of its forms.</p>`
    : ofFunds.map(({ id, name, fund, questions, replaces }) =>
        card(
          `${name}, of ${fund}`,
          questions,
          form(
            { action, csrf },
            html`${hidden('set', id)}${replaces && hidden('replace', 'yes')}${
              replaces
                ? linkButton('Put it in place of the set of this name', `with “${name}” of ${fund}`)
                : linkButton('Offer it to every fund', `“${name}” of ${fund}`)
            }`,
          ),
        ),
      )
}`,
})

const card = (title: string, questions: readonly string[], act: SafeHtml): SafeHtml =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${title}</h3>
<ul class="govuk-list govuk-list--bullet">${questions.map((label) => html`<li>${label}</li>`)}</ul>
${act}`

const linkButton = (text: string, about: string): SafeHtml =>
  html`<p class="govuk-body"><button type="submit" class="app-link-button">${text}<span class="govuk-visually-hidden"> ${about}</span></button></p>`
