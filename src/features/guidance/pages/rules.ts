import { plainList } from '../../../core/text/plain-list.ts'
import { details } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { RuleSectionFacts, SealedRules, ShownRules, ShownSeal } from '../read-rules.ts'
import { inRound } from './in-round.ts'

const lines = (text: string): SafeHtml =>
  text.includes('\n')
    ? html`${text.split('\n').map((line) => html`<p class="govuk-body govuk-!-margin-bottom-2">${line}</p>`)}`
    : html`${text}`

const row = (name: string, value: string): SafeHtml =>
  html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${lines(value)}</dd></div>`

const sectionsOf = (sections: readonly RuleSectionFacts[], level: 'h2' | 'h3'): SafeHtml =>
  html`${sections.map(
    ({
      title,
      facts,
    }) => html`${level === 'h2' ? html`<h2 class="govuk-heading-m">${title}</h2>` : html`<h3 class="govuk-heading-m">${title}</h3>`}
<dl class="govuk-summary-list">${facts.map(({ name, value }) => row(name, value))}</dl>`,
  )}`

const hash = (sha256: string): SafeHtml => html`<code class="app-hash">${sha256}</code>`

/** The rules on the page of scoring. */
export function scoringSections({ sections, sealedOn, sha256, rulesHref }: ShownRules): SafeHtml {
  return html`${
    sealedOn === undefined
      ? html`<p class="govuk-inset-text">These rules are not sealed yet.</p>`
      : html`<p class="govuk-body">These rules were sealed at ${sealedOn}, and <a class="govuk-link" href="${rulesHref}">every sealed version is published</a>.</p>`
  }
${sectionsOf(sections, 'h2')}
${sha256 !== undefined && details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256 of the sealed rules:<br>${hash(sha256)}</p>` })}`
}

/** The sealed rules of a round: what they say now, and every version with its reason and what it changed. */
export function sealedRulesPage(model: SealedRules): Page {
  const { versions, sections, preview, earlyViews } = model
  return inRound(model.frame, {
    title: 'Sealed rules',
    description: 'The rules of this round as they were sealed, with every later change and its reason.',
    content:
      versions.length === 0
        ? html`<p class="govuk-body">${preview ? 'The rules are not sealed yet. The round cannot be published before they are.' : 'The rules of this round were not sealed: it was public before rules were.'}</p>`
        : html`<p class="govuk-body-l">Rules are sealed before a round is public. After that, who may apply, the criteria, weights, thresholds, spread and ties cannot change. Anything else changes only in a new version, with a published reason.</p>
<h2 class="govuk-heading-l">Versions</h2>
${versions.map(versionOf)}
<h2 class="govuk-heading-l">What version ${versions[0]?.version ?? 1} says</h2>
${sectionsOf(sections, 'h3')}
${
  earlyViews.length > 0 &&
  html`<h2 class="govuk-heading-l">Scores seen before scoring had closed</h2>
<p class="govuk-body">Scores are hidden from everybody until scoring closes. The programme team looked at them earlier:</p>
<ul class="govuk-list govuk-list--bullet">${earlyViews.map(({ when, reason }) => html`<li>${when}: ${reason}</li>`)}</ul>`
}`,
  })
}

function versionOf(seal: ShownSeal): SafeHtml {
  const { version, sealedOn, sealedBy, reason, approvedBy, withoutApproval, changes } = seal
  return html`<section id="version-${version}" class="govuk-!-margin-bottom-6">
<h3 class="govuk-heading-m">Version ${version}</h3>
<p class="govuk-body">Sealed at ${sealedOn} by ${sealedBy}.${reason !== '' && html`<br>Reason: ${reason}`}</p>
${approvedBy.length > 0 && html`<p class="govuk-body">Funders who approved it as sealed: ${plainList(approvedBy)}.</p>`}
${withoutApproval !== null && withoutApproval.reason !== reason && html`<p class="govuk-body">Sealed without approval by these funders: ${plainList(withoutApproval.funders)}. Reason: ${withoutApproval.reason}</p>`}
${changes.length > 0 && html`<dl class="govuk-summary-list">${changes.map(({ section, name, was, now }) => row(`${section}: ${name}`, `Was: ${was === '' ? 'nothing' : was}\nNow: ${now === '' ? 'nothing' : now}`))}</dl>`}
${details({
  summaryText: 'Verify this',
  html: html`<p class="govuk-body">SHA-256 of version ${version}:<br>${hash(seal.sha256)}</p>
${seal.previousSha256 !== null && html`<p class="govuk-body">It follows the version with this SHA-256:<br>${hash(seal.previousSha256)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${seal.downloadHref}" download>Download version ${version} as JSON</a>. The SHA-256 of that file is the hash of version ${version}. The file is canonical JSON (RFC 8785).</p>`,
})}
</section>`
}
