import type { Fund } from '../../../../core/rounds/fund.ts'
import { button, details, radios, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { type Fact, factList } from '../../asking/pages/match.ts'
import type { Way } from '../../pages/form-page.ts'
import { type NoteForms, noteForms, noteList, type ShownNote } from './notes.ts'
import { type PostForm, postForm, postList, type ShownPost } from './posts.ts'

type Chosen = { readonly action: string; readonly chosen: string; readonly reason: string }

export type RequestModel = {
  readonly fund: Fund
  readonly breadcrumbs: Way
  readonly number: number
  readonly title: string
  readonly state: { readonly text: string; readonly classes: string }
  readonly facts: readonly Fact[]
  /** Where the expert takes it or not. */
  readonly offer: Chosen | undefined
  readonly posts: readonly ShownPost[]
  readonly post: PostForm | undefined
  readonly notes: readonly ShownNote[]
  readonly noteForms: NoteForms
  /** Parts about hours, publication and the review, each with its heading. */
  readonly more: readonly SafeHtml[]
  readonly followUp:
    | { readonly words: string; readonly action: string | undefined; readonly typed: string; readonly due: string }
    | undefined
  /** For the council, until advice is accepted. */
  readonly withdraw: { readonly action: string; readonly reason: string } | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A question to the panel for those who take part in it. */
export const requestPage = (model: RequestModel): Page => ({
  title: model.title,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: `Question ${model.number}` }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Question ${model.number} to the expert panel of ${model.fund.name}</span>${model.title}</h1>
<p class="govuk-body">${tag(model.state)}</p>
${factList(model.facts)}
${model.offer !== undefined && offerForm(model, model.offer)}
<h2 class="govuk-heading-m">Advice</h2>
${noteList(model.notes)}
${noteForms(model.noteForms, model.errors, model.csrf)}
${model.followUp !== undefined && followUpPart(model, model.followUp)}
${model.more}
<h2 class="govuk-heading-m">Messages and papers</h2>
${postList(model.posts)}
${model.post !== undefined && postForm(model.post, model.errors, model.csrf)}
${model.withdraw !== undefined && withdrawForm(model, model.withdraw)}`,
})

const offerForm = ({ errors, csrf }: RequestModel, { action, chosen, reason }: Chosen): SafeHtml =>
  form(
    { action, csrf },
    html`${radios({
      name: 'answer',
      idPrefix: 'answer',
      value: chosen,
      fieldset: { legend: { text: 'Do you take this question?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: errorAt(errors, 'answer'),
      items: [
        { value: 'accepted', text: 'Yes' },
        { value: 'declined', text: 'No' },
        {
          value: 'conflict',
          text: 'No, I have a conflict',
          hint: { text: 'You are offered no other question of this council' },
        },
      ],
    })}
${textarea({ id: 'answer-reason', name: 'answer-reason', label: { text: 'If not: why?' }, hint: { text: 'The programme team reads this' }, rows: 2, value: reason, errorMessage: errorAt(errors, 'answer-reason') })}
${button({ text: 'Answer', preventDoubleClick: true })}`,
  )

const withdrawForm = (
  { errors, csrf }: RequestModel,
  { action, reason }: NonNullable<RequestModel['withdraw']>,
): SafeHtml =>
  details({
    summaryText: 'Withdraw the question',
    open: errorAt(errors, 'withdraw-reason') !== undefined,
    html: form(
      { action, csrf },
      html`<p class="govuk-body">Hours to come are cancelled. What was written stays here, and hours that were given still count.</p>
${textarea({ id: 'withdraw-reason', name: 'withdraw-reason', label: { text: 'Why is it withdrawn?' }, hint: { text: 'The expert and the programme team read this' }, rows: 2, value: reason, errorMessage: errorAt(errors, 'withdraw-reason') })}
${button({ text: 'Withdraw the question', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })

const followUpPart = (
  { errors, csrf }: RequestModel,
  { words, action, typed, due }: NonNullable<RequestModel['followUp']>,
): SafeHtml => html`<h2 class="govuk-heading-m">What was done with it</h2>
<p class="govuk-body app-kept-lines">${words === '' ? due : words}</p>
${
  action !== undefined &&
  form(
    { action, csrf },
    html`${textarea({ id: 'done', name: 'done', label: { text: 'What did you do with the advice?' }, hint: { text: 'The expert and the programme team read this' }, rows: 3, value: typed, errorMessage: errorAt(errors, 'done') })}
${button({ text: 'Save', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`
