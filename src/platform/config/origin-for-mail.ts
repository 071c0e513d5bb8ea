import type { Config } from './config.ts'

/**
 * The address that links in a mail begin with. What a browser says it reached is good enough only while the service is
 * being evaluated: anybody can send another host name, and the links of somebody else's mail would lead there.
 *
 * @example originForMail({ publicUrl: 'https://fund.example.org', evaluation: false, host: 'localhost', port: 3000 }) // => 'https://fund.example.org'
 */
export function originForMail(
  { publicUrl, evaluation, host, port }: Pick<Config, 'publicUrl' | 'evaluation' | 'host' | 'port'>,
  asked?: string,
): string {
  return publicUrl ?? (evaluation && asked !== undefined ? asked : `http://${host}:${port}`)
}

/** The host of that address: events in calendars are called by it for ever. */
export const hostForMail = (config: Parameters<typeof originForMail>[0]): string =>
  new URL(originForMail(config)).hostname
