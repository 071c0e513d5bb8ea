import { ukTimeWithZone } from '../../../../core/time/uk-time.ts'
import { button, details, errorSummary, insetText, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, type PageFinder, statisticsRow } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import type { Understanding, Understood } from '../read-understanding.ts'
import type { UnderstandingProblem } from '../request-understanding.ts'
import { doingWords, understandingProblemText } from '../understanding.messages.ts'
import { cancelUnderstandingPath, rankingFilePath, understandingPath } from '../understanding.paths.ts'
import { agreementPart } from './agreement-part.ts'
import { criteriaPart } from './criteria-part.ts'
import { flagsPart } from './flags-part.ts'
import { numbersPart, rankingPart } from './ranking-part.ts'
import { trailOf } from './trail.ts'
import type { UnderstandingList, UnderstandingPart } from './understanding-part.ts'

export type UnderstandingModel = {
  readonly round: RoundInFund
  readonly understanding: Understanding
  /** Whether the reader may have it worked out. */
  readonly runs: boolean
  readonly csrf: string
  readonly problems: readonly UnderstandingProblem[]
  readonly paged: PageFinder<UnderstandingList>
}

/** What the scores of a round say: the ranking with how sure it is, how assessors agree, and what to look at. */
export function understandingPage(model: UnderstandingModel): Page {
  const { round, understanding, problems } = model
  const blind = understanding.phase === 'sifting' || understanding.phase === 'scoring'
  const { understood } = understanding
  return {
    title: 'What the scores say',
    breadcrumbs: [...trailOf(round, false), { text: 'What the scores say' }],
    wide: true,
    hasErrors: problems.length > 0,
    main: html`${
      problems.length > 0 &&
      errorSummary({
        titleText: 'There is a problem',
        errorList: problems.map((problem) => ({ text: understandingProblemText(problem) })),
      })
    }
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>What the scores say</h1>
${blind ? insetText({ text: 'Nothing is shown before scoring has closed. Until then nobody sees what others gave.' }) : standing(model)}
${understood !== undefined && results({ round, understood, paged: model.paged })}`,
  }
}

function standing(model: UnderstandingModel): SafeHtml {
  const { round, runs, csrf, understanding } = model
  const { latest, understood } = understanding
  const path = understandingPath(round.fund.slug, round.slug)
  if (latest?.state === 'waiting' || latest?.state === 'running') {
    const cancel = cancelUnderstandingPath(round.fund.slug, round.slug)
    return html`${insetText({ html: html`<p class="govuk-body">It is being worked out: ${latest.progress} of 100, ${doingWords(latest.doing)}. This takes seconds, or a minute for a very large round.</p><p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="${path}">Look again</a></p>` })}
${runs && form({ action: cancel, csrf }, button({ text: 'Cancel it', classes: 'govuk-button--secondary' }))}`
  }
  const again = understood === undefined ? 'Work it out' : 'Work it out again'
  const ask = runs && form({ action: path, csrf }, button({ text: again, preventDoubleClick: true }))
  if (latest?.state === 'failed')
    return html`${warningText({ text: `It could not be worked out. ${latest.verdict}`, iconFallbackText: 'Warning' })}${ask}`
  if (understood === undefined)
    return html`<p class="govuk-body">Scoring has closed. What the scores say has not been worked out yet.</p>${ask}`
  return html`${
    understood.stale &&
    html`${warningText({ text: 'Scores or rules have changed since this was worked out.', iconFallbackText: 'Warning' })}${ask}`
  }`
}

function results(part: UnderstandingPart): SafeHtml {
  const { round, understood } = part
  const { run, input, result } = understood
  const assessors = new Set(input.reviews.map(({ assessor }) => assessor)).size
  return html`${statisticsRow([
    { value: result.ranked.length, label: 'Applications scored' },
    { value: input.reviews.length, label: 'Reviews that count' },
    { value: assessors, label: 'Assessors' },
    { value: input.places, label: 'Places on the shortlist' },
  ])}
<p class="govuk-body">On this page: <a class="govuk-link" href="#agreement">how assessors agree</a>, ${result.calibration !== null && html`<a class="govuk-link" href="#criteria">each criterion by itself</a>, `}<a class="govuk-link" href="#look">what is worth a look</a>, <a class="govuk-link" href="#numbers">the ranking in numbers</a></p>
${rankingPart(part)}
${agreementPart(part)}
${criteriaPart(part)}
${flagsPart(part)}
${numbersPart(part)}
<p class="govuk-body"><a class="govuk-link" href="${rankingFilePath(round.fund.slug, round.slug)}">Download the ranking (CSV)</a></p>
<p class="govuk-body">Worked out ${run.endedAt !== null && ukTimeWithZone(run.endedAt)}, as number ${run.number} of this round.</p>
${details({ summaryText: 'Verify this', html: toVerify(understood) })}`
}

const toVerify = ({ run, result }: Understood): SafeHtml =>
  html`<p class="govuk-body">The same scores and rules give the same result, to the last digit. SHA-256 of what went in:<br><code class="app-hash">${run.inputSha256}</code></p>
<p class="govuk-body">SHA-256 of what came out:<br><code class="app-hash">${run.resultSha256}</code></p>
<p class="govuk-body">Chance began with ${run.seed}, from the hash of the sealed rules.${result.calibration !== null && ` Four chains of ${result.calibration.draws} draws; R-hat ${result.calibration.rHat.toFixed(3)}${result.calibration.rHat > 1.01 ? ', which is above 1.01: the chains had not met, and the estimates are rough' : ''}.`}</p>`
