import { html, type SafeHtml } from '../html.ts'
import { attribute, attributesOf, type Content, type Maybe, more, type Optional, type Styled } from './parts.ts'

export type TabItem = Optional<{
  /** Of the panel; made from `idPrefix` when left out. */
  id: string
  label: string
  panel: Content & Pick<Styled, 'attributes'>
}> &
  Pick<Styled, 'attributes'>

export type TabsOptions = Styled &
  Optional<{ id: string; idPrefix: string; title: string }> & { readonly items?: readonly Maybe<TabItem>[] | undefined }

/** Panels of which one is shown; without scripts, a list of contents with all of them under it. */
export function tabs(options: TabsOptions): SafeHtml {
  const { items } = options
  const idOf = (item: TabItem, index: number) => item.id || `${options.idPrefix}-${index + 1}`
  const content = items?.length
    ? html`<ul class="govuk-tabs__list">${items.map((item, index) => item && tabOf(item, idOf(item, index), index === 0))}</ul>
${items.map((item, index) => item && panelOf(item, idOf(item, index), index === 0))}`
    : undefined
  return html`<div${attribute('id', options.id)} class="govuk-tabs${more(options.classes)}"${attributesOf(options.attributes)} data-module="govuk-tabs">
<h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>
${content}
</div>`
}

function tabOf(item: TabItem, id: string, first: boolean): SafeHtml {
  return html`<li class="govuk-tabs__list-item${first && ' govuk-tabs__list-item--selected'}"><a class="govuk-tabs__tab" href="#${id}"${attributesOf(item.attributes)}>${item.label}</a></li>`
}

function panelOf({ panel }: TabItem, id: string, first: boolean): SafeHtml {
  const content = panel?.html || (panel?.text && html`<p class="govuk-body">${panel.text}</p>`)
  return html`<div class="govuk-tabs__panel${!first && ' govuk-tabs__panel--hidden'}" id="${id}"${attributesOf(panel?.attributes)}>${content}</div>`
}
