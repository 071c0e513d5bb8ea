import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { listen } from '../../src/platform/http/listen.ts'
import { assertAccessible } from '../support/axe.ts'
import { press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { clientId, clientSecret, type OpenIdProvider, startOpenIdProvider } from '../support/openid-provider.ts'
import { testServer } from '../support/server.ts'
import { freshDatabase } from '../support/template.ts'

const priya = { sub: 'p-1', email: 'priya.nair@exbridge.example', email_verified: true }

for (const { width, scripts } of [
  { width: 320, scripts: false },
  { width: 1280, scripts: true },
] as const)
  describe(`signing in with an identity provider, ${width} pixels wide and scripts ${scripts ? 'on' : 'off'}`, () => {
    const ends: (() => Promise<void>)[] = []
    let url: string
    let provider: OpenIdProvider
    let browser: Browser
    before(async () => {
      const life = lastFirst({ after: (end: () => Promise<void>) => ends.push(end) })
      // Its own address is one of the settings of the service, so that is known before the service is there.
      let handle: RequestListener = (_, response) => void response.writeHead(503).end()
      const listener = await listen((request, response) => handle(request, response), 'localhost', 0)
      life.after(listener.close)
      url = `http://localhost:${new URL(listener.url).port}`
      provider = await startOpenIdProvider(life, { redirectUri: `${url}/sign-in/provider/back` })
      const environment = {
        PUBLIC_URL: url,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
        OIDC_LABEL: 'your council account',
        OIDC_EMAIL_DOMAINS: 'exbridge.example',
      }
      const { app } = await testServer(life, await freshDatabase(life), { environment })
      handle = (request, response) => app.routing(request, response)
      browser = await openBrowser(life)
    })
    after(async () => {
      for (const end of ends) await end()
    })

    const look = async (page: Page, state: string): Promise<void> =>
      await assertAccessible(page, `${state}, by provider, ${width}`)

    /** Somebody in a browser of their own, who is not signed in anywhere, goes to the provider and says that it is they. */
    const byProvider = async (
      account: OpenIdProvider['account'],
      use: (page: Page) => Promise<void>,
    ): Promise<void> => {
      provider.account = account
      const context = await contextFor(browser, { scripts, width })
      const page = await context.newPage()
      await page.goto(`${url}/sign-in`)
      await page.getByRole('button', { name: 'Sign in with your council account' }).click()
      await page.getByRole('heading', { name: 'Provider' }).waitFor()
      await page.getByRole('button', { name: 'Yes, it is me' }).click()
      await page.waitForURL(`${url}/**`)
      await use(page)
      await context.close()
    }

    it('is offered beside an email, and says what went wrong', async () => {
      const context = await contextFor(browser, { scripts, width })
      const page = await context.newPage()
      await page.goto(`${url}/sign-in`)
      await look(page, 'signing in')
      await context.close()
      await byProvider(undefined, async (page) => {
        await page.getByText('You did not sign in with your council account').waitFor()
        await look(page, 'somebody turned back')
      })
      await byProvider({ ...priya, email: 'priya@elsewhere.example' }, async (page) => {
        await page.getByText('Nobody with an email address at elsewhere.example can sign in').waitFor()
      })
    })

    it('links an account, unlinks it, and links another in its place', async () => {
      await byProvider(priya, async (page) => {
        await page.getByRole('heading', { name: 'Tell us who you are' }).waitFor()
        await look(page, 'somebody new')
        await page.getByLabel('Full name').fill('Priya Nair')
        await press(page, 'Continue')
        await page.goto(`${url}/account`)
        await page.getByText(priya.email).waitFor()
        await look(page, 'an account that is linked')
      })
      // Another account may not take the address while the first is linked.
      await byProvider({ ...priya, sub: 'p-2' }, async (page) => {
        await page.getByText('linked to a different account for signing in with your council account').waitFor()
        await look(page, 'somebody whose address is linked to another account')
      })
      await byProvider(priya, async (page) => {
        await page.goto(`${url}/account`)
        await press(page, 'Unlink it')
        await page.getByText('That account is not linked to you any more').waitFor()
        await look(page, 'an account that is unlinked')
        assert.equal(await page.getByRole('button', { name: 'Unlink it' }).count(), 0)
      })
      await byProvider({ ...priya, sub: 'p-2' }, async (page) => {
        await page.goto(`${url}/account`)
        await page.getByText('Priya Nair').first().waitFor()
        await page.getByRole('button', { name: 'Unlink it' }).waitFor()
      })
    })
  })
