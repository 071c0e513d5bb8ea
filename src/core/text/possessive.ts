/**
 * A name as the owner of what follows.
 *
 * @example possessive('Exbridge Borough Council') // => 'Exbridge Borough Council’s'
 * @example possessive('South Downs') // => 'South Downs’'
 */
export const possessive = (name: string): string => `${name}${name.endsWith('s') ? '’' : '’s'}`
