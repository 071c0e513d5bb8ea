import { button } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { changeList } from '../../../forms/index.ts'
import type { KeptAside } from '../form-changes.store.ts'
import type { FormChangesShown } from '../read-form-changes.ts'

const whyWords: Readonly<Record<KeptAside['reason'], string>> = {
  gone: 'is not asked any more.',
  unfit: 'is answered in another way now.',
  part: 'keeps the rest of its answer. This part has no place in it any more.',
}

/** What changed in the form, above the tasks, until somebody says that it was read. */
export const formChanges = (
  shown: FormChangesShown,
  { action, csrf, mayDismiss }: { readonly action: string; readonly csrf: string; readonly mayDismiss: boolean },
): SafeHtml => html`<section class="govuk-inset-text" aria-labelledby="form-changed">
<h2 class="govuk-heading-m" id="form-changed">The form has changed</h2>
<p class="govuk-body">It changed at ${shown.when}. What you wrote is kept, and your application answers the new form from now on.</p>
${shown.notes.map((note) => html`<p class="govuk-body">${note}</p>`)}
${changeList(shown.changes)}
${
  shown.setAside.length > 0 &&
  html`<h3 class="govuk-heading-s">Answers that have no place any more</h3>
<p class="govuk-body">They are not part of the application. Copy what you need into other answers.</p>
${shown.setAside.map(
  ({
    label,
    answer,
    reason,
  }) => html`<div><p class="govuk-body"><strong>${label}</strong> ${whyWords[reason]} You wrote:</p>
<blockquote class="govuk-body">${answer.map((line) => html`${line}<br>`)}</blockquote></div>`,
)}`
}
${
  mayDismiss &&
  form(
    { action, csrf },
    html`${hidden('upTo', shown.upTo)}${button({ text: 'I have read this', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}
</section>`
