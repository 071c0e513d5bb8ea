import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { settings } from '../platform/config/settings.ts'
import { environmentReference } from './environment-reference.ts'

const written = await readFile(join(import.meta.dirname, '../../docs/generated/environment.md'), 'utf8')

describe('docs/generated/environment.md', () => {
  it('is as "npm run docs" would write it', () => {
    assert.equal(written, environmentReference(), 'run "npm run docs" and commit what it writes')
  })

  it('says of every setting what it is for', () => {
    for (const name of Object.keys(settings.properties))
      assert.match(written, new RegExp(`^\\| \`${name}\`( ●)? \\| [^|]+ \\| [^|]* \\| [^|]{10,} \\|$`, 'm'), name)
  })

  it('marks what nobody may see', () => {
    const secrets = [...written.matchAll(/^\| `([A-Z_0-9]+)` ●/gm)].map(([, name]) => name)
    const all = [
      'DATABASE_URL',
      'SECRET_KEY',
      'SMTP_URL',
      'NOTIFY_API_KEY',
      'INBOUND_MAIL_SECRET',
      'INBOUND_IMAP_URL',
      'OIDC_CLIENT_SECRET',
      'FILES_S3_SECRET',
    ]
    assert.deepEqual(secrets, all)
  })
})
