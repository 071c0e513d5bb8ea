import type { Settings } from './settings.ts'

/** What each setting must look like, in words: of those left out anything will do. */
const forms: Partial<Record<keyof Settings, string>> = {
  PORT: 'Give a whole number such as 3000.',
  DATABASE_URL: 'Give an address such as postgres://user:password@host:5432/name.',
  LANGUAGES: 'Give tags with commas between them, such as cy.',
  PUBLIC_URL: 'Give an address such as https://fund.example.org, without a path.',
  SECRET_KEY: 'Give at least 32 characters, for example from "openssl rand -base64 32".',
  OPEN_DATA_PREFIX: 'Give the prefix that 360Giving gave you, such as 360G-example.',
  SMTP_URL: 'Give an address such as smtp://user:password@host:587.',
  INBOUND_MAIL_DOMAIN: 'Give a domain in lower case, such as reply.fund.example.org.',
  INBOUND_MAIL_SECRET: 'Give at least 32 characters, for example from "openssl rand -base64 32".',
  INBOUND_IMAP_URL:
    'Give an address such as imaps://user:password@host, with %40 for @ and the like in the user and the password.',
  MAIL_FROM: 'Give the email address that messages come from.',
  FILES_S3_ENDPOINT: 'Give an address without the bucket, such as https://s3.eu-west-2.amazonaws.com.',
  OIDC_ISSUER:
    'Give the issuer as its discovery document has it, such as https://login.microsoftonline.com/TENANT/v2.0.',
  OIDC_EMAIL_DOMAINS: 'Give domains with commas between them, such as exbridge.gov.uk, tarnshire.gov.uk.',
  OIDC_SCOPES: 'Give scopes with spaces between them, openid among them.',
  OIDC_SECOND_STEP: 'Give a claim and its value, such as amr=mfa.',
  CLAMD_SOCKET: 'Give the path of the socket, such as /run/clamav/clamd.ctl.',
  TRUST_PROXY: 'Give how many proxies of yours stand in front of the service, such as 1.',
  RATE_LIMIT: 'Give how many requests a minute, such as 1200, or 0 for no limit.',
  DATABASE_POOL: 'Give a whole number from 1 to 999.',
  SERVICE_NAME: 'Give a name of at most 100 characters.',
  THEME: 'Give plain or govuk.',
  NOTIFY_API_KEY: 'Give the whole key, as GOV.UK Notify shows it: it has 74 characters or more.',
  NOTIFY_TEMPLATE_ID: 'Give the id of the template, as GOV.UK Notify shows it: it has 36 characters.',
  FILES_S3_BUCKET: 'Give the name of the bucket, in lower case, without an address.',
  OIDC_LABEL: 'Give a name of at most 60 characters.',
  OIDC_PARAMETERS: 'Give names and values as in an address, such as prompt=login.',
  CLAMD_PORT: 'Give a whole number such as 3310.',
  LOG_LEVEL: 'Give debug, info, warn, error or silent.',
}

/** How a setting that will not do is to be given. @example formOf('LOG_LEVEL') // => 'Give debug, info, warn, error or silent.' */
export const formOf = (setting: keyof Settings): string => forms[setting] ?? 'It must not be empty.'
