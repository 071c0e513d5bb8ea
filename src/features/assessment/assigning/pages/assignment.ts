import { button, errorSummary, insetText, table } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, statisticsRow } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { conflictsPath } from '../../conflicts/conflicts.paths.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { everyoneWords, shortWords } from '../assigning.messages.ts'
import { assignmentPath } from '../assigning.paths.ts'

export type AssignmentModel = {
  readonly round: RoundInFund
  readonly applications: number
  readonly assessors: number
  readonly assigned: number
  readonly needs: number | undefined
  /** Up to how many everybody reads everything, where the round has no more. */
  readonly everyoneUpTo: number | undefined
  /** Whether applications can still be assigned: not once scoring has closed. */
  readonly isOpen: boolean
  /** The cap on how likely a pair is, where the rules have one and the round is not for everybody to read. */
  readonly mostChancePercent: number | undefined
  /** Applications with fewer readers than they need. */
  readonly short: readonly { readonly reference: string; readonly readers: number }[]
  /** What ended, the latest first. */
  readonly ended: readonly {
    readonly reference: string
    readonly name: string
    readonly why: string
    readonly at: string
  }[]
  readonly runs: readonly {
    readonly number: number
    readonly href: string
    readonly state: string
    readonly requested: string
    readonly by: string
  }[]
  readonly mayRun: boolean
  readonly errors: readonly { readonly text: string; readonly href: string }[]
  readonly csrf: string
}

/** Who reads what: what is in force, and working it out. */
export const assignmentPage = (model: AssignmentModel): Page => {
  const { round, runs, errors } = model
  const { fund, slug } = round
  return {
    title: 'Assignment',
    wide: true,
    hasErrors: errors.length > 0,
    breadcrumbs: [...assessmentCrumbs(round), { text: 'Assignment' }],
    main: html`${errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors })}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Assignment</h1>
${statisticsRow([
  { value: model.applications, label: 'To be scored' },
  { value: model.assessors, label: 'Assessors' },
  { value: model.assigned, label: 'Assigned now' },
])}
${shortOf(model)}
<p class="govuk-body"><a class="govuk-link" href="${conflictsPath(fund.slug, slug)}">Conflicts, and releasing soft ones</a></p>
${model.mayRun && workOut(model)}
${runs.length > 0 && listOf(runs)}
${model.ended.length > 0 && endedOf(model.ended)}`,
  }
}

function shortOf({ short, needs, assigned, everyoneUpTo, isOpen }: AssignmentModel): SafeHtml | undefined {
  if (assigned === 0 || needs === undefined || short.length === 0) return undefined
  const again =
    everyoneUpTo === undefined
      ? 'Work the assignment out again: as little as possible changes.'
      : 'Where everybody without a conflict reads one already, release a soft conflict or invite another assessor. Otherwise work the assignment out again.'
  return insetText({ text: `${shortWords(short, needs)}${isOpen ? ` ${again}` : ''}` })
}

const workOut = ({ round, assigned, everyoneUpTo, mostChancePercent, csrf }: AssignmentModel): SafeHtml => html`
<h2 class="govuk-heading-m" id="work-out">Work it out</h2>
${everyoneUpTo !== undefined && html`<p class="govuk-body">${everyoneWords(everyoneUpTo)}</p>`}
<p class="govuk-body">${
  assigned === 0
    ? everyoneUpTo !== undefined
      ? 'Nothing takes effect until you accept it.'
      : 'The service follows the sealed rules. It gives each application the right number of assessors and avoids conflicts. It then shares the work evenly, finds somebody who knows the field, and looks for the best match overall. Nothing takes effect until you accept it.'
    : 'What was scored stays, and a change is made only where it is needed or worth it. Nothing changes until you accept it.'
}</p>
${mostChancePercent !== undefined && html`<p class="govuk-body">The sealed rules let no assessor be more than ${mostChancePercent}% likely to be given any one application: who reads what is drawn by chance. You see every chance, and what the cap costs, before you accept.</p>`}
${form(
  { action: assignmentPath(round.fund.slug, round.slug), csrf },
  button({ text: assigned === 0 ? 'Work out who reads what' : 'Work it out again', preventDoubleClick: true }),
)}`

const listOf = (runs: AssignmentModel['runs']): SafeHtml =>
  scrolling(
    'What was worked out',
    table({
      caption: 'What was worked out',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['Assignment', 'State', 'Asked for', 'By'].map((text) => ({ text })),
      rows: runs.map(({ number, href, state, requested, by }) => [
        { html: html`<a class="govuk-link" href="${href}">Assignment ${number}</a>` },
        { text: state },
        { text: requested },
        { text: by },
      ]),
    }),
  )

const endedOf = (ended: AssignmentModel['ended']): SafeHtml =>
  scrolling(
    'Assignments that ended',
    table({
      caption: 'Assignments that ended',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['Application', 'Assessor', 'Why', 'When'].map((text) => ({ text })),
      rows: ended.map(({ reference, name, why, at }) => [
        { text: reference, classes: 'app-whole' },
        { text: name },
        { text: why },
        { text: at },
      ]),
    }),
  )
