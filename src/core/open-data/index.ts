export * from './ggis.ts'
export { allocationMethod, ggisAwardColumns, ggisPaymentColumns, ggisSchemeColumns } from './ggis-columns.ts'
export {
  type AwardPayment,
  type Grant,
  type GrantsPackage,
  grantColumns,
  type Publication,
  type PublishedAward,
  type PublishedPayment,
  packageOf,
} from './grants-package.ts'
export { organisationIdOf, type PublishedBody } from './organisation-id.ts'
