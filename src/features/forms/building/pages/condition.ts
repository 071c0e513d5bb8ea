import { capital } from '../../../../core/text/capital.ts'
import { button, insetText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { actionList } from '../../../../ui/patterns/index.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { link, managedForm } from '../../pages/parts.ts'
import type { ConditionView, ShownPart } from '../read-condition.ts'

export type ConditionModel = ConditionView & { readonly csrf: string; readonly problems: readonly ProblemWords[] }

const starts = {
  page: 'It is shown only if',
  question: 'It is asked only if',
  rule: 'It applies if',
  check: 'It stops a submission if',
} as const

/** The condition of a page, question, rule or check: in words, and in its parts, each of which can be changed. */
export function conditionPage(model: ConditionModel): Page {
  const { whole, kind } = model
  return managedForm(model.frame, {
    title: 'When does it apply?',
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems: model.problems,
    content: html`<p class="govuk-body">This is about ${model.about}.</p>
<div id="condition">${
      whole === undefined
        ? html`<p class="govuk-body"><strong>${kind === 'page' ? 'The page is always shown.' : 'It is always asked.'}</strong></p>`
        : html`${insetText({ text: `${starts[kind]} ${model.words}.` })}
${form({ action: model.href, csrf: model.csrf }, html`${hidden('seen', model.seen)}${partOf(whole)}`)}`
    }</div>
${
  model.canAdd
    ? button({
        text: whole === undefined ? 'Add a condition' : 'Add another condition',
        href: model.addHref,
        classes: 'govuk-button--secondary',
      })
    : html`<p class="govuk-body">There is no question before it whose answer it could depend on.</p>`
}
<p class="govuk-body">${link(model.backHref, kind === 'rule' || kind === 'check' ? 'Back to rules and checks' : 'Back to the pages and questions')}</p>`,
  })
}

const these = { all: 'all of these', any: 'at least one of these', not: 'not this' } as const

function partOf(part: ShownPart): SafeHtml {
  if (part.kind === 'test')
    return html`<div class="app-condition"><p class="govuk-body">${part.words}</p>${actions(part)}</div>`
  const heading =
    part.entries === undefined ? `${capital(these[part.kind])}:` : `${capital(part.entries)}, ${these[part.kind]}:`
  return html`<div class="app-condition"><p class="govuk-body"><strong>${heading}</strong></p>${actions(part)}
<ul class="govuk-list govuk-list--spaced">${part.parts.map((each) => html`<li>${partOf(each)}</li>`)}</ul></div>`
}

function actions(part: ShownPart): SafeHtml {
  const does = (act: string, text: string) =>
    html`<button type="submit" class="app-link-button" name="act" value="${act}:${part.path}">${text}<span class="govuk-visually-hidden">: ${part.words}</span></button>`
  const items = [
    part.changeHref !== undefined && link(part.changeHref, 'Change', part.words),
    part.addHref !== undefined && !part.isWhole && link(part.addHref, 'Add to this group', part.words),
    part.kind === 'all' && does('join-any', 'Make one of them enough'),
    part.kind === 'any' && does('join-all', 'Require all of them'),
    part.askMoreHref !== undefined && link(part.askMoreHref, 'Ask more of the same entries', part.words),
    part.kind === 'test' && !part.isWhole && !part.isOfEntry && does('nest', 'Put in a group of its own'),
    !part.isOfEntry && does('not', part.kind === 'not' ? 'Take “not” away' : 'Put “not” before it'),
    does('remove', 'Remove'),
  ].filter((item) => item !== false)
  return actionList(items)
}
