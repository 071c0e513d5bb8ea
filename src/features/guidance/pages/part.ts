import { button } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { Part } from '../read-part.ts'
import { formOutline, rulesOf } from './form-outline.ts'
import { factList, inRound, neighbours, publishedLine, updatesList } from './in-round.ts'
import { prose } from './prose.ts'
import { answerItem } from './questions.ts'
import { scoringSections } from './rules.ts'

/** One of the eight parts of the guidance. */
export function partPage(model: Part): Page {
  return inRound(model.frame, {
    title: model.title,
    description: model.summary === '' ? undefined : model.summary,
    content: html`${model.summary !== '' && html`<p class="govuk-body-l">${model.summary}</p>`}
${publishedLine(model.publishedOn, model.updatedOn)}
${prose(model.body)}
${generated(model)}
${model.updates.length > 0 && updatesList(model.updates)}
${neighbours(model.frame)}`,
  })
}

/** What follows from how the round is set up, so that those who write need not repeat it. */
function generated(model: Part): SafeHtml {
  const { slug, factsTitle, facts, form } = model
  if (slug === 'faqs') return answersOf(model)
  if (slug === 'am-i-eligible')
    return html`<h2 class="govuk-heading-l">${factsTitle}</h2>
${model.kinds.length === 0 ? html`<p class="govuk-body">To be announced.</p>` : html`<ul class="govuk-list govuk-list--bullet">${model.kinds.map((kind) => html`<li>${kind}</li>`)}</ul>`}
${model.screenerHref !== undefined && button({ text: 'Check whether you can apply', href: model.screenerHref, isStartButton: true })}
${form !== undefined && rulesOf(form.rules)}`
  return html`${
    facts.length > 0 &&
    html`<h2 class="govuk-heading-l">${factsTitle}</h2>
${factList(facts)}`
  }
${model.rules !== undefined && scoringSections(model.rules)}
${slug === 'form' && (form === undefined ? html`<p class="govuk-body">The form is not published yet.</p>` : formOutline(form))}`
}

function answersOf({ answers, questionsHref }: Part): SafeHtml {
  return html`<h2 class="govuk-heading-l">Questions that were asked in this round</h2>
${
  answers.length === 0
    ? html`<p class="govuk-body">No question has been answered yet.</p>`
    : html`<ol class="govuk-list app-questions">${answers.map((answer) => answerItem(answer, 3))}</ol>`
}
<p class="govuk-body"><a class="govuk-link" href="${questionsHref}">Search the answers or ask a question</a></p>`
}
