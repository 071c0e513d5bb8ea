export const frontPath = '/'
export const statusPath = '/status'
/** What those look after who look after the service. */
export const administrationPath = '/admin'
export const adminStatusPath = '/admin/status'
export const yourWorkPath = '/home'
export const roundPath = (fund: string, round: string): string => `/funds/${fund}/${round}`
export const managedFundPath = (fund: string): string => `/manage/funds/${fund}`
