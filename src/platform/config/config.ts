import type { FilesSettings } from '../files/files.ts'
import type { ScannerSettings } from '../files/scanner.ts'
import type { MailSettings } from '../mail/open-mailer.ts'
import { compileSchema } from '../schema/compile-schema.ts'
import type { ProviderSettings } from '../sign-in/identity-provider.ts'
import { formOf } from './form-of.ts'
import { type InboundSettings, inboundContradictions, inboundOf } from './inbound-settings.ts'
import { providerContradictions, providerOf } from './provider-settings.ts'
import { type Settings, settings } from './settings.ts'
import { isGovUkServiceHost } from './theme-host.ts'

const misfitsIn = compileSchema(settings)

/** How the service runs, decided once when it starts. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  /** Undefined: the embedded database in the data directory. */
  readonly databaseUrl: string | undefined
  readonly databasePool: number
  /** Where people reach the service, without a slash at the end; undefined while it is being evaluated. */
  readonly publicUrl: string | undefined
  /** Signs forms and seals authenticator secrets; undefined: one is made and kept in the data directory. */
  readonly secretKey: string | undefined
  readonly serviceName: string
  /** The publisher’s prefix in 360Giving data. */
  readonly openDataPrefix: string
  readonly theme: 'plain' | 'govuk'
  /** Tags of the languages beside English, such as `cy`. */
  readonly languages: readonly string[]
  readonly mail: MailSettings
  /** Undefined: people sign in by email alone. */
  readonly identityProvider: ProviderSettings | undefined
  /** Undefined: nobody answers by mail, and no message says that one can. */
  readonly inbound: InboundSettings | undefined
  readonly files: FilesSettings
  /** Undefined: files are checked by their content alone, and pages say that nothing looks for viruses. */
  readonly scanner: ScannerSettings | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Requests a minute from one address; 0 is no limit. */
  readonly requestsPerMinute: number
  /** How many proxies of ours stand in front; the address of the person is that many steps back. 0: nobody's word is taken. */
  readonly proxies: number
  /** No mail and no public address: the sign-in page offers the seeded people, and the outbox shows the mail. */
  readonly evaluation: boolean
}

/** A setting that will not do, in words that say what to do. */
export type ConfigProblem = { readonly setting: string; readonly text: string }

/**
 * Reads the settings of the process once.
 *
 * @returns the config, or everything that is wrong: the service does not start with a wrong setting
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: readonly ConfigProblem[] } {
  const given: Record<string, string> = {}
  for (const name of Object.keys(settings.properties)) {
    const value = environment[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  const problems = misfitsIn(given).map(({ at }) => {
    const setting = at.slice(1)
    return { setting, text: `${setting} will not do. ${formOf(setting as keyof Settings)}` }
  })
  if (problems.length > 0) return { ok: false, problems }
  const wrong = contradictions(given)
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, config: configOf(given) }
}

function contradictions(given: Settings): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const need = (setting: string, text: string) => problems.push({ setting, text })
  if (given.PORT !== undefined && Number(given.PORT) > 65535) need('PORT', 'PORT must be 65535 or less.')
  if (given.PUBLIC_URL !== undefined && given.SECRET_KEY === undefined)
    need('SECRET_KEY', 'SECRET_KEY must be set when PUBLIC_URL is: every server of the service needs the same one.')
  if (given.SMTP_URL !== undefined && given.MAIL_FROM === undefined)
    need('MAIL_FROM', 'MAIL_FROM must be set when SMTP_URL is.')
  if ((given.SMTP_URL ?? given.NOTIFY_API_KEY) !== undefined && given.PUBLIC_URL === undefined)
    need('PUBLIC_URL', 'PUBLIC_URL must be set when mail is: messages hold links that lead to the service.')
  if (given.NOTIFY_API_KEY !== undefined && given.NOTIFY_TEMPLATE_ID === undefined)
    need('NOTIFY_TEMPLATE_ID', 'NOTIFY_TEMPLATE_ID must be set when NOTIFY_API_KEY is.')
  if (given.SMTP_URL !== undefined && given.NOTIFY_API_KEY !== undefined)
    need('SMTP_URL', 'Set SMTP_URL or NOTIFY_API_KEY, not both.')
  const store = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_REGION', 'FILES_S3_KEY', 'FILES_S3_SECRET'] as const
  if (store.some((name) => given[name] !== undefined))
    for (const name of store.filter((each) => given[each] === undefined))
      need(name, `${name} must be set when another of ${store.join(', ')} is.`)
  for (const [name, other] of [
    ['INBOUND_MAIL_DOMAIN', 'INBOUND_MAIL_SECRET'],
    ['INBOUND_MAIL_DOMAIN', 'INBOUND_IMAP_URL'],
    ['INBOUND_IMAP_URL', 'INBOUND_IMAP_FOLDER'],
    ['INBOUND_IMAP_URL', 'INBOUND_IMAP_TAKEN_FOLDER'],
  ] as const)
    if (given[name] === undefined && given[other] !== undefined) need(name, `${name} must be set when ${other} is.`)
  problems.push(...inboundContradictions(given))
  if (given.CLAMD_SOCKET !== undefined && given.CLAMD_HOST !== undefined)
    need('CLAMD_SOCKET', 'Set CLAMD_SOCKET or CLAMD_HOST, not both.')
  if (given.CLAMD_PORT !== undefined && given.CLAMD_HOST === undefined)
    need('CLAMD_HOST', 'CLAMD_HOST must be set when CLAMD_PORT is.')
  if (given.THEME === 'govuk' && !isGovUkServiceHost(given.PUBLIC_URL))
    need(
      'THEME',
      'THEME=govuk may be used only when PUBLIC_URL is on service.gov.uk: it is a rule of the Design System.',
    )
  return [...problems, ...providerContradictions(given)]
}

function configOf(given: Settings): Config {
  const publicUrl = given.PUBLIC_URL?.replace(/\/$/, '')
  const mail = mailOf(given)
  return {
    port: Number(given.PORT ?? 3000),
    host: given.HOST ?? 'localhost',
    dataDirectory: given.DATA_DIR ?? 'data',
    databaseUrl: given.DATABASE_URL,
    databasePool: Number(given.DATABASE_POOL ?? 10),
    publicUrl,
    secretKey: given.SECRET_KEY,
    serviceName: given.SERVICE_NAME ?? 'Delivering Differently',
    openDataPrefix: given.OPEN_DATA_PREFIX ?? '360G-example',
    languages: given.LANGUAGES?.split(',') ?? [],
    theme: given.THEME === 'govuk' ? 'govuk' : 'plain',
    mail,
    identityProvider: providerOf(given),
    inbound: inboundOf(given),
    files: filesOf(given),
    scanner: scannerOf(given),
    logLevel: (given.LOG_LEVEL as Config['logLevel'] | undefined) ?? 'info',
    requestsPerMinute: Number(given.RATE_LIMIT ?? 1200),
    proxies: Number(given.TRUST_PROXY ?? 0),
    evaluation: publicUrl === undefined && mail.kind === 'outbox',
  }
}

function mailOf(given: Settings): MailSettings {
  if (given.SMTP_URL !== undefined) return { kind: 'smtp', url: given.SMTP_URL, from: given.MAIL_FROM ?? '' }
  if (given.NOTIFY_API_KEY !== undefined)
    return { kind: 'notify', apiKey: given.NOTIFY_API_KEY, templateId: given.NOTIFY_TEMPLATE_ID ?? '' }
  return { kind: 'outbox' }
}

function filesOf(given: Settings): FilesSettings {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = given
  const { FILES_S3_KEY: key, FILES_S3_SECRET: secret } = given
  if (!endpoint || !bucket || !region || !key || !secret) return { kind: 'disk' }
  return { kind: 's3', endpoint: endpoint.replace(/\/$/, ''), bucket, region, key, secret }
}

function scannerOf({ CLAMD_SOCKET: path, CLAMD_HOST: host, CLAMD_PORT: port }: Settings): ScannerSettings | undefined {
  if (path !== undefined) return { path }
  return host === undefined ? undefined : { host, port: Number(port ?? 3310) }
}
