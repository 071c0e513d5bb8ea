export { accountsRoutes } from './accounts.routes.ts'
export { endRole, giveRole, type RoleToGive } from './give-role.ts'
export {
  addDomains,
  eligibleOrganisations,
  type NewOrganisation,
  type Organisation,
  type OrganisationKind,
  type OrganisationSearch,
  organisationById,
  organisationsById,
  saveOrganisation,
  searchOrganisations,
  successorsOf,
} from './organisations.store.ts'
export {
  ensurePerson,
  type Member,
  membershipsOf,
  membersOf,
  type NewPerson,
  type Person,
  peopleById,
  personByEmail,
  personById,
  programmeTeamEmails,
  type RoleOnFund,
  rolesOn,
  saveMembership,
} from './people.store.ts'
export { findActor } from './sessions.store.ts'
