import Type, { type Static, type TSchema } from 'typebox'

/**
 * Every environment variable that the service reads, by what it is about. What is said of each becomes
 * `docs/generated/environment.md`: `description` says what it is for, `default` what holds without it, and `examples`
 * what one looks like.
 */
export type SettingGroup = { readonly title: string; readonly settings: Readonly<Record<string, TSchema>> }

const secret = { writeOnly: true }

const reach = {
  PORT: Type.Optional(
    Type.String({
      pattern: '^[0-9]{1,5}$',
      default: '3000',
      description: 'Port to listen on, at most 65535. 0 takes any free one',
    }),
  ),
  HOST: Type.Optional(
    Type.String({
      minLength: 1,
      default: 'localhost',
      examples: ['0.0.0.0'],
      description: 'Address to listen on. 0.0.0.0 is every IPv4 address of the machine',
    }),
  ),
  PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^/]+/?$',
      examples: ['https://fund.example.org'],
      description: 'Where people reach the service, without a path. Ends evaluation and makes SECRET_KEY needed',
    }),
  ),
  TRUST_PROXY: Type.Optional(
    Type.String({
      pattern: '^[0-9]$',
      default: '0',
      examples: ['1'],
      description: 'How many reverse proxies of yours stand in front and add to X-Forwarded-For',
    }),
  ),
  RATE_LIMIT: Type.Optional(
    Type.String({
      pattern: '^[0-9]{1,7}$',
      default: '1200',
      description:
        'Requests a minute from one network address, in each process. 0 is no limit, and then sign-in pages have none either',
    }),
  ),
}

const kept = {
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      examples: ['postgres://user:password@db.example.org:5432/fund?sslmode=verify-full'],
      description: 'A PostgreSQL server of version 15 or later. Without it, an embedded database in DATA_DIR',
      ...secret,
    }),
  ),
  DATABASE_POOL: Type.Optional(
    Type.String({
      pattern: '^[1-9][0-9]{0,2}$',
      default: '10',
      description: 'Most connections to that server from one process, 1 to 999',
    }),
  ),
  DATA_DIR: Type.Optional(
    Type.String({
      minLength: 1,
      default: 'data',
      description: 'Folder of files that people send, of the embedded database, and of the secret while there is none',
    }),
  ),
  SECRET_KEY: Type.Optional(
    Type.String({
      minLength: 32,
      default: 'made, and kept in DATA_DIR',
      description:
        'At least 32 characters. Signs forms, codes and links and seals other secrets. Every process of one service needs the same',
      ...secret,
    }),
  ),
}

const look = {
  SERVICE_NAME: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      default: 'Delivering Differently',
      description: 'In the header, titles and emails. At most 100 characters',
    }),
  ),
  THEME: Type.Optional(
    Type.Enum(['plain', 'govuk'], {
      default: 'plain',
      description: 'govuk only where PUBLIC_URL is below service.gov.uk: the service starts with it nowhere else',
    }),
  ),
  LANGUAGES: Type.Optional(
    Type.String({
      pattern: '^[a-z]{2,3}(,[a-z]{2,3})*$',
      examples: ['cy'],
      description:
        'Languages beside English, of those that have a catalogue in texts, with commas between. Pages lead to one when nearly all of it is translated; before that it is there for those who add ?lang=cy to an address',
    }),
  ),
  OPEN_DATA_PREFIX: Type.Optional(
    Type.String({
      pattern: '^360G-[A-Za-z0-9_-]{2,40}$',
      default: '360G-example',
      description: 'The prefix that 360Giving gave you, in awards published as open data',
    }),
  ),
}

const mail = {
  SMTP_URL: Type.Optional(
    Type.String({
      pattern: '^smtps?://',
      examples: ['smtp://user:password@mail.example.org:587?requireTLS=true'],
      description: 'Server that sends mail. Ends evaluation. Needs MAIL_FROM; not together with NOTIFY_API_KEY',
      ...secret,
    }),
  ),
  MAIL_FROM: Type.Optional(
    Type.String({
      pattern: '@',
      examples: ['Fund <fund@example.org>'],
      description: 'Address that messages come from',
    }),
  ),
  NOTIFY_API_KEY: Type.Optional(
    Type.String({
      minLength: 74,
      description: 'Key of GOV.UK Notify, as it shows it. Ends evaluation. Needs NOTIFY_TEMPLATE_ID',
      ...secret,
    }),
  ),
  NOTIFY_TEMPLATE_ID: Type.Optional(
    Type.String({
      minLength: 36,
      description: 'The one template of all messages: subject ((subject)), message ((body))',
    }),
  ),
}

const provider = {
  OIDC_ISSUER: Type.Optional(
    Type.String({
      pattern: '^(https://[^/]|http://(localhost|127\\.0\\.0\\.1)(:|/|$))',
      examples: ['https://login.microsoftonline.com/TENANT/v2.0'],
      description:
        'An OpenID provider that people may sign in with, besides email; it is asked for the rest by discovery. Needs the next three and PUBLIC_URL',
    }),
  ),
  OIDC_CLIENT_ID: Type.Optional(
    Type.String({ minLength: 1, description: 'What this service is called there: its client id' }),
  ),
  OIDC_LABEL: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 60,
      examples: ['your council account'],
      description: 'What people know it as: “Sign in with …”',
    }),
  ),
  OIDC_EMAIL_DOMAINS: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9.-]+(, *[A-Za-z0-9.-]+)*$',
      examples: ['exbridge.gov.uk, tarnshire.gov.uk'],
      description: 'Domains of the email addresses that it may speak for. Nobody else signs in with it',
    }),
  ),
  OIDC_CLIENT_SECRET: Type.Optional(
    Type.String({ minLength: 1, description: 'The secret of the client. This or OIDC_CLIENT_KEY_FILE', ...secret }),
  ),
  OIDC_CLIENT_KEY_FILE: Type.Optional(
    Type.String({
      minLength: 1,
      examples: ['/etc/delivering-differently/oidc.pem'],
      description: 'File of an RSA private key (PEM, PKCS#8) that signs in its place: private_key_jwt with RS256',
    }),
  ),
  OIDC_SCOPES: Type.Optional(
    Type.String({ pattern: '(^| )openid( |$)', default: 'openid email', description: 'What is asked for' }),
  ),
  OIDC_PARAMETERS: Type.Optional(
    Type.String({
      pattern: '=',
      examples: ['vtr=["Cl.Cm"]', 'acr_values=mfa'],
      description: 'What else the request carries, written as in an address, such as the confidence that is needed',
    }),
  ),
  OIDC_SECOND_STEP: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_:.-]+=.+$',
      default: 'amr=mfa',
      examples: ['vot=Cl.Cm'],
      description:
        'Claim of the ID token, and what it is or holds when the provider asked for a second factor. The authenticator app of this service is then not asked for',
    }),
  ),
}

const inbound = {
  INBOUND_MAIL_DOMAIN: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$',
      examples: ['reply.fund.example.org'],
      description:
        'Domain of the addresses at which people answer questions and events by replying to the email. Needs INBOUND_MAIL_SECRET, or INBOUND_IMAP_URL',
    }),
  ),
  INBOUND_MAIL_SECRET: Type.Optional(
    Type.String({
      minLength: 32,
      description:
        'Signs what is handed to POST /inbound/mail. Whoever hands mail in has the same. Needs INBOUND_MAIL_DOMAIN',
      ...secret,
    }),
  ),
  INBOUND_IMAP_URL: Type.Optional(
    Type.String({
      pattern: '^imaps?://[^/@]+:[^/@]+@[^/@]+/?$',
      examples: ['imaps://replies%40fund.example.org:password@mail.example.org'],
      description:
        'Mailbox of its own that is read each minute for mail to INBOUND_MAIL_DOMAIN. User and password as addresses have them. imaps is TLS, on port 993 unless it says another; imap without is for a server on the same machine alone',
      ...secret,
    }),
  ),
  INBOUND_IMAP_FOLDER: Type.Optional(
    Type.String({
      default: 'INBOX',
      description: 'Folder of that mailbox in which mail comes in. What is unread in it is taken and marked as read',
    }),
  ),
  INBOUND_IMAP_TAKEN_FOLDER: Type.Optional(
    Type.String({
      examples: ['Taken'],
      description: 'Folder to which mail is moved that was taken; it is made. Without it, mail stays where it is',
    }),
  ),
}

const files = {
  FILES_S3_ENDPOINT: Type.Optional(
    Type.String({
      pattern: '^https?://[^/]+/?$',
      examples: ['https://s3.eu-west-2.amazonaws.com'],
      description:
        'A service that speaks as S3 does, without the bucket. Needs the other four. Without it, files are kept in DATA_DIR/files',
    }),
  ),
  FILES_S3_BUCKET: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
      examples: ['fund-files'],
      description: 'A bucket that is not public',
    }),
  ),
  FILES_S3_REGION: Type.Optional(
    Type.String({ minLength: 1, examples: ['eu-west-2'], description: 'Region that requests are signed for' }),
  ),
  FILES_S3_KEY: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'Id of a key that may read, write and delete objects of this bucket, and nothing else',
    }),
  ),
  FILES_S3_SECRET: Type.Optional(Type.String({ minLength: 1, description: 'The secret of that key', ...secret })),
  CLAMD_SOCKET: Type.Optional(
    Type.String({
      pattern: '^/',
      examples: ['/run/clamav/clamd.ctl'],
      description: 'Socket of clamd, which scans files for viruses; or CLAMD_HOST. Without either, nothing is scanned',
    }),
  ),
  CLAMD_HOST: Type.Optional(
    Type.String({ minLength: 1, examples: ['clamd.internal'], description: 'Machine on which clamd listens' }),
  ),
  CLAMD_PORT: Type.Optional(
    Type.String({ pattern: '^[1-9][0-9]{0,4}$', default: '3310', description: 'Its port. Needs CLAMD_HOST' }),
  ),
}

const log = {
  LOG_LEVEL: Type.Optional(
    Type.Enum(['debug', 'info', 'warn', 'error', 'silent'], {
      default: 'info',
      description: 'debug, info, warn, error or silent',
    }),
  ),
}

/** The settings in the order in which they are written down. */
export const settingGroups: readonly SettingGroup[] = [
  { title: 'Where it is reached', settings: reach },
  { title: 'Where it keeps things', settings: kept },
  { title: 'How it looks', settings: look },
  { title: 'Mail', settings: mail },
  { title: 'Mail that comes in', settings: inbound },
  { title: 'Signing in with an identity provider', settings: provider },
  { title: 'Files', settings: files },
  { title: 'Log', settings: log },
]

/** All of them, as text: a variable of the environment is nothing else. */
export const settings = Type.Object({ ...reach, ...kept, ...look, ...mail, ...inbound, ...provider, ...files, ...log })

export type Settings = Static<typeof settings>
