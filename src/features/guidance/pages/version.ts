import { insetText } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { diffOfMarkdown } from '../../../ui/patterns/index.ts'
import type { OldVersion, VersionChange } from '../read-version.ts'
import { inRound } from './in-round.ts'
import { prose } from './prose.ts'

/** One version of a page as it was published. */
export function versionPage(model: OldVersion): Page {
  return inRound(model.frame, {
    title: model.title,
    content: html`${insetText({
      html: html`<strong>Version ${model.number} of ${model.latest}</strong>, published at ${model.publishedAt}.${model.changeNote !== '' && html` ${model.changeNote}`}
<br><a class="govuk-link" href="${model.pageHref}">Read the page as it is now</a>${model.changeHref !== undefined && html`<br><a class="govuk-link" href="${model.changeHref}">See what this version changed</a>`}`,
    })}
<p class="govuk-body-l">${model.summary}</p>
${prose(model.body)}`,
  })
}

/** What one version changed, word by word. */
export function changePage(model: VersionChange): Page {
  return inRound(model.frame, {
    title: 'What changed',
    caption: model.title,
    content: html`<p class="govuk-body-l">${model.changeNote}</p>
<p class="govuk-body">Version ${model.number}, published at ${model.publishedAt}.</p>
<ul class="govuk-list">
<li><a class="govuk-link" href="${model.beforeHref}">Version ${model.number - 1}, before the change</a></li>
<li><a class="govuk-link" href="${model.afterHref}">Version ${model.number}, after it</a></li>
<li><a class="govuk-link" href="${model.pageHref}">The page as it is now</a></li>
</ul>
<p class="govuk-body">Words that were added are <ins>underlined</ins>; words that were taken out are <del>struck through</del>.</p>
${model.fields.map(
  ({ name, segments, addedWords, removedWords }) => html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-body-s">${addedWords} ${addedWords === 1 ? 'word' : 'words'} added, ${removedWords} taken out</p>
${diffOfMarkdown(segments)}`,
)}`,
  })
}
