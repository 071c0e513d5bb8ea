import {
  itemField,
  type MoneyColumn,
  type MoneyTableQuestion,
  moneyWords,
  tableTotal,
} from '../../../../core/forms/index.ts'
import { errorMessage, fieldset, hint, input, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { scrolling } from '../../../../ui/patterns/index.ts'
import { type FieldContext, helpOf, hintOf, shownText, titleOf } from './field.ts'
import { addButton, removeButton } from './item-buttons.ts'
import { itemsShown, type ListContext, mayAdd } from './list.ts'

type Line = { readonly name: string; readonly hint?: string | undefined }

/** A table of amounts with its total: as last saved, until scripts follow what is typed. */
export function moneyTableField(question: MoneyTableQuestion, context: FieldContext, list: ListContext): SafeHtml {
  const { name } = context
  const itemName = question.itemName ?? 'row'
  const lines: readonly Line[] =
    question.rows?.map(({ label, hint: help }) => ({ name: label, hint: help })) ??
    Array.from({ length: itemsShown(question, list) }, (_, index) => ({ name: `${itemName} ${index + 1}` }))
  const there = Array.isArray(list.value) ? list.value.length : 0
  const rows = lines.map((line, index) => [
    { html: html`${line.name}${line.hint !== undefined && html`<div class="govuk-hint">${line.hint}</div>`}` },
    ...question.columns.map((column) => ({ html: cell(question, column, line, index, context) })),
    ...(question.rows
      ? []
      : [{ html: html`${there > index && there > 0 && removeButton(question.id, index, line.name)}` }]),
  ])
  const hasMoney = question.columns.some(({ type = 'money' }) => type === 'money')
  const total = list.value === undefined ? undefined : tableTotal(question, list.value)
  const problem = context.problems.get(name)
  const help = hintOf(question)
  const grid = table({
    head: [
      { html: html`<span class="govuk-visually-hidden">Row</span>` },
      ...question.columns.map((column) => ({ text: column.label })),
      ...(question.rows ? [] : [{ html: html`<span class="govuk-visually-hidden">Remove</span>` }]),
    ],
    rows,
    firstCellIsHeader: true,
    classes: 'app-amounts',
  })
  return html`<div id="${name}" data-totalled class="govuk-form-group${problem !== undefined && ' govuk-form-group--error'}">
${fieldset({
  legend: titleOf(question, context, 'fieldset__legend'),
  html: html`${help && hint(help)}${problem !== undefined && errorMessage({ text: problem })}${helpOf(question)?.html}
${scrolling(`${question.label}: table`, grid)}
${hasMoney && html`<p class="govuk-body"><strong data-total>${total === undefined ? 'Total as last saved: no amounts saved yet' : `Total as last saved: ${moneyWords(total)}`}</strong></p>`}
${!question.rows && mayAdd(question, lines.length) && addButton(question.id, itemName, false)}`,
})}
</div>`
}

/** One amount; its label is heard and not seen, since the row and the column are. On a phone the column's name stands above it. */
function cell(
  question: MoneyTableQuestion,
  column: MoneyColumn,
  line: Line,
  index: number,
  context: FieldContext,
): SafeHtml {
  const name = itemField(question.id, index, column.id)
  const type = column.type ?? 'money'
  const problem = context.problems.get(name)
  return input({
    name,
    id: name,
    label: {
      html: html`<span class="govuk-visually-hidden">${line.name}, </span>${column.label}`,
      classes: 'app-amounts__label',
    },
    value: shownText(context, name),
    errorMessage: problem === undefined ? undefined : { text: problem },
    classes: type === 'text' ? 'govuk-input--width-20' : 'govuk-input--width-5',
    ...(type !== 'text' && { inputmode: 'decimal' }),
    ...(type === 'money' && { prefix: { text: '£' }, attributes: { 'data-adds': '' } }),
  })
}
