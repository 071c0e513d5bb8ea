import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { ensurePerson } from '../../src/features/accounts/index.ts'
import { accented, inAccents } from '../support/accented.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const life = lastFirst({ after })
const site = await startSite(life, await freshDatabase(life), { languages: [{ ...accented, offered: true }] })
const browser = await openBrowser(life)

describe('somebody who wants to be written to in another language', () => {
  for (const scripts of [true, false])
    it(`says so in their details, and reads what comes in it, ${scripts ? 'with' : 'without'} scripts`, async () => {
      const state = `own language ${scripts ? 'scripts' : 'plain'}`
      const { services, url } = site
      const email = `${scripts ? 'ann' : 'ben'}@example.gov.uk`
      const { person } = await ensurePerson(services.db, {
        id: services.newId(),
        email,
        name: 'A Person',
        at: new Date(),
      })
      const context = await contextFor(browser, { scripts, width: 1280 })
      const { cookies } = await site.signedIn(person.id)
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
      const page = await context.newPage()

      await page.goto(`${url}/account`)
      await page.getByText('English', { exact: true }).last().waitFor()
      await assertAccessible(page, `${state} account`)
      await page.getByRole('link', { name: 'Change your language' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('group', { name: 'Language' }).waitFor()
      assert.ok(await page.getByRole('radio', { name: 'English' }).isChecked())
      await assertAccessible(page, `${state} details`)

      await page.getByRole('radio', { name: 'Cymraeg' }).check()
      await page.getByLabel('Full name').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('link', { name: 'Enter your name' }).waitFor()
      // What was chosen is not lost with what was wrong.
      assert.ok(await page.getByRole('radio', { name: 'Cymraeg' }).isChecked())
      await assertAccessible(page, `${state} details wrong`)

      await page.getByLabel('Full name').fill('A Person')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('heading', { name: inAccents('Your account'), level: 1 }).waitFor()
      await page.getByText('Cymraeg', { exact: true }).last().waitFor()
      await assertAccessible(page, `${state} account in it`)

      // A browser in which nobody has chosen: the mail is in the language of the person.
      const { status } = await site.visitor().post('/sign-in', { email })
      assert.equal(status, 303)
      await page.goto(`${url}/outbox?about=${email}`)
      await page.locator('tbody a').first().waitFor()
      await assertAccessible(page, `${state} outbox`)
      await page.locator('tbody a').first().click()
      await page.getByText(inAccents('If you did not ask to sign in'), { exact: false }).waitFor()
      await assertAccessible(page, `${state} message`)
      await page.goto(`${page.url()}?lang=en`)
      assert.equal(await page.locator('.app-message').getAttribute('lang'), 'cy')
      await assertAccessible(page, `${state} message on an English page`)
      await context.close()
    })
})
