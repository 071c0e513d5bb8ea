import { button, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText, filesInput, timeline } from '../../../../ui/patterns/index.ts'

export type ShownPost = {
  readonly words: string
  readonly readers: string
  readonly time: string
  readonly datetime: string
  readonly by: string
  readonly files: SafeHtml | undefined
}

export type PostForm = {
  readonly action: string
  readonly typed: { readonly words: string; readonly readers: string }
  readonly readers: readonly { readonly value: string; readonly text: string }[]
  readonly limits: string
  readonly accept: string
}

/** What was said, as far as this person reads it. */
export const postList = (posts: readonly ShownPost[]): SafeHtml =>
  posts.length === 0
    ? html`<p class="govuk-body">Nothing has been said yet.</p>`
    : timeline(
        posts.map(({ words, readers, time, datetime, by, files }) => ({
          title: by,
          time,
          datetime,
          description: html`<span class="app-kept-lines">${words}</span>${files}<br><span class="govuk-hint">Read by ${readers}</span>`,
        })),
      )

/** Where something is said, with files, to readers that are chosen. */
export const postForm = (
  { action, typed, readers, limits, accept }: PostForm,
  errors: readonly FieldText[],
  csrf: string,
): SafeHtml =>
  form(
    { action, csrf, enctype: 'multipart/form-data' },
    html`${textarea({ id: 'words', name: 'words', label: { text: 'Write a message', classes: 'govuk-label--s' }, rows: 4, value: typed.words, errorMessage: errorAt(errors, 'words') })}
${filesInput(action, { id: 'files', name: 'files', label: { text: 'Papers that its readers need (optional)', classes: 'govuk-label--s' }, hint: { text: limits }, errorMessage: errorAt(errors, 'files'), multiple: true, attributes: { accept } })}
${radios({ name: 'readers', idPrefix: 'readers', classes: 'govuk-radios--small', value: typed.readers, fieldset: { legend: { text: 'Who reads it?', classes: 'govuk-fieldset__legend--s' } }, errorMessage: errorAt(errors, 'readers'), items: readers.map((each) => ({ ...each })) })}
${button({ text: 'Send', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
