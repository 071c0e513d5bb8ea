import { button, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { fieldOf, type WrongForm } from './wrong-form.ts'

export type AnswerForm = {
  /** Which of the forms of its page it is. */
  readonly form: string
  readonly action: string
  readonly question: string
  readonly yes: string
  readonly no: string
  /** What travels with it. */
  readonly hidden?: SafeHtml
}

/** Where somebody says yes or no to what is put before them, and why. */
export function answerForm(asked: AnswerForm, wrong: WrongForm | undefined, csrf: string): SafeHtml {
  const { id: idPrefix, ...choice } = fieldOf(wrong, asked.form, 'answer')
  return form(
    { action: asked.action, csrf },
    html`${asked.hidden}${radios({
      ...choice,
      idPrefix,
      classes: 'govuk-radios--inline govuk-radios--small',
      fieldset: { legend: { text: asked.question, classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'yes', text: asked.yes },
        { value: 'no', text: asked.no },
      ],
    })}
${textarea({ ...fieldOf(wrong, asked.form, 'answer-reason'), label: { text: 'Why?' }, hint: { text: 'Give a reason whichever you choose' }, rows: 4 })}
${button({ text: 'Save', preventDoubleClick: true })}`,
  )
}
