import { createHash } from 'node:crypto'
import type { AssetPaths } from './assets/manifest.ts'
import { backLink } from './components/back-link.ts'
import { breadcrumbs } from './components/breadcrumbs.ts'
import { footer } from './components/footer.ts'
import { genericHeader } from './components/generic-header.ts'
import { header } from './components/header.ts'
import { languageNavigation } from './components/language-navigation.ts'
import { phaseBanner } from './components/phase-banner.ts'
import { serviceNavigation } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { form } from './form.ts'
import { html, raw, render, type SafeHtml } from './html.ts'
import { languageName } from './language-name.ts'
import { orderProblems } from './order-problems.ts'
import { bannerEvaluation } from './patterns/banner-evaluation.ts'
import { emailAddress } from './patterns/email-address.ts'
import { unbrokenAmounts } from './unbroken-amounts.ts'

export type { AssetPaths } from './assets/manifest.ts'

/** What a feature's page gives: everything between the header and the footer. */
export type Page = {
  /** The same as the page's heading. The shell adds the service's name, and "Error: " in front when there are errors. */
  readonly title: string
  /** What it is a page of, where several have the same heading: it stands between heading and service in the title alone. */
  readonly section?: string | undefined
  readonly main: SafeHtml
  readonly backLink?: { readonly href: string; readonly text?: string | undefined } | undefined
  /** Without an address: the page itself. Not together with a back link. */
  readonly breadcrumbs?: readonly { readonly text: string; readonly href?: string | undefined }[] | undefined
  readonly hasErrors?: boolean | undefined
  /** It says that something went wrong, whatever was asked for. */
  readonly isError?: boolean | undefined
  /** The whole width, for tables and for pages with their own grid. Otherwise a column that reads well, two thirds wide. */
  readonly wide?: boolean | undefined
  /** An Atom feed of what the page shows. */
  readonly feed?: { readonly href: string; readonly title: string } | undefined
  /** For search engines and previews. */
  readonly description?: string | undefined
}

/** What the shell needs to know of the request. */
export type ShellContext = {
  readonly serviceName: string
  /** The path of this page. */
  readonly path: string
  /** Who is signed in. */
  readonly person?:
    | { readonly name: string /** Says nothing of them; the same in each session. */; readonly id?: string }
    | undefined
  readonly csrf?: string | undefined
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly active: boolean }[]
  /** `govuk` only on GOV.UK's own domains: crown, GDS Transport and its colours. */
  readonly theme: 'plain' | 'govuk'
  /** What everybody is told on every page, such as that the service will be down. */
  readonly notices?: readonly string[] | undefined
  /** What the last action did, shown once. */
  readonly flash?: SafeHtml | undefined
  /** The mark of the form that this page answers: what it holds may not be saved. */
  readonly answerTo?: string | undefined
  readonly evaluation: boolean
  /** The same page in other languages. */
  readonly languages?: readonly { readonly tag: string; readonly href: string }[] | undefined
  readonly assets: AssetPaths
  readonly canonicalUrl?: string | undefined
  /** Accessibility statement, privacy, cookies, and the like. */
  readonly footerLinks?: readonly { readonly text: string; readonly href: string }[] | undefined
}

const inlineScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');"

/** For `script-src` in the content security policy: the only inline script, which govuk-frontend asks for before anything is drawn. */
export const inlineScriptHashes: readonly string[] = [
  `'sha256-${createHash('sha256').update(inlineScript).digest('base64')}'`,
]

const bodyScript = raw(`<script>${inlineScript}</script>`)

const mark = raw(
  '<svg class="app-mark" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><path d="M4 30V6h9c8 0 12 5 12 12s-4 12-12 12z" fill="none" stroke="currentColor" stroke-width="4"/><path d="M27 8l7 10-7 10" fill="none" stroke="#f2c14e" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)

const skip = skipLink({ href: '#main-content', text: 'Skip to main content' })
const phase = phaseBanner({
  tag: { text: 'Beta' },
  text: 'This is a new service. What you tell us about it helps us to improve it.',
})
const evaluation = bannerEvaluation()

/**
 * The whole document.
 *
 * @example renderPage({ title: 'Funds', main: html`<h1 class="govuk-heading-xl">Funds</h1>` }, context)
 */
export function renderPage(page: Page, context: ShellContext): string {
  const main = page.hasErrors === true ? orderProblems(page.main) : page.main
  return unbrokenAmounts(
    render(html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
${headOf(page, context)}
<body class="govuk-template__body"${dataOf(context)}>
${bodyScript}
${skip}
<header class="govuk-template__header">${headerOf(context)}${context.evaluation ? evaluation : phase}</header>
${noticesOf(context)}
<div class="govuk-width-container">
${languagesOf(context)}
${page.backLink !== undefined && html`<nav aria-label="Page before">${backLink(page.backLink)}</nav>`}
${page.breadcrumbs !== undefined && breadcrumbs({ items: page.breadcrumbs, collapseOnMobile: true })}
<main class="govuk-main-wrapper" id="main-content">
${context.flash}
${page.wide === true ? main : html`<div class="app-column">${main}</div>`}
</main>
</div>
<footer class="govuk-template__footer">${footerOf(context)}</footer>
</body>
</html>
`),
  )
}

/** In a region of its own, so that it is found and can be passed over. */
const noticesOf = ({ notices = [] }: ShellContext): SafeHtml | false =>
  notices.length > 0 &&
  html`<section class="app-notice" aria-label="Service notice"><div class="govuk-width-container">
${notices.map((text) => html`<p class="app-notice__text">${text}</p>`)}
</div></section>`

/** Each language is named in itself, for those who read it. */
const languagesOf = ({ languages = [] }: ShellContext): SafeHtml | false =>
  languages.length > 0 &&
  languageNavigation({
    classes: 'app-languages',
    attributes: { translate: 'no' },
    items: [
      { text: languageName('en-GB') },
      ...languages.map(({ tag, href }) => ({ text: languageName(tag), href, lang: tag })),
    ],
  })

/** What scripts need to know of the page. */
function dataOf({ answerTo, person }: ShellContext): SafeHtml {
  return html`${person?.id !== undefined && html` data-person="${person.id}"`}${answerTo !== undefined && html` data-answer-to="${answerTo}"`}`
}

function headOf(page: Page, { serviceName, theme, assets, canonicalUrl }: ShellContext): SafeHtml {
  const { title: heading, section } = page
  const names = [
    heading,
    ...(section === undefined ? [] : [section]),
    serviceName,
    ...(theme === 'govuk' ? ['GOV.UK'] : []),
  ]
  const title = `${page.hasErrors === true ? 'Error: ' : ''}${names.join(' - ')}`
  return html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="${theme === 'govuk' ? '#1d70b8' : '#0b4650'}">
${page.description !== undefined && html`<meta name="description" content="${page.description}">`}
${canonicalUrl !== undefined && html`<link rel="canonical" href="${canonicalUrl}">`}
${page.feed !== undefined && html`<link rel="alternate" type="application/atom+xml" href="${page.feed.href}" title="${page.feed.title}">`}
<link rel="icon" sizes="any" href="${assets.favicon[theme]}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.styles[theme]}">
<script type="module" src="${assets.script}"></script>
</head>`
}

function headerOf(context: ShellContext): SafeHtml {
  const { serviceName, theme } = context
  const navigation = serviceNavigation({
    serviceName: theme === 'govuk' ? serviceName : undefined,
    serviceUrl: '/',
    navigation: context.navigation.map((item) =>
      item.href === context.path ? { text: item.text, href: item.href, current: true } : item,
    ),
    slots: { end: { html: accountOf(context), align: 'inline' } },
    ariaLabel: 'Service',
  })
  const top = theme === 'govuk' ? header() : genericHeader({ logoHtml: html`${mark}${serviceName}` })
  return html`${top}${navigation}`
}

function accountOf({ person, csrf }: ShellContext): SafeHtml {
  if (person === undefined) {
    return html`<div class="app-account"><a class="govuk-link govuk-link--no-visited-state" href="/sign-in">Sign in</a></div>`
  }
  const signOut = html`<button type="submit" class="app-link-button">Sign out</button>`
  return html`<div class="app-account"><span class="app-account__name">${emailAddress(person.name)}</span>${form({ action: '/sign-out', csrf, id: 'sign-out', notSent: 'You are still signed in.' }, signOut)}</div>`
}

function footerOf({ theme, footerLinks = [] }: ShellContext): SafeHtml {
  if (theme === 'govuk') return footer({ meta: { items: footerLinks } })
  const links = footerLinks.map(
    (link) => html`<li><a class="govuk-link govuk-link--text-colour" href="${link.href}">${link.text}</a></li>`,
  )
  return html`<div class="app-footer"><div class="govuk-width-container">
<h2 class="govuk-visually-hidden">Support links</h2>
${links.length > 0 && html`<ul class="app-footer__links">${links}</ul>`}
<p class="app-footer__note">Delivering Differently is open-source software under the MIT licence.</p>
</div></div>`
}
