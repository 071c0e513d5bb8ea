import { button, warningText } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { VersionView } from '../read-form-version.ts'
import { link, managedForm } from './parts.ts'

/** Asks whether a draft is really to go. */
export function deleteDraftPage(
  model: VersionView & { readonly csrf: string; readonly problems: readonly ProblemWords[] },
): Page {
  const { frame, number, formName, comparedWith, csrf } = model
  return managedForm(frame, {
    title: `Delete the draft of version ${number}?`,
    caption: formName,
    trail: [{ text: `Version ${number}`, href: model.href }],
    problems: model.problems,
    content: html`<div id="theirs">${warningText({
      text:
        comparedWith === undefined
          ? 'Nothing of this form has been published, so the whole form goes. It cannot be brought back.'
          : 'What has been changed since the published version is lost. It cannot be brought back.',
    })}</div>
<p class="govuk-body">${link(model.downloadHref, 'Download it as JSON')} if you may want it again.</p>
${form(
  { action: model.deleteHref, csrf },
  html`${hidden('seen', model.sha256)}<div class="govuk-button-group">
${button({ text: 'Delete the draft', classes: 'govuk-button--warning', preventDoubleClick: true })}
${link(model.href, 'Keep it')}
</div>`,
)}`,
  })
}
