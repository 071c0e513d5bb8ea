import { html, type SafeHtml } from '../html.ts'
import {
  attributesOf,
  type Content,
  contentOf,
  heading,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** `visuallyHiddenText` says what the link changes: "Change" alone does not. */
export type SummaryAction = Content & Styled & Optional<{ href: string; visuallyHiddenText: string }>

type Actions = Optional<{ items: readonly SummaryAction[]; classes: string }>
type Part = Content & Optional<{ classes: string }>

export type SummaryRow = Optional<{ key: Part; value: Part; actions: Actions; classes: string }>

export type SummaryCard = Styled & Optional<{ title: Part & Optional<{ headingLevel: number }>; actions: Actions }>

export type SummaryListOptions = Styled & {
  readonly rows: readonly Maybe<SummaryRow>[]
  /** Puts the list in a box with a title. */
  readonly card?: SummaryCard | undefined
}

/** Facts by name, each with what can be done about it. */
export function summaryList(options: SummaryListOptions): SafeHtml {
  const { rows, card } = options
  const anyActions = rows.some((row) => (row ? Boolean(row.actions?.items?.length) : false))
  const list = html`<dl class="govuk-summary-list${more(options.classes)}"${attributesOf(options.attributes)}>${rows.map((row) => row && rowOf(row, card?.title, anyActions))}</dl>`
  return card ? cardOf(card, list) : list
}

function rowOf(row: SummaryRow, cardTitle: Content | undefined, anyActions: boolean): SafeHtml {
  const without = anyActions && !row.actions?.items && ' govuk-summary-list__row--no-actions'
  return html`<div class="govuk-summary-list__row${without}${more(row.classes)}">
<dt class="govuk-summary-list__key${more(row.key?.classes)}">${contentOf(row.key)}</dt>
<dd class="govuk-summary-list__value${more(row.value?.classes)}">${contentOf(row.value)}</dd>
${row.actions?.items?.length ? html`<dd class="govuk-summary-list__actions${more(row.actions.classes)}">${rowActions(row.actions.items, cardTitle)}</dd>` : false}
</div>`
}

function rowActions(items: readonly SummaryAction[], cardTitle: Content | undefined): SafeHtml {
  const links = items.map((action) => linkOf(action, cardTitle))
  if (links.length === 1) return html`${links}`
  return html`<ul class="govuk-summary-list__actions-list">${links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`)}</ul>`
}

function cardOf(card: SummaryCard, list: SafeHtml): SafeHtml {
  const title =
    card.title &&
    heading(
      card.title.headingLevel,
      html` class="govuk-summary-card__title${more(card.title.classes)}"`,
      html`${contentOf(card.title)}`,
    )
  return html`<div class="govuk-summary-card${more(card.classes)}"${attributesOf(card.attributes)}>
<div class="govuk-summary-card__title-wrapper">${title}${card.actions?.items?.length ? cardActions(card.actions, card.title) : false}</div>
<div class="govuk-summary-card__content">${list}</div>
</div>`
}

function cardActions({ items = [], classes }: Actions, title: Content | undefined): SafeHtml {
  const links = items.map((action) => linkOf(action, title))
  if (links.length === 1) return html`<div class="govuk-summary-card__actions${more(classes)}">${links}</div>`
  return html`<ul class="govuk-summary-card__actions${more(classes)}">${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`
}

function linkOf(action: SummaryAction, cardTitle: Content | undefined): SafeHtml {
  const hiddenText = action.visuallyHiddenText && ` ${action.visuallyHiddenText}`
  const hidden =
    (hiddenText || cardTitle) &&
    html`<span class="govuk-visually-hidden">${hiddenText}${cardTitle && html` (${contentOf(cardTitle)})`}</span>`
  return html`<a class="govuk-link${more(action.classes)}" href="${action.href}"${attributesOf(action.attributes)}>${contentOf(action)}${hidden}</a>`
}
