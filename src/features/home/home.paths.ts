export const frontPath = '/'
export const statusPath = '/status'
export const adminStatusPath = '/admin/status'
export const yourWorkPath = '/home'
export const roundPath = (fund: string, round: string): string => `/funds/${fund}/${round}`
export const managedFundPath = (fund: string): string => `/manage/funds/${fund}`
