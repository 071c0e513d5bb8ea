/** The networks that somebody is a member of. */
export const networksPath = '/network'

/** The network of a fund: what is new in it, and the way to all of it. */
export const networkPath = (fund: string): string => `${networksPath}/${fund}`

/** The same for the programme team: who is invited, the code of conduct. */
export const managedNetworkPath = (fund: string): string => `/manage/funds/${fund}/network`
