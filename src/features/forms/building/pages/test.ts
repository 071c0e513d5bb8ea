import type { TypedTest } from '../../../../core/forms/edit/index.ts'
import { button } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { link, managedForm } from '../../pages/parts.ts'
import type { TestView } from '../read-condition.ts'
import { subjectField, testFields } from './test-fields.ts'

export type TestModel = TestView & {
  readonly typed: TypedTest
  readonly at: string
  readonly act: 'add' | 'replace' | 'ask-more'
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

const titles = {
  add: 'Add a condition',
  replace: 'Change a condition',
  'ask-more': 'Ask more of the same entries',
} as const

/** One test of a condition: first the question is picked, then what its answer must be. */
export function testPage(model: TestModel): Page {
  const { subject } = model
  const title = titles[model.act]
  const purpose = model.kind === 'rule' || model.kind === 'check' ? model.kind : 'condition'
  const kept = model.act === 'replace' ? 'change' : model.act === 'ask-more' ? 'more' : undefined
  const keep = html`${hidden('at', model.at)}${kept !== undefined && hidden(kept, 'yes')}`
  return managedForm(model.frame, {
    title,
    caption: model.caption,
    trail: [
      { text: `Edit version ${model.number}`, href: model.editHref },
      { text: 'Condition', href: model.backHref },
    ],
    problems: model.problems,
    content: html`<p class="govuk-body">For ${model.about}.</p>
${
  subject === undefined
    ? form(
        { action: model.href, method: 'get' },
        html`${keep}${subjectField(model, model.typed.subject, model.problems)}
<div class="govuk-button-group">${button({ text: 'Continue' })}${link(model.backHref, 'Cancel')}</div>`,
      )
    : form(
        { action: model.href, csrf: model.csrf },
        html`${keep}${hidden('seen', model.seen)}${testFields(model, { ...model, purpose })}
<div class="govuk-button-group">${button({ text: 'Save the condition', preventDoubleClick: true })}
${link(`${model.href}?at=${model.at}${kept === undefined ? '' : `&${kept}=yes`}&pick=yes`, 'Choose another question')}
${link(model.backHref, 'Cancel')}</div>`,
      )
}`,
  })
}
