import { html, nothing, type SafeHtml } from '../html.ts'
import { logo } from './logo.ts'
import {
  type Attributes,
  attributesOf,
  type Content,
  contentOf,
  hasContent,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

export type FooterLink = Optional<{ href: string; text: string; attributes: Attributes }>

export type FooterSection = Optional<{
  title: string
  columns: number
  /** Of a grid column: `one-half`, `two-thirds`; the whole width when left out. */
  width: string
  items: readonly FooterLink[]
}>

export type FooterOptions = Styled &
  Optional<{
    containerClasses: string
    navigation: readonly FooterSection[]
    meta: Content & Optional<{ visuallyHiddenTitle: string; items: readonly FooterLink[] }>
    /** null shows no licence. */
    contentLicence: Content | null
    copyright: Content
  }>

/**
 * The GOV.UK footer with crown, licence and Crown copyright: only for services on GOV.UK's own domains.
 * The plain theme has its own in `page.ts`.
 */
export function footer(options: FooterOptions = {}): SafeHtml {
  return html`<div class="govuk-footer${more(options.classes)}"${attributesOf(options.attributes)}>
<div class="govuk-width-container${more(options.containerClasses)}">
${logo({ classes: 'govuk-footer__crown', useLogotype: false })}
${
  options.navigation?.length
    ? html`<div class="govuk-footer__navigation">${options.navigation.map(sectionOf)}</div>
<hr class="govuk-footer__section-break">`
    : nothing
}
<div class="govuk-footer__meta">
<div class="govuk-footer__meta-item govuk-footer__meta-item--grow">${metaOf(options.meta)}${options.contentLicence !== null && licenceOf(options.contentLicence)}</div>
<div class="govuk-footer__meta-item"><a class="govuk-footer__link govuk-footer__copyright-logo" href="https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/">${hasContent(options.copyright) ? contentOf(options.copyright) : '© Crown copyright'}</a></div>
</div>
</div>
</div>`
}

function linkOf(link: FooterLink): SafeHtml {
  return html`<a class="govuk-footer__link" href="${link.href}"${attributesOf(link.attributes)}>${link.text}</a>`
}

function sectionOf(section: FooterSection): SafeHtml {
  const columns = section.columns && ` govuk-footer__list--columns-${section.columns}`
  const links = section.items?.filter(({ href, text }) => href && text)
  return html`<div class="govuk-footer__section govuk-grid-column-${section.width || 'full'}">
<h2 class="govuk-footer__heading govuk-heading-m">${section.title}</h2>
${links?.length && html`<ul class="govuk-footer__list${columns}">${links.map((link) => html`<li class="govuk-footer__list-item">${linkOf(link)}</li>`)}</ul>`}
</div>`
}

function metaOf(meta: FooterOptions['meta']): SafeHtml {
  if (!meta) return nothing
  const links = meta.items?.map((link) => html`<li class="govuk-footer__inline-list-item">${linkOf(link)}</li>`)
  return html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || 'Support links'}</h2>
${links?.length ? html`<ul class="govuk-footer__inline-list">${links}</ul>` : nothing}
${hasContent(meta) && html`<div class="govuk-footer__meta-custom">${contentOf(meta)}</div>`}`
}

function licenceOf(licence: Content | undefined): SafeHtml {
  const words = hasContent(licence)
    ? contentOf(licence)
    : html`All content is available under the <a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>, except where otherwise stated`
  return html`<svg aria-hidden="true" focusable="false" class="govuk-footer__licence-logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 483.2 195.7" height="17" width="41"><path fill="currentColor" d="M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"/></svg>
<span class="govuk-footer__licence-description">${words}</span>
`
}
