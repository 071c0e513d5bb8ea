import { numberWords } from '../../../../core/forms/index.ts'
import { tag, warningText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { link, managedForm } from '../../pages/parts.ts'
import type { ListedPath, PathsView } from '../read-paths.ts'

export type PathsModel = Omit<PathsView, 'problems'> & { readonly problems: readonly string[] }

/** Every path through a screener, and what comes of each. */
export function pathsPage(model: PathsModel): Page {
  const { frame, caption, versionHref, groups } = model
  return managedForm(frame, {
    title: 'Every path',
    caption,
    trail: [{ text: `Version ${model.number}`, href: versionHref }],
    content: html`${problemsOf(model)}
${groups.length > 0 && countsOf(model)}
${groups.map((paths, index) => groupOf(paths, index + 1, groups.length))}
<p class="govuk-body">${link(versionHref, 'Back to this version')}</p>`,
  })
}

const problemsOf = ({ problems, groups }: PathsModel): SafeHtml =>
  problems.length === 0
    ? html`<p class="govuk-body">Every path leads to an outcome, every question is asked and every rule applies on some path. Nothing contradicts anything else.</p>`
    : html`${warningText({ text: 'This screener cannot be published as it is.' })}
<ul class="govuk-list govuk-list--bullet">${problems.map((text) => html`<li>${text}</li>`)}</ul>
${groups.length === 0 && html`<p class="govuk-body">The paths can be listed once this is put right.</p>`}`

function countsOf({ counts, groups }: PathsModel): SafeHtml {
  const apart =
    groups.length > 1
      ? ` The questions fall into ${groups.length} groups that do not depend on each other, so each group is listed by itself, and whoever fails in one cannot apply.`
      : ''
  return html`<p class="govuk-body">There ${counts.total === 1 ? 'is 1 way' : `are ${numberWords(counts.total)} ways`} through this screener: ${numberWords(counts.pass)} ${counts.pass === 1 ? 'passes' : 'pass'}, ${numberWords(counts.caveats)} ${counts.caveats === 1 ? 'passes' : 'pass'} with caveats and ${numberWords(counts.fail)} ${counts.fail === 1 ? 'fails' : 'fail'}.${apart} Answers that no rule tells apart are one path.</p>`
}

const groupOf = (paths: readonly ListedPath[], number: number, groups: number): SafeHtml =>
  html`<h2 class="govuk-heading-m">${groups > 1 ? `Group ${number}: ` : ''}${numberWords(paths.length)} ${paths.length === 1 ? 'path' : 'paths'}</h2>
<ol class="govuk-list govuk-list--spaced app-questions">${paths.map(pathOf)}</ol>`

/** One path: its answers, what comes of them, and the rules that say so. A list, since a table has no room on a phone. */
const pathOf = ({ steps, outcome, rules }: ListedPath): SafeHtml => html`<li>
${steps.map(({ question, answer }) => html`${question} <strong>${answer}</strong><br>`)}${tag(outcomes[outcome ?? 'pass'])}
${rules.map(({ clause, text }) => html`<br>${clause}: ${text}`)}
</li>`

const outcomes = {
  pass: { text: 'Pass', classes: 'govuk-tag--green' },
  'pass-with-caveats': { text: 'Pass with caveats', classes: 'govuk-tag--yellow' },
  fail: { text: 'Fail', classes: 'govuk-tag--red' },
} as const
