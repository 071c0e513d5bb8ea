import { administrationCrumb } from '../notifications/index.ts'
import { holdsPath, retentionPath, subjectRequestsPath } from './privacy.paths.ts'

/** A page of this area beside the one that is shown. */
export type PageLink = { readonly text: string; readonly href: string; readonly current: boolean }

const first = 'Retention'

/** What an administrator does about personal data. @param here the address that is shown */
export const privacyPages = (here: string): readonly PageLink[] =>
  [
    { text: first, href: retentionPath },
    { text: 'Legal holds', href: holdsPath },
    { text: 'Requests of people', href: subjectRequestsPath },
  ].map((link) => ({ ...link, current: link.href === here }))

/** The way to a page, from the first of this area. */
export const privacyCrumbs = (text: string): readonly { readonly text: string; readonly href?: string }[] => [
  administrationCrumb,
  ...(text === first ? [] : [{ text: first, href: retentionPath }]),
  { text },
]
