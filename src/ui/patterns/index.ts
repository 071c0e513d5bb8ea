/** Parts of pages that govuk-frontend does not have. */
export * from './banner-evaluation.ts'
export * from './diff.ts'
export * from './filter.ts'
export * from './illustrative.ts'
export * from './qr-code.ts'
export * from './side-navigation.ts'
export * from './statistics-row.ts'
export * from './timeline.ts'
