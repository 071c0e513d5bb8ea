import { button, summaryList } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { link, managedForm } from '../../pages/parts.ts'
import type { LogicView, ShownClause } from '../read-logic.ts'

export type LogicModel = LogicView & { readonly csrf: string; readonly problems: readonly ProblemWords[] }

const outcomes = {
  fail: 'Cannot apply',
  caveat: 'Can apply, with a message',
  check: 'Cannot submit until it is put right',
} as const

/** The eligibility rules and the checks between answers of a draft, in words. */
export function logicPage(model: LogicModel): Page {
  return managedForm(model.frame, {
    title: 'Rules and checks',
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems: model.problems,
    content: html`<h2 class="govuk-heading-m">Eligibility rules</h2>
<p class="govuk-body">A rule says who cannot apply, or what somebody should know who can. It cites its clause of the published rules.</p>
${listOf(model.rules, 'There are no rules: everybody can apply.', model.csrf)}
${model.hasQuestions && button({ text: 'Add a rule', href: model.newRuleHref, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">Checks between answers</h2>
<p class="govuk-body">A check stops a submission in which answers do not fit each other, such as a total above the limit.</p>
${listOf(model.checks, 'There are no checks.', model.csrf)}
${model.hasQuestions && button({ text: 'Add a check', href: model.newCheckHref, classes: 'govuk-button--secondary' })}
<p class="govuk-body">${link(model.editHref, 'Back to the pages and questions')}</p>`,
  })
}

const listOf = (clauses: readonly ShownClause[], none: string, csrf: string): SafeHtml =>
  clauses.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`${clauses.map((clause) => clauseOf(clause, csrf))}`

const clauseOf = (clause: ShownClause, csrf: string): SafeHtml =>
  html`<div class="app-clause">${summaryList({
    card: {
      title: { text: clause.name, headingLevel: 3 },
      actions: {
        items: [
          { href: clause.changeHref, text: 'Change words', visuallyHiddenText: `of ${clause.name}` },
          { href: clause.conditionHref, text: 'Change condition', visuallyHiddenText: `of ${clause.name}` },
        ],
      },
    },
    rows: [
      { key: { text: 'If' }, value: { text: clause.when } },
      { key: { text: 'Then' }, value: { text: outcomes[clause.outcome] } },
      { key: { text: 'Applicants are told' }, value: { text: clause.text } },
      clause.at !== '' && { key: { text: 'At the question' }, value: { text: clause.at } },
    ],
  })}${form(
    { action: clause.removeHref, csrf },
    html`${hidden('seen', clause.seen)}<button type="submit" class="app-link-button">Remove<span class="govuk-visually-hidden"> ${clause.name}</span></button>`,
  )}</div>`
