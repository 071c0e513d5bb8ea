const domain = '@anonymous.invalid'

/** The address that somebody has once they are anonymous: unlike any other, and of nobody. @example anonymousAddress('7') // => 'nobody-7@anonymous.invalid' */
export const anonymousAddress = (personId: string): string => `nobody-${personId}${domain}`

/** Whether an address is that of somebody who was made anonymous: it is not written to, and not shown. */
export const isAnonymousAddress = (email: string): boolean => email.startsWith('nobody-') && email.endsWith(domain)
