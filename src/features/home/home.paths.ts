export const frontPath = '/'
export const yourWorkPath = '/home'
export const roundPath = (fund: string, round: string): string => `/funds/${fund}/${round}`
