import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { versionsPath } from './versions.paths.ts'

/** Frozen versions, beside the report. */
export const versionsSteps = ({ reference }: Pick<Review, 'reference'>): readonly Step[] => [
  {
    href: versionsPath(reference),
    title: 'Versions and sign-offs',
    hint: 'Freeze what is decided on, compare versions, and sign one off.',
    state: { text: 'Can be used', classes: 'govuk-tag--blue' },
  },
]
