import { MOST_COMMENT_WORDS } from '../../core/assessment/index.ts'
import { characterCount } from '../components/character-count.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { html, type SafeHtml } from '../html.ts'

type Error = { readonly text: string } | undefined

export type BandModel = { readonly points: string; readonly name: string; readonly guidance: string }

/** What somebody gives for one criterion, and why. */
export type ScoreFieldsModel = {
  readonly id: string
  readonly name: string
  /** Chosen by their words, or typed as a number. */
  readonly scale: 'words' | 'numbers'
  readonly bands: readonly BandModel[]
  readonly points: string
  readonly comment: string
  readonly pointsError: Error
  readonly commentError: Error
}

/** The points and the comment of a criterion, as they stand on the page and where two windows clashed. */
export const scoreFields = (criterion: ScoreFieldsModel): SafeHtml => html`${pointsField(criterion)}
${characterCount({
  name: `comment-${criterion.id}`,
  id: `comment-${criterion.id}`,
  label: { text: `Why? ${criterion.name}`, classes: 'govuk-label--s' },
  hint: { text: 'What in the answer makes it so. The applicant may be told.' },
  maxwords: MOST_COMMENT_WORDS,
  value: criterion.comment,
  rows: 4,
  errorMessage: criterion.commentError,
})}`

/** Points as a choice of bands, or typed. */
export function pointsField({
  id,
  name,
  scale,
  bands,
  points,
  pointsError,
}: Omit<ScoreFieldsModel, 'comment' | 'commentError'>): SafeHtml {
  const legend = `Points: ${name}`
  if (scale === 'words') {
    return radios({
      name: `points-${id}`,
      idPrefix: `points-${id}`,
      value: points,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      errorMessage: pointsError,
      items: bands.map((band) => ({
        value: band.points,
        // Nought is a choice too.
        checked: points === band.points,
        text: `${band.points}: ${band.name}`,
        ...(band.guidance !== '' && { hint: { text: band.guidance } }),
      })),
    })
  }
  return html`${input({
    name: `points-${id}`,
    id: `points-${id}`,
    label: { text: legend, classes: 'govuk-label--s' },
    hint: { text: `From ${bands[0]?.points} to ${bands.at(-1)?.points}: see the bands below` },
    value: points,
    classes: 'govuk-input--width-3',
    inputmode: 'decimal',
    errorMessage: pointsError,
  })}
<dl class="app-item-summary">${bands.map((band) => html`<dt>${band.points}: ${band.name}</dt><dd>${band.guidance}</dd>`)}</dl>`
}
