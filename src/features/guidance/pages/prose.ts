import type { SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'

/** What somebody wrote, below a page's own heading: its highest headings are of the second level, whether # or ##. */
export const prose = (body: string): SafeHtml => markdown(body, { headingLevel: /^ {0,3}# /m.test(body) ? 2 : 1 })
