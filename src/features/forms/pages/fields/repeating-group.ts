import { isObject, type JsonObject } from '../../../../core/canonical/index.ts'
import {
  asksForKind,
  itemField,
  type Reading,
  type RepeatingGroupQuestion,
  type SimpleQuestion,
  visibleInItem,
} from '../../../../core/forms/index.ts'
import { capital } from '../../../../core/text/capital.ts'
import { errorMessage, fieldset, hint } from '../../../../ui/components/index.ts'
import { hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { type FieldContext, helpOf, hintOf, inputsOf, shownList, titleOf } from './field.ts'
import { addButton, removeButton } from './item-buttons.ts'
import { knownField } from './known.ts'
import { itemsShown, type ListContext, mayAdd } from './list.ts'
import { simpleField } from './simple.ts'

/** A group of questions asked again for each item. Adding and removing are buttons of the form, so no script is needed. */
export function repeatingGroupField(
  question: RepeatingGroupQuestion,
  context: FieldContext,
  list: ListContext,
  reading: Reading,
): SafeHtml {
  const { name } = context
  const shown = itemsShown(question, list)
  const there = Array.isArray(list.value) ? list.value : []
  const itemName = question.itemName ?? 'item'
  const items = Array.from({ length: shown }, (_, index) => {
    const item = isObject(there[index]) ? (there[index] as JsonObject) : {}
    const title = `${itemName} ${index + 1}`
    return fieldset({
      classes: 'app-item',
      legend: { text: capital(title), classes: 'govuk-fieldset__legend--s' },
      html: html`${childrenOf(question, item, index, context, reading)}
${there.length > index && there.length > (question.minItems ?? 0) && removeButton(question.id, index, title)}`,
    })
  })
  const problem = context.problems.get(name)
  const help = hintOf(question)
  return html`<div id="${name}" class="govuk-form-group${problem !== undefined && ' govuk-form-group--error'}">
${fieldset({
  legend: titleOf(question, context, 'fieldset__legend'),
  html: html`${help && hint(help)}${problem !== undefined && errorMessage({ text: problem })}${helpOf(question)?.html}
${items}${mayAdd(question, shown) && addButton(question.id, itemName, false)}`,
})}
</div>`
}

/** What is hidden in this item travels with the form, so that it is still there when it is shown again. */
function childrenOf(
  question: RepeatingGroupQuestion,
  item: JsonObject,
  index: number,
  context: FieldContext,
  reading: Reading,
): readonly SafeHtml[] {
  const visible = new Set<SimpleQuestion>(visibleInItem(question, item, reading))
  return question.questions.flatMap((child) => {
    const name = itemField(context.name, index, child.id)
    if (visible.has(child)) {
      const own: FieldContext = { ...context, name, place: 'inside', neededUnlessOther: false }
      return [context.factsKnown !== undefined && asksForKind(child) ? knownField(child, own) : simpleField(child, own)]
    }
    const names = new Set(inputsOf(child, name))
    return [...names].flatMap((key) => shownList(context, key).map((value) => hidden(key, value)))
  })
}
