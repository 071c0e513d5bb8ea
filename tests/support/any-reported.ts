import fc from 'fast-check'
import type { ReportedApplication } from '../../src/core/reporting/index.ts'

/** Any application that a report may count. */
export const anyReported: fc.Arbitrary<ReportedApplication> = fc.record({
  state: fc.constantFrom('draft', 'submitted', 'withdrawn'),
  region: fc.constantFrom('London', 'North East', 'Elsewhere', null),
  kind: fc.constantFrom('county', 'district', 'unitary'),
  eligible: fc.boolean(),
  inScope: fc.boolean(),
  scored: fc.boolean(),
  shortlisted: fc.boolean(),
  awardedPounds: fc.option(fc.nat(100_000)),
})
