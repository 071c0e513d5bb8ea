import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, personWith, press, seededPerson } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

const expertEmail = 'mei.castellan@expert.example'
const title = 'Who pays the pension strain when a post ends?'

/** A council of the made-up cohort asks, an expert advises in writing and in booked hours, and the others read it. Without scripts. */
describe('the expert panel of a fund', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let question = ''
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = (id: string, use: (page: Page) => Promise<void>) => browseAs(browser, site, site.url)(id, false, use)
  const council = async (use: (page: Page) => Promise<void>) => await as(await seededPerson(site, 'lead'), use)
  const team = async (use: (page: Page) => Promise<void>) => await as(await seededPerson(site, 'programme'), use)
  const expert = async (use: (page: Page) => Promise<void>) => await as(await personWith(site, expertEmail), use)
  const look = (page: Page, state: string) => assertAccessible(page, `experts, ${state}`)
  const managed = () => `${site.url}/manage/funds/cohort-fund/experts/requests/${question.split('/').at(-1)}`

  it('is asked by a council after a search through what was answered', async () => {
    await council(async (page) => {
      await page.goto(`${site.url}/experts`)
      await look(page, 'panels')
      await page.getByRole('link', { name: /Cohort Fund/ }).click()
      await look(page, 'panel of a council')
      await press(page, 'Ask an expert')
      await page.getByLabel('Look first whether another council has asked it').fill('pensions')
      await press(page, 'Search')
      await page.getByRole('link', { name: 'What happens to the pensions of staff who transfer?' }).waitFor()
      await look(page, 'ask')
      await press(page, 'Send the question')
      await look(page, 'ask with problems')
      await page.getByLabel('Your question in a line').fill(title)
      await page.getByLabel('What do you want to know?').fill('Two posts end in Exbridge. Who pays the fund?')
      await page.getByLabel('Corporate services').check()
      await page.getByLabel(/How many hours do you want/).fill('1')
      await press(page, 'Send the question')
      await page.getByText('Your question is sent').waitFor()
      question = new URL(page.url()).pathname
    })
  })

  it('has the question matched with reasons, and taken', async () => {
    await team(async (page) => {
      await page.goto(`${site.url}/manage/funds/cohort-fund/experts`)
      await look(page, 'directory')
      await page.getByRole('link', { name: new RegExp(title.replace('?', '\\?')) }).click()
      await look(page, 'match')
      await page.getByLabel('Mei Castellan').check()
      await page.getByLabel('Why this one?').fill('Knows pension funds best')
      await press(page, 'Offer it')
      await page.getByText(/is offered to Mei Castellan/).waitFor()
    })
    await expert(async (page) => {
      await page.goto(`${site.url}/home`)
      await page.getByRole('link', { name: /Expert panel of Cohort Fund/ }).click()
      await page.getByRole('link', { name: new RegExp(title.replace('?', '\\?')) }).click()
      await look(page, 'offered question')
      await page.getByLabel('Yes', { exact: true }).check()
      await press(page, 'Answer')
      await page.getByText('You have taken the question').waitFor()
      await page.goto(`${site.url}/experts/cohort-fund/hours`)
      const soon = new Date(Date.now() + 20 * 86_400_000)
      await fillParts(page, 'day', {
        day: String(soon.getUTCDate()),
        month: String(soon.getUTCMonth() + 1),
        year: String(soon.getUTCFullYear()),
      })
      await page.getByLabel('From', { exact: true }).selectOption('9')
      await page.getByLabel('Until', { exact: true }).selectOption('11')
      await press(page, 'Offer these hours')
      await page.getByText('2 hours are offered').waitFor()
      await look(page, 'hours')
    })
  })

  it('is talked to in booked hours, and advises in a note that the council accepts', async () => {
    await council(async (page) => {
      await page.goto(site.url + question)
      await page.getByRole('radio').first().check()
      await page.getByLabel('Where?').fill('https://meet.example/abc')
      await press(page, 'Book')
      await page.getByText(/^\s*Booked for/).waitFor()
      await page.getByLabel('Write a message').fill('Here is what we have.')
      await page.getByLabel('The council and its expert', { exact: true }).check()
      await press(page, 'Send')
      await look(page, 'question of a council')
    })
    await expert(async (page) => {
      await page.goto(site.url + question)
      await page.getByText('Here is what we have.').waitFor()
      await page.getByLabel('What do you advise?').fill('The employer pays. In Exbridge ask for five years to pay.')
      await page.getByLabel('How many hours did you spend in all?').fill('1.5')
      await press(page, 'Give this advice')
      await look(page, 'advised')
    })
    await council(async (page) => {
      await page.goto(site.url + question)
      await page.getByLabel('Yes, we accept the advice').check()
      await press(page, 'Answer')
      await page.getByText('We have told the expert').waitFor()
      await look(page, 'accepted')
    })
  })

  it('is published to the other councils once no name is left and both sides consent', async () => {
    await team(async (page) => {
      await page.goto(`${managed()}/publish`)
      await look(page, 'publish')
      assert.ok(!(await page.getByLabel('The advice').inputValue()).includes('Exbridge'))
      await press(page, 'I have read it: ask for consent')
      await page.getByText('are asked to consent').waitFor()
      await page.goto(`${site.url}/manage/funds/cohort-fund/experts/use`)
      await look(page, 'hours and fees')
    })
    for (const side of [council, expert])
      await side(async (page) => {
        await page.goto(site.url + question)
        await look(page, 'consent')
        await page.getByLabel('Yes', { exact: true }).check()
        await press(page, 'Answer')
        await page.getByText('Thank you. It is saved.').waitFor()
      })
    await council(async (page) => {
      await page.goto(`${site.url}/experts/cohort-fund/answers?search=pension+strain`)
      await look(page, 'answers')
      await page.getByRole('link', { name: title }).click()
      await page.getByText('The employer pays').waitFor()
      await look(page, 'answer')
    })
  })

  it('fits a telephone', async () => {
    const panel = `${site.url}/experts/cohort-fund`
    const run = `${site.url}/manage/funds/cohort-fund/experts`
    const seen = [
      [await seededPerson(site, 'lead'), [panel, `${panel}/ask?search=VAT`, site.url + question]],
      [await personWith(site, expertEmail), [`${panel}/profile?add=authorities`, `${panel}/terms`, `${panel}/hours`]],
      [await seededPerson(site, 'programme'), [run, `${run}/terms`, `${run}/requests/5`, `${run}/use`]],
    ] as const
    for (const [person, addresses] of seen) {
      const { cookies } = await site.signedIn(person)
      const context = await contextFor(browser, { scripts: false, width: 320 })
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: site.url })))
      const page = await context.newPage()
      for (const address of addresses) {
        await page.goto(address)
        await look(page, `telephone, ${new URL(address).pathname}`)
      }
      await context.close()
    }
  })
})
