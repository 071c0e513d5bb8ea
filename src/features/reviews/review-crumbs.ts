import { reviewPath, reviewsPath } from './reviews.paths.ts'
import type { Review } from './reviews.store.ts'

type Crumb = { readonly text: string; readonly href?: string }

/** The way from one's work to a page of a review, which adds its own name. */
export const reviewCrumbs = ({ reference, title }: Pick<Review, 'reference' | 'title'>): readonly Crumb[] => [
  { text: 'Strategic reviews', href: reviewsPath },
  { text: title, href: reviewPath(reference) },
]
