import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { privacyRound } from '../support/privacy-round.ts'
import { serve } from '../support/site.ts'

const reason = 'The board agreed on the periods at its meeting in November'

it('lets two administrators switch retention on, hold what must stay and answer somebody, on a phone without scripts', async (t) => {
  const life = lastFirst(t)
  const all = await privacyRound(life)
  all.later(25)
  const url = await serve(life, all.server)
  const browser = await openBrowser(life)
  const open = async (personId: string): Promise<Page> => {
    const { cookies } = await all.server.signedIn(personId)
    const context = await contextFor(browser, { scripts: false, width: 320 })
    life.after(async () => await context.close())
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
    return await context.newPage()
  }
  const look = async (page: Page, state: string) => await assertAccessible(page, state)
  const problem = async (page: Page) => await page.getByRole('alert').waitFor()

  const ada = await open(all.ada.personId)
  await ada.goto(`${url}/admin/retention`)
  await ada.getByText(all.reference).first().waitFor()
  await look(ada, 'what retention would do')
  await press(ada, 'Ask for it to be switched on')
  await problem(ada)
  await look(ada, 'retention without a reason')
  await ada.getByLabel('Why?').fill(reason)
  await press(ada, 'Ask for it to be switched on')
  await ada.getByText('Another administrator has to confirm it').waitFor()
  await look(ada, 'retention that waits for somebody else')
  await ada.getByLabel('Why?').fill('The board looks at the periods once more in December')
  await press(ada, 'Withdraw the request')
  await ada.getByText('The request is withdrawn').waitFor()
  await look(ada, 'retention whose request was withdrawn')
  await ada.getByLabel('Why?').fill(reason)
  await press(ada, 'Ask for it to be switched on')
  await ada.getByText('Another administrator has to confirm it').waitFor()

  await ada.goto(`${url}/admin/holds`)
  await press(ada, 'Place the hold')
  await problem(ada)
  await look(ada, 'a hold on nothing')
  await ada.getByLabel('An application').check()
  await ada.getByLabel('Which one?').fill(all.reference)
  await ada.getByLabel('Why?').fill(reason)
  await press(ada, 'Place the hold')
  await ada.getByText(`An application: ${all.reference}`).first().waitFor()
  await look(ada, 'a hold that stands')

  const bea = await open(all.bea.personId)
  await bea.goto(`${url}/admin/retention`)
  await press(bea, 'Confirm and switch on')
  await bea.getByText('What is due goes each night').waitFor()
  await look(bea, 'retention that is on')

  await bea.goto(`${url}/admin/subject-requests`)
  await press(bea, 'Log it')
  await problem(bea)
  await look(bea, 'a request of nobody')
  await bea.getByLabel('To be forgotten').check()
  await bea.getByLabel('Email address').fill('ben@example.gov.uk')
  await bea.getByLabel('Day').fill('1')
  await bea.getByLabel('Month').fill('12')
  await bea.getByLabel('Year').fill('2028')
  await bea.getByLabel('How do you know').fill('He asked from that address')
  await press(bea, 'Log it')
  await bea.getByRole('heading', { name: 'Request 1' }).waitFor()
  await look(bea, 'a request to be forgotten')
  await press(bea, 'Make them anonymous')
  await problem(bea)
  await look(bea, 'forgetting that was not confirmed')
  await bea.getByLabel('What did you tell them').fill('He was told on 2 December')
  await bea.getByLabel('I have read').check()
  await press(bea, 'Make them anonymous')
  await bea.getByText('They are anonymous, and the request is closed').waitFor()
  await bea.getByText('No address any more').waitFor()
  await look(bea, 'a request whose person is anonymous')
  await bea.goto(`${url}/admin/subject-requests`)
  await bea.getByText('Answered').first().waitFor()
  await look(bea, 'requests that are answered')

  const ann = await open(all.round.people.ann)
  await ann.goto(`${url}/account/your-data`)
  await look(ann, 'what is kept about oneself')
  const [download] = await Promise.all([ann.waitForEvent('download'), press(ann, 'Download what is kept about you')])
  assert.match(download.suggestedFilename(), /^what-is-kept-2028-12-02\.zip$/)
})
