/** What radios and checkboxes share: each choice with its label, hint, divider and what it reveals. */
import { html, type SafeHtml } from '../html.ts'
import { beside, type FieldsOptions } from './form-group.ts'
import { type HintOptions, hint } from './hint.ts'
import { label } from './label.ts'
import {
  attribute,
  attributesOf,
  type Content,
  flag,
  hasContent,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** A choice, or the word between two groups of them. */
export type Choice = Content &
  Optional<{
    id: string
    value: string | number
    label: Styled
    hint: HintOptions
    divider: string
    checked: boolean
    /** Shown while the choice is made; without scripts always. */
    conditional: Optional<{ html: SafeHtml | false }>
    disabled: boolean
  }> &
  Pick<Styled, 'attributes'>

export type ChoicesOptions<Item extends Choice> = FieldsOptions &
  Styled & {
    readonly name: string
    readonly idPrefix?: string | undefined
    readonly items: readonly Maybe<Item>[]
  }

/** One choice as its component wants it: the rest of its input, and whether it is made. */
export type ChoiceInput = {
  readonly name: string
  readonly type: 'radio' | 'checkbox'
  readonly checked: boolean
  readonly describedBy: string | undefined
  readonly more?: SafeHtml | undefined
}

/** The block of all choices. */
export function choices<Item extends Choice>(
  block: 'radios' | 'checkboxes',
  options: ChoicesOptions<Item>,
  inputOf: (item: Item) => ChoiceInput,
): SafeHtml {
  const prefix = options.idPrefix || options.name
  // The first has no number, so that an error can link to it without knowing what the choices are.
  const items = options.items.map(
    (item, index) =>
      item && choice(block, item, item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`), inputOf(item)),
  )
  return html`<div class="govuk-${block}${more(options.classes)}"${attributesOf(options.attributes)} data-module="govuk-${block}">${beside(options.formGroup?.beforeInputs)}${items}${beside(options.formGroup?.afterInputs)}</div>`
}

function choice(block: string, item: Choice, id: string, input: ChoiceInput): SafeHtml {
  if (item.divider) return html`<div class="govuk-${block}__divider">${item.divider}</div>`
  const help = hasContent(item.hint) ? item.hint : undefined
  const describedBy = [input.describedBy, help && `${id}-item-hint`].filter(Boolean).join(' ')
  const revealed = item.conditional?.html
  return html`<div class="govuk-${block}__item">
<input class="govuk-${block}__input" id="${id}" name="${input.name}" type="${input.type}" value="${item.value}"${flag('checked', input.checked)}${flag('disabled', item.disabled)}${attribute('data-aria-controls', revealed && `conditional-${id}`)}${input.more}${attribute('aria-describedby', describedBy)}${attributesOf(item.attributes)}>
${label({ html: item.html, text: item.text, classes: `govuk-${block}__label${more(item.label?.classes)}`, attributes: item.label?.attributes, for: id })}
${help && hint({ ...help, id: `${id}-item-hint`, classes: `govuk-${block}__hint${more(help.classes)}` })}
</div>
${
  revealed &&
  html`<div class="govuk-${block}__conditional${!input.checked && ` govuk-${block}__conditional--hidden`}" id="conditional-${id}">${revealed}</div>
`
}`
}
