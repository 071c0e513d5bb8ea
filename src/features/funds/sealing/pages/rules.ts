import type { RoundInFund } from '../../../../core/rounds/round.ts'
import type { AssessmentRules, Criterion, RuleFact, Stage } from '../../../../core/rules/index.ts'
import { button, details, insetText, table } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary, scrolling } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import {
  criterionPath,
  manageRoundPath,
  publicRulesPath,
  publicScoringPath,
  roundPagePath,
  ruleSectionPath,
} from '../../funds.paths.ts'
import { caption, link, tagOf } from '../../pages/parts.ts'

export type RulesModel = {
  readonly round: RoundInFund
  readonly rules: AssessmentRules
  readonly revision: number
  /** What keeps the rules from being sealed, with where it is mended. */
  readonly toDo: readonly { readonly text: string; readonly href: string | undefined }[]
  readonly sealed:
    | { readonly version: number; readonly sealedOn: string; readonly by: string; readonly sha256: string }
    | undefined
  /** Whether what is written differs from what is sealed. */
  readonly changed: boolean
  readonly locked: boolean
  readonly mayEdit: boolean
  readonly sections: readonly {
    readonly slug: string
    readonly title: string
    readonly locked: boolean
    readonly facts: readonly RuleFact[]
  }[]
  readonly errors: readonly Words[]
  readonly csrf: string
}

/** The rules of a round from where its programme team writes and seals them. */
export function rulesPage(model: RulesModel): Page {
  const { round, mayEdit, toDo, locked, errors } = model
  const { fund, slug } = round
  return {
    title: 'Rules of assessment',
    wide: true,
    hasErrors: errors.length > 0,
    backLink: { href: manageRoundPath(fund.slug, slug) },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${fund.name}: ${round.name}`)}Rules of assessment ${stateTag(model)}</h1>
<p class="govuk-body">How applications are scored, compared and chosen. The rules are sealed before the round is public, so that nobody can fit them to who has applied.</p>
${locked && lockedText(model)}
${
  toDo.length > 0
    ? html`<h2 class="govuk-heading-m">To do before the rules can be sealed</h2>
<ul class="govuk-list govuk-list--bullet">${toDo.map(({ text, href }) => html`<li>${href === undefined || !mayEdit ? text : link(href, text)}</li>`)}</ul>`
    : mayEdit &&
      model.changed &&
      button({
        text: locked ? 'Seal the changed rules' : 'Check and seal the rules',
        href: roundPagePath(fund.slug, slug, 'rules/seal'),
      })
}
${sealedLine(model)}
<ul class="govuk-list">
<li>${link(publicScoringPath(fund.slug, slug), 'What applicants see of scoring')}</li>
<li>${link(publicRulesPath(fund.slug, slug), 'Sealed versions and what changed')}</li>
<li>${link(roundPagePath(fund.slug, slug, 'gates'), 'Checks before the round is public')}</li>
</ul>
${criteria(model, 'written', 'Scoring criteria', model.rules.criteria)}
${model.rules.interview.held && criteria(model, 'interview', 'Interview criteria', model.rules.interview.criteria)}
${model.sections.map((section) => sectionOf(model, section))}`,
  }
}

function stateTag({ sealed, changed, round }: RulesModel): SafeHtml {
  if (round.cancelledAt !== null) return tagOf({ text: 'Cancelled', classes: 'govuk-tag--red' })
  if (sealed === undefined) return tagOf({ text: 'Not sealed', classes: 'govuk-tag--yellow' })
  return changed
    ? tagOf({ text: 'Changed since sealed', classes: 'govuk-tag--yellow' })
    : tagOf({ text: 'Sealed', classes: 'govuk-tag--green' })
}

const lockedText = ({ round }: RulesModel): SafeHtml =>
  insetText({
    html: html`<p class="govuk-body">The round is public. Who may apply, criteria, weights, thresholds, spread, ties and what ranks are locked, so that nobody who relies on them is let down.</p>
<p class="govuk-body">If they are wrong, ${link(roundPagePath(round.fund.slug, round.slug, 'cancel'), 'cancel the round')} and open a copy of it. How the work of assessing is done may change until the first score, with a reason.</p>`,
  })

function sealedLine({ sealed }: RulesModel): SafeHtml {
  if (sealed === undefined) return html``
  return html`<p class="govuk-body">Version ${sealed.version} was sealed by ${sealed.by} on ${sealed.sealedOn}.</p>
${details({
  summaryText: 'Verify this',
  html: html`<p class="govuk-body">SHA-256 of the sealed rules:<br><code class="app-hash">${sealed.sha256}</code></p>`,
})}`
}

function criteria(model: RulesModel, stage: Stage, title: string, list: readonly Criterion[]): SafeHtml {
  const { round, mayEdit, locked } = model
  const { fund, slug } = round
  const edits = mayEdit && !locked && round.cancelledAt === null
  const total = Math.round(list.reduce((sum, { weightPercent }) => sum + weightPercent * 100, 0)) / 100
  return html`<h2 class="govuk-heading-m" id="${stage}">${title}</h2>
${
  list.length === 0
    ? html`<p class="govuk-body">None yet.</p>`
    : scrolling(
        title,
        table({
          caption: `${title}: the weights make ${total}%`,
          captionClasses: 'govuk-visually-hidden',
          head: [
            { text: 'Criterion' },
            { text: 'Weight', format: 'numeric' },
            { text: 'Scale' },
            ...(edits ? [{ text: 'Change' }] : []),
          ],
          rows: list.map((criterion, index) => [
            {
              html: html`${edits ? link(criterionPath(fund.slug, slug, stage, criterion.id), criterion.name) : criterion.name}<br>${criterion.looksFor}`,
            },
            { text: `${criterion.weightPercent}%`, format: 'numeric' },
            { text: scaleText(criterion) },
            ...(edits ? [{ html: moves(model, stage, criterion, index, list.length) }] : []),
          ]),
        }),
      )
}
${list.length > 0 && html`<p class="govuk-body">The weights make ${total}%.</p>`}
${edits && button({ text: stage === 'written' ? 'Add a criterion' : 'Add an interview criterion', href: criterionPath(fund.slug, slug, stage, 'new'), classes: 'govuk-button--secondary' })}`
}

function scaleText({ bands, leastPoints }: Criterion): string {
  const points = bands.map((band) => band.points)
  if (points.length === 0) return 'No bands yet'
  const least = leastPoints === null ? '' : `, at least ${leastPoints}`
  return `${Math.min(...points)} to ${Math.max(...points)}${least}`
}

function moves(model: RulesModel, stage: Stage, { id, name }: Criterion, index: number, count: number): SafeHtml {
  const { round, csrf, revision } = model
  const action = `${criterionPath(round.fund.slug, round.slug, stage, id)}/move`
  const move = (direction: 'up' | 'down') =>
    form(
      { action, csrf },
      html`${hidden('revision', revision)}${hidden('direction', direction)}${button({
        html: html`Move ${direction}<span class="govuk-visually-hidden"> ${name}</span>`,
        classes: 'govuk-button--secondary govuk-!-margin-bottom-1',
      })}`,
    )
  return html`${index > 0 && move('up')}${index < count - 1 && move('down')}`
}

function sectionOf(model: RulesModel, section: RulesModel['sections'][number]): SafeHtml {
  const { round, mayEdit, locked } = model
  const edits = mayEdit && round.cancelledAt === null && !(locked && section.locked)
  return html`<h2 class="govuk-heading-m" id="${section.slug}">${section.title}</h2>
${section.facts.length === 0 ? html`<p class="govuk-body">Not said yet.</p>` : html`<dl class="govuk-summary-list">${section.facts.map(factRow)}</dl>`}
${edits && html`<p class="govuk-body">${link(ruleSectionPath(round.fund.slug, round.slug, section.slug), 'Change', section.title.toLowerCase())}</p>`}`
}

/** A rule in words, a line for each part of it. */
export const factRow = ({ name, value }: Pick<RuleFact, 'name' | 'value'>): SafeHtml =>
  html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${lines(value)}</dd></div>`

/** @example lines('a\nb') is a paragraph of a and one of b */
export const lines = (text: string): SafeHtml =>
  text.includes('\n')
    ? html`${text.split('\n').map((line) => html`<p class="govuk-body govuk-!-margin-bottom-2">${line}</p>`)}`
    : html`${text}`
