export * from './ggis.ts'
export { allocationMethod, ggisAwardColumns, ggisSchemeColumns } from './ggis-columns.ts'
export {
  type Grant,
  type GrantsPackage,
  grantColumns,
  type Publication,
  type PublishedAward,
  packageOf,
} from './grants-package.ts'
export { organisationIdOf, type PublishedBody } from './organisation-id.ts'
