import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { requestSignIn } from '../../src/features/accounts/request-sign-in.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import { newToken } from '../../src/platform/sign-in/token.ts'
import { type TestBrowser, type TestServer, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** What the newest message to an address says: the person reads it, and nobody else. */
export type SignInMail = { readonly link: string; readonly code: string; readonly body: string }

/** A server at which people sign in, with a clock that the test sets and the mails that it sends. */
export type SigningIn = {
  readonly server: TestServer
  readonly open: OpenDatabase
  /** What the clock of the server shows. */
  readonly time: { now: Date }
  readonly later: (minutes: number) => void
  readonly mailTo: (email: string) => Promise<SignInMail>
  /** Asks in a browser to sign in. */
  readonly asked: (email: string, returnTo?: string, browser?: TestBrowser) => Promise<TestBrowser>
  /** Asks a service that is no longer evaluated and does not know its own address. */
  readonly askedWithoutAddress: (email: string) => ReturnType<typeof requestSignIn>
}

/** Starts it at noon on 25 November 2026. */
export async function startSigningIn(life: Lifetime): Promise<SigningIn> {
  const time = { now: new Date('2026-11-25T12:00:00Z') }
  const open = await freshDatabase(life)
  const server = await testServer(life, open, { clock: () => time.now })
  const { services } = server
  return {
    server,
    open,
    time,
    later: (minutes) => {
      time.now = new Date(time.now.getTime() + minutes * 60_000)
    },
    mailTo: (email) => newestMail(open, email),
    asked: async (email, returnTo = '', browser = server.visitor()) => {
      const answer = await browser.post('/sign-in', { email, return: returnTo })
      assert.equal(answer.status, 303)
      assert.equal(answer.location, '/sign-in/check-email')
      return browser
    },
    askedWithoutAddress: async (email) => {
      const config = { ...services.config, evaluation: false, publicUrl: undefined }
      const origin = 'https://evil.example'
      const browserToken = newToken(services.randomBytes)
      const where = { browserToken, returnTo: '', ip: '192.0.2.1', origin, language: undefined }
      return await requestSignIn({ ...services, config }, { email, ...where, at: time.now })
    },
  }
}

async function newestMail(open: OpenDatabase, email: string): Promise<SignInMail> {
  const { rows } = await sql<{ body: string }>`
    select body from message where recipient = ${email} order by created_at desc, id desc limit 1`.execute(open.db)
  const body = rows[0]?.body ?? ''
  return {
    body,
    link: /https?:\/\/[^/\s]+(\/sign-in\/link\/\S+)/.exec(body)?.[1] ?? '',
    code: /^(\d{3} \d{3})$/m.exec(body)?.[1] ?? '',
  }
}

/** Whether a browser is signed in. */
export const isSignedIn = async (browser: TestBrowser): Promise<boolean> =>
  (await browser.get('/account')).status === 200

/** A code that is not this one. */
export const wrongFor = (code: string): string => (code === '111 111' ? '222222' : '111111')
