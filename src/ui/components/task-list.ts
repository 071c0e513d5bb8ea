import { html, type SafeHtml } from '../html.ts'
import {
  attribute,
  attributesOf,
  type Content,
  contentOf,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'
import { type TagOptions, tag } from './tag.ts'

type Part = Content & Optional<{ classes: string }>

/** Without an address the task cannot be started yet. */
export type TaskListItem = Optional<{
  title: Part
  hint: Content
  status: Part & Optional<{ tag: TagOptions }>
  href: string
  classes: string
}>

export type TaskListOptions = Styled & {
  readonly items: readonly Maybe<TaskListItem>[]
  readonly idPrefix?: string | undefined
}

/** What there is to do, and how far each part is. */
export function taskList(options: TaskListOptions): SafeHtml {
  const prefix = options.idPrefix || 'task-list'
  const items = options.items.map((item, index) => item && itemOf(item, `${prefix}-${index + 1}`))
  return html`<ul class="govuk-task-list${more(options.classes)}"${attributesOf(options.attributes)}>${items}</ul>`
}

function itemOf(item: TaskListItem, id: string): SafeHtml {
  const { href, hint, status, title } = item
  const name = href
    ? html`<a class="govuk-link govuk-task-list__link${more(title?.classes)}" href="${href}" aria-describedby="${hint && `${id}-hint `}${id}-status">${contentOf(title)}</a>`
    : html`<div${attribute('class', title?.classes)}>${contentOf(title)}</div>`
  return html`<li class="govuk-task-list__item${href && ' govuk-task-list__item--with-link'}${more(item.classes)}">
<div class="govuk-task-list__name-and-hint">${name}${hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${contentOf(hint)}</div>`}</div>
<div class="govuk-task-list__status${more(status?.classes)}" id="${id}-status">${status?.tag ? tag(status.tag) : contentOf(status)}</div>
</li>`
}
