/** Every address of this area. */

/** What waits for a person: where they go when they were going nowhere. A later area's page. */
export const homePath = '/home'

/** What is kept about somebody, for themselves. A later area's page. */
export const yourDataPath = '/account/your-data'

export const signInPath = '/sign-in'
export const checkEmailPath = '/sign-in/check-email'
export const signInCodePath = '/sign-in/code'
export const signInAsPath = '/sign-in/as'
export const authenticatorPath = '/sign-in/authenticator'
export const signOutPath = '/sign-out'
export const accountPath = '/account'
export const detailsPath = '/account/details'
export const sessionsPath = '/account/sessions'
export const endAllSessionsPath = '/account/sessions/end-all'
export const organisationsPath = '/account/organisations'
/** Where somebody says that they work for a body, with its name looked for. */
export const joinOrganisationPath = (name: string): string => `${organisationsPath}?query=${encodeURIComponent(name)}`
export const membershipRequestsPath = '/manage/people/requests'
export const registerPath = '/admin/register'
export const registerImportPath = '/admin/register/import'
export const adminPeoplePath = '/admin/people'

/** @param token 43 characters that need no escaping */
export const signInLinkPath = (token: string): string => `/sign-in/link/${token}`
export const endSessionPath = (sessionId: string): string => `/account/sessions/${sessionId}/end`
export const organisationPeoplePath = (id: string): string => `/account/organisations/${id}/people`
export const leaveOrganisationPath = (id: string): string => `/account/organisations/${id}/leave`
export const memberPath = (id: string, personId: string): string => `/account/organisations/${id}/people/${personId}`
export const membershipRequestPath = (id: string, personId: string): string =>
  `/manage/people/requests/${id}/${personId}`
export const fundPeoplePath = (fundSlug: string): string => `/manage/funds/${fundSlug}/people`
export const endRolePath = (fundSlug: string, roleId: string): string =>
  `/manage/funds/${fundSlug}/people/${roleId}/end`
export const registerBodyPath = (id: string): string => `/admin/register/bodies/${id}`
export const resetAuthenticatorPath = (personId: string): string => `/admin/people/${personId}/reset-authenticator`

/** An address with where to go afterwards, if anywhere. */
export const withReturn = (path: string, returnTo: string | null): string =>
  returnTo === null || returnTo === '' ? path : `${path}?return=${encodeURIComponent(returnTo)}`
