import { summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'

/** A discipline: how many applications somebody of it reads, and those that nobody of it does, in words. */
export type ShownDiscipline = { readonly name: string; readonly read: string; readonly without: string }

/** Which disciplines those who read have, application by application: people judge where one is missed. */
export const disciplinesOf = (rows: readonly ShownDiscipline[]): SafeHtml => html`
<h2 class="govuk-heading-l">Disciplines among those who read</h2>
<p class="govuk-body">They are no part of the match: no answer tells which an application needs. Where one is missed, ask for one more opinion.</p>
${summaryList({
  rows: rows.map(({ name, read, without }) => ({
    key: { text: name },
    value: { html: html`${read}${without !== '' && html`<br>Not ${without}`}` },
  })),
})}`
