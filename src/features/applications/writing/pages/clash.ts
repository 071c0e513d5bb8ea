import { type ClashModel as Clashes, clashPage as clashOf } from '../../../../ui/clash-page.ts'
import { hidden } from '../../../../ui/form.ts'
import type { Page } from '../../../../ui/page.ts'

export type { Difference, MergedText } from '../../../../ui/clash-page.ts'

export type ClashModel = Omit<Clashes, 'title' | 'happened' | 'afterwards' | 'carried' | 'back'> & {
  readonly formVersionId: string
  readonly back: string
  /** What else there is to say of what was sent. */
  readonly besides?: string | undefined
}

/** Two people wrote the same answer. Both texts are here; this person decides which stays. */
export const clashPage = ({ formVersionId, back, besides, ...model }: ClashModel): Page =>
  clashOf({
    ...model,
    title: 'Someone else has changed this answer',
    happened: [
      'While you were writing, an answer on this page was saved by someone else, or by you in another tab.',
      ...(besides === undefined ? [] : [besides]),
    ].join(' '),
    afterwards: 'What you do not choose is set aside on the page of the question.',
    carried: hidden('form', formVersionId),
    back: { href: back, text: 'Back to all questions' },
  })
