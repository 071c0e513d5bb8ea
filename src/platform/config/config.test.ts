import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfig } from './config.ts'
import { formOf } from './form-of.ts'
import { type Settings, settings } from './settings.ts'

const configOf = (environment: Record<string, string>) => {
  const read = readConfig(environment)
  assert.ok(read.ok, read.ok ? '' : read.problems.map(({ text }) => text).join(' '))
  return read.config
}
const problemsOf = (environment: Record<string, string>) => {
  const read = readConfig(environment)
  return read.ok ? [] : read.problems.map(({ setting }) => setting)
}
const secret = 'x'.repeat(32)

describe('config', () => {
  it('needs nothing set, and is then for evaluation on the embedded database', () => {
    const config = configOf({})
    assert.equal(config.port, 3000)
    assert.equal(config.evaluation, true)
    assert.equal(config.databaseUrl, undefined)
  })

  it('is not for evaluation once there is mail or a public address', () => {
    const mail = { SMTP_URL: 'smtp://localhost:25', MAIL_FROM: 'a@b.uk' }
    assert.equal(configOf({ ...mail, PUBLIC_URL: 'http://localhost:3000', SECRET_KEY: secret }).evaluation, false)
    assert.equal(configOf({ PUBLIC_URL: 'https://fund.example.org/', SECRET_KEY: secret }).evaluation, false)
  })

  it('takes the slash from the end of the public address', () => {
    assert.equal(
      configOf({ PUBLIC_URL: 'https://fund.example.org/', SECRET_KEY: secret }).publicUrl,
      'https://fund.example.org',
    )
  })

  it('has no default for a secret in public', () => {
    assert.deepEqual(problemsOf({ PUBLIC_URL: 'https://fund.example.org' }), ['SECRET_KEY'])
  })

  it('says everything that is wrong at once', () => {
    assert.deepEqual(problemsOf({ PORT: 'http', DATABASE_URL: 'mysql://x' }).sort(), ['DATABASE_URL', 'PORT'])
    assert.deepEqual(problemsOf({ PORT: '70000', SMTP_URL: 'smtp://x' }).sort(), ['MAIL_FROM', 'PORT', 'PUBLIC_URL'])
  })

  it('says of every setting that can be wrong how it is to be given, and no pattern', () => {
    const properties = Object.entries<object>(settings.properties)
    const bounded = properties.filter(([, schema]) =>
      Object.entries(schema).some(
        ([rule, bound]) => ['pattern', 'enum', 'maxLength'].includes(rule) || (rule === 'minLength' && bound > 1),
      ),
    )
    assert.ok(bounded.length > 20, String(bounded.length))
    for (const [setting] of bounded) assert.match(formOf(setting as keyof Settings), /^Give /, setting)
    const read = readConfig({ LOG_LEVEL: 'loud', DATABASE_POOL: '0', THEME: 'blue' })
    assert.deepEqual(read.ok ? [] : read.problems.map(({ text }) => text).toSorted(), [
      'DATABASE_POOL will not do. Give a whole number from 1 to 999.',
      'LOG_LEVEL will not do. Give debug, info, warn, error or silent.',
      'THEME will not do. Give plain or govuk.',
    ])
  })

  it('keeps files on the disk and scans nothing unless told where, and wants every setting of a store', () => {
    assert.deepEqual(configOf({}).files, { kind: 'disk' })
    assert.equal(configOf({}).scanner, undefined)
    const store = {
      FILES_S3_ENDPOINT: 'https://s3.example.org/',
      FILES_S3_BUCKET: 'fund-files',
      FILES_S3_REGION: 'eu-west-2',
      FILES_S3_KEY: 'id',
      FILES_S3_SECRET: 'secret',
    }
    assert.deepEqual(configOf(store).files, {
      kind: 's3',
      endpoint: 'https://s3.example.org',
      bucket: 'fund-files',
      region: 'eu-west-2',
      key: 'id',
      secret: 'secret',
    })
    assert.deepEqual(problemsOf({ FILES_S3_BUCKET: 'fund-files', FILES_S3_KEY: 'id' }).sort(), [
      'FILES_S3_ENDPOINT',
      'FILES_S3_REGION',
      'FILES_S3_SECRET',
    ])
    assert.deepEqual(configOf({ CLAMD_HOST: 'clamav' }).scanner, { host: 'clamav', port: 3310 })
    assert.deepEqual(configOf({ CLAMD_SOCKET: '/run/clamd' }).scanner, { path: '/run/clamd' })
    assert.deepEqual(problemsOf({ CLAMD_SOCKET: '/run/clamd', CLAMD_HOST: 'clamav' }), ['CLAMD_SOCKET'])
  })

  it('takes an identity provider whole or not at all, and only in public', () => {
    const provider = {
      OIDC_ISSUER: 'https://login.example.org/',
      OIDC_CLIENT_ID: 'fund',
      OIDC_LABEL: 'council account',
      OIDC_EMAIL_DOMAINS: 'a.gov.uk, B.gov.uk',
      OIDC_CLIENT_SECRET: 'secret',
    }
    const inPublic = { ...provider, PUBLIC_URL: 'https://fund.example.org', SECRET_KEY: secret }
    assert.equal(configOf({}).identityProvider, undefined)
    assert.deepEqual(configOf(inPublic).identityProvider?.emailDomains, ['a.gov.uk', 'b.gov.uk'])
    assert.deepEqual(configOf(inPublic).identityProvider?.secondStep, { claim: 'amr', value: 'mfa' })
    assert.deepEqual(problemsOf(provider), ['OIDC_ISSUER'])
    assert.deepEqual(problemsOf({ OIDC_CLIENT_SECRET: 'secret', PUBLIC_URL: 'https://a.uk', SECRET_KEY: secret }), [
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_LABEL',
      'OIDC_EMAIL_DOMAINS',
    ])
    assert.deepEqual(problemsOf({ ...inPublic, OIDC_CLIENT_KEY_FILE: '/key.pem' }), ['OIDC_CLIENT_ID'])
    for (const issuer of ['http://login.example.org', 'http://localhost.evil.example'])
      assert.deepEqual(problemsOf({ ...inPublic, OIDC_ISSUER: issuer }), ['OIDC_ISSUER'])
  })

  it('refuses the GOV.UK theme anywhere but on service.gov.uk', () => {
    assert.deepEqual(problemsOf({ THEME: 'govuk' }), ['THEME'])
    assert.deepEqual(
      problemsOf({ THEME: 'govuk', PUBLIC_URL: 'https://service.gov.uk.example.org', SECRET_KEY: secret }),
      ['THEME'],
    )
    assert.equal(
      configOf({ THEME: 'govuk', PUBLIC_URL: 'https://a.service.gov.uk', SECRET_KEY: secret }).theme,
      'govuk',
    )
  })

  it('reads mail that comes in from a mailbox with TLS, and without it on the same machine alone', () => {
    const domain = { INBOUND_MAIL_DOMAIN: 'reply.example.org' }
    assert.deepEqual(problemsOf(domain), ['INBOUND_MAIL_SECRET'])
    assert.deepEqual(problemsOf({ INBOUND_IMAP_URL: 'imaps://a:b@mail.example.org' }), ['INBOUND_MAIL_DOMAIN'])
    for (const host of ['mail.example.org', '10.0.0.1', '127.0.0.1.example.org'])
      assert.deepEqual(problemsOf({ ...domain, INBOUND_IMAP_URL: `imap://a:b@${host}` }), ['INBOUND_IMAP_URL'], host)
    for (const url of ['imaps://mail.example.org', 'https://a:b@mail.example.org', 'imaps://a@b:c@mail.example.org'])
      assert.deepEqual(problemsOf({ ...domain, INBOUND_IMAP_URL: url }), ['INBOUND_IMAP_URL'], url)
    const mailboxOf = (url: string) => configOf({ ...domain, INBOUND_IMAP_URL: url }).inbound?.mailbox
    const { user, password, port, secure } = mailboxOf('imaps://a%40b.uk:p%3A%20w@mail.example.org') ?? {}
    assert.deepEqual([user, password, port, secure], ['a@b.uk', 'p: w', 993, true])
    assert.equal(mailboxOf('imap://a:b@[::1]:1143')?.host, '::1')
  })
})
