export { accountsJobs } from './accounts.jobs.ts'
export { roleNames } from './accounts.messages.ts'
export {
  accountPath,
  adminPeoplePath,
  authenticatorPath,
  joinOrganisationPath,
  membershipRequestsPath,
  organisationPeoplePath,
  organisationsPath,
  registerPath,
  signInPath,
  withReturn,
  yourDataPath,
} from './accounts.paths.ts'
export { accountsRoutes } from './accounts.routes.ts'
export { actingPeople, bodiesWithoutPeople } from './acting-people.ts'
export { bordersReportLines, sourceText } from './borders/borders.messages.ts'
export { type BorderSource, borderSources, insertBorders } from './borders/borders.store.ts'
export { type BordersImported, importBorders } from './borders/import-borders.ts'
export { endRole, giveRole, type RoleToGive } from './give-role.ts'
export { providerBackPath } from './identity/identity.paths.ts'
export { type ImportReport, importAuthorities } from './import-authorities.ts'
export { type ImportContext, importRegister } from './import-register.ts'
export {
  actingFor,
  addDomains,
  bodiesInPlaceOf,
  domainsOf,
  eligibleOrganisations,
  inPlaceOf,
  type NewOrganisation,
  type Organisation,
  type OrganisationKind,
  type OrganisationSearch,
  organisationById,
  organisationKinds,
  organisationsById,
  saveOrganisation,
  searchOrganisations,
  successorsOf,
} from './organisations.store.ts'
export {
  ensurePerson,
  type Member,
  type MembersToConfirm,
  membershipsOf,
  membersOf,
  membersToConfirm,
  type NewPerson,
  type Person,
  peopleById,
  personByEmail,
  personById,
  programmeTeamEmails,
  programmeTeamOf,
  type RoleOnFund,
  rolesOn,
  saveMembership,
} from './people.store.ts'
export { readEmail } from './read-email.ts'
export { importReportLines, kindName } from './register.messages.ts'
export { searchPeople } from './search-people.ts'
export { findActor, insertSession, type NewSession } from './sessions.store.ts'
