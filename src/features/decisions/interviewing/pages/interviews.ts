import { button, tag, taskList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { FieldText } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { interviewsPath } from '../interviewing.paths.ts'
import { errorAt, interviewsFrame } from './parts.ts'

export type InterviewsModel = {
  readonly round: RoundInFund
  readonly steps: readonly { readonly text: string; readonly href: string; readonly standing: string }[]
  /** Where scoring by the panel stands, in a sentence. */
  readonly now: string
  readonly state: 'Not open' | 'Open' | 'Closed'
  readonly mayOpen: boolean
  readonly mayClose: boolean
  /** Scores that are missing, and interviews that have none at all. */
  readonly missing: { readonly scores: number; readonly interviews: number }
  readonly reason: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What there is to do for the interviews of a round. */
export function interviewsPage(model: InterviewsModel): Page {
  const { round, steps, errors, csrf } = model
  const action = (verb: string) => `${interviewsPath(round.fund.slug, round.slug)}/${verb}`
  return interviewsFrame(
    round,
    'Interviews',
    errors,
    html`${taskList({ items: steps.map(({ text, href, standing }) => ({ title: { text }, href, status: { text: standing } })) })}
<h2 class="govuk-heading-l">Scoring by the panel ${tag({ text: model.state })}</h2>
<p class="govuk-body">${model.now}</p>
${model.mayOpen && form({ action: action('open'), csrf }, button({ text: 'Open interviews', preventDoubleClick: true }))}
${
  model.mayClose &&
  form(
    { action: action('close'), csrf },
    html`${
      model.missing.scores > 0 &&
      textarea({
        name: 'reason',
        id: 'reason',
        label: { text: 'If you close with scores missing: why?' },
        hint: { text: missingWords(model.missing) },
        rows: 3,
        value: model.reason,
        errorMessage: errorAt(errors, 'reason'),
      })
    }${button({ text: 'Close interviews', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
  )
}`,
  )
}

const missingWords = ({ scores, interviews }: InterviewsModel['missing']): string =>
  `${scores} missing. They then count for nothing.${
    interviews === 0
      ? ''
      : ` ${interviews === 1 ? '1 interview has' : `${interviews} interviews have`} no score at all: whoever came to ${interviews === 1 ? 'it' : 'them'} is then given nothing for the interview.`
  }`
