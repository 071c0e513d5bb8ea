import { reviewPath } from '../reviews.paths.ts'

/** The implementation plan as a picture. */
export const planPath = (reference: string): string => `${reviewPath(reference)}/plan`
