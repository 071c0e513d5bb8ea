import { type Actor, fundsWith, may } from './core/permissions/index.ts'
import { currentNotices } from './features/funds/index.ts'
import type { Flash } from './platform/http/flash.ts'
import type { ShellFacts } from './platform/http/shell-facts.ts'
import type { Services } from './platform/services.ts'
import { readAssets } from './ui/assets/manifest.ts'
import { notificationBanner } from './ui/components/index.ts'
import type { SafeHtml } from './ui/html.ts'
import { type Page, renderPage, type ShellContext } from './ui/page.ts'

/**
 * Help with a page: in the same place on every page (WCAG 2.2, 3.2.6), and costing it nothing. One that says that something
 * went wrong is about no page: it is the same whatever was asked for.
 */
const helpLink = (path: string, { isError = false }: Page) => ({
  text: 'Help and contact',
  href: isError ? '/help' : `/help?${new URLSearchParams({ about: path })}`,
})

/** The pages that every page leads to, after help with it. */
const footerLinks = [
  { text: 'Accessibility statement', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'Data and API', href: '/developers' },
  { text: 'Status', href: '/status' },
  { text: 'Performance', href: '/performance' },
  { text: 'Give feedback', href: '/feedback' },
]

/** Where a person can go from anywhere: what they may see, and no more. */
export function navigationFor(actor: Actor, path: string, evaluation: boolean): ShellContext['navigation'] {
  const runsFunds = fundsWith(actor, 'fund:read').length > 0
  const links = [
    { text: 'Funds', href: '/', when: true },
    { text: 'Search', href: '/search', when: true },
    { text: 'Your work', href: '/home', when: actor.kind === 'person' },
    { text: 'Notifications', href: '/notifications', when: actor.kind === 'person' },
    { text: 'Manage', href: '/manage', when: runsFunds },
    { text: 'Admin', href: '/admin', when: may(actor, 'service:administer', null) },
    { text: 'Account', href: '/account', when: actor.kind === 'person' },
    { text: 'Outbox', href: '/outbox', when: evaluation },
  ]
  return links
    .filter(({ when }) => when)
    .map(({ text, href }) => ({ text, href, active: href === '/' ? isPublic(path) : path.startsWith(href) }))
}

const isPublic = (path: string): boolean => path === '/' || path.startsWith('/funds/')

const flashBanner = (flash: Flash): SafeHtml =>
  notificationBanner(typeof flash === 'string' ? { type: 'success', text: flash } : { text: flash.important })

/**
 * Puts a page in its shell for whoever asked.
 *
 * @param script the name of the script of this language, if it has one of its own
 */
export function makeRender(
  { config, db, clock }: Services,
  script?: string,
): (page: Page, facts: ShellFacts) => string {
  const built = readAssets()
  const assets = script === undefined ? built : { ...built, script: `/assets/${script}` }
  return (page, { actor, path, csrf, flash, answerTo, languages }) =>
    renderPage(page, {
      serviceName: config.serviceName,
      path,
      navigation: navigationFor(actor, path, config.evaluation),
      theme: config.theme,
      evaluation: config.evaluation,
      assets,
      languages,
      notices: currentNotices(db, clock()).map(({ text }) => text),
      footerLinks: [helpLink(path, page), ...footerLinks],
      ...(config.publicUrl === undefined ? {} : { canonicalUrl: `${config.publicUrl}${path}` }),
      ...(flash === undefined ? {} : { flash: flashBanner(flash) }),
      ...(answerTo === undefined ? {} : { answerTo }),
      ...(actor.kind === 'person' ? { person: { name: actor.name || actor.email, id: actor.personId }, csrf } : {}),
    })
}
