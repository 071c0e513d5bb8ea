import { type ClashModel, clashPage } from '../../../../ui/clash-page.ts'
import { hidden } from '../../../../ui/form.ts'
import type { Page } from '../../../../ui/page.ts'

export { type Difference, youElsewhere } from '../../../../ui/clash-page.ts'

export type ScoreClashModel = Omit<ClashModel, 'title' | 'happened' | 'carried' | 'back' | 'takesFiles' | 'keepFor'> & {
  /** The name under which the page of the application keeps unsaved text in the browser. */
  readonly keepFor: string
  readonly rulesSha256: string
  readonly back: string
}

/** Two windows of one assessor scored the same criterion. Both texts are here; they decide which stays. */
export const scoreClashPage = ({ rulesSha256, back, ...model }: ScoreClashModel): Page =>
  clashPage({
    ...model,
    takesFiles: false,
    title: 'You have scored this in another tab',
    happened: 'While you were writing, a score on this page was saved by you in another tab or window.',
    carried: hidden('rules', rulesSha256),
    back: { href: back, text: 'Back to the application' },
  })
