import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { ensurePerson, giveRole } from '../../src/features/accounts/index.ts'
import type { SeedRole } from '../../src/seeds/people.ts'
import { type AssessedRound, assessedRound } from '../support/assessed-round.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, press, seededPerson } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { serve } from '../support/site.ts'

const managed = '/manage/funds/example-fund'
const answer = 'The scores are on the public page of results'
const because = 'Assessors were promised that nobody outside learns what each of them gave'

/** What others want of a round that is being decided: whoever asks for information, a funder, another system. Without scripts. */
describe('around a decision', () => {
  const ends: (() => Promise<void>)[] = []
  const now = new Date('2026-12-07T10:00:00Z')
  let round: AssessedRound
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    round = await assessedRound(life, { stage: 'shortlisted', clock: () => now })
    url = await serve(life, round)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const use = async (id: string, doing: (page: Page) => Promise<void>) =>
    await browseAs(browser, round, url)(id, false, doing)
  const as = async (role: SeedRole, doing: (page: Page) => Promise<void>) =>
    await use(await seededPerson(round, role), doing)
  const look = (page: Page, state: string) => assertAccessible(page, `around a decision, ${state}`)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

  /** Somebody who has a role on the fund as well. */
  async function also(
    email: string,
    role: 'programme-team' | 'funder',
    organisationId: string | null,
  ): Promise<string> {
    return await round.services.db.transaction().execute(async (tx) => {
      const { person } = await ensurePerson(tx, { id: round.services.newId(), email, name: email, at: now })
      await giveRole(tx, round.services, {
        personId: person.id,
        role,
        fundId: round.fundId,
        organisationId,
        by: null,
        at: now,
      })
      return person.id
    })
  }

  it('a request for information is acknowledged, given more time, answered and cleared, each with its letter', async () => {
    const requests = `${url}${managed}/finished-round/requests`
    await as('programme', async (page) => {
      await page.goto(`${requests}/new`)
      await press(page, 'Log it')
      await look(page, 'a request that lacks everything')
      await page.getByLabel('Freedom of information').check()
      await fillParts(page, 'received', { day: '12', month: '11', year: '2026' })
      await page.locator('#from').fill('A resident')
      await page.locator('#text').fill('What did each application score?')
      await press(page, 'Log it')
      await page.getByText('Letter that it has come', { exact: true }).click()
      await look(page, 'a request with the letter that it has come')
      await page.getByText('Take more time', { exact: true }).click()
      await press(page, 'Extend the time')
      await look(page, 'more time without a reason')
      await page.getByLabel('Section 43').check()
      await page.locator('#extension-reason').fill(because)
      await fillParts(page, 'until', { day: '8', month: '1', year: '2027' })
      await press(page, 'Extend the time')
      await page.getByText('Letter to the requester', { exact: true }).click()
      await look(page, 'more time with its letter')
      await page.getByLabel('Some of it is given').check()
      await page.locator('#answer').fill(answer)
      await press(page, 'Save the draft')
      await look(page, 'a draft that withholds without an exemption')
      await page.locator('#exemption-0').selectOption('s40')
      await page.locator('#reason-0').fill(because)
      await press(page, 'Save the draft')
      await look(page, 'a draft to be cleared')
    })
    await use(await also('second@programme.example', 'programme-team', null), async (page) => {
      await page.goto(`${requests}/1`)
      await press(page, 'Clear this draft for sending')
      await page.getByText('Letter with the answer', { exact: true }).click()
      await look(page, 'a cleared answer with its letter')
      const letter = await page.locator('details', { hasText: 'Letter with the answer' }).textContent()
      for (const words of [answer, 'section 40 (personal information)', because, 'internal review'])
        assert.ok(letter?.includes(words), words)
      await fillParts(page, 'answered', { day: '7', month: '12', year: '2026' })
      await press(page, 'Record that it is sent')
      await look(page, 'a request that is answered')
    })
  })

  it('a funder does not approve a shortlist, says why, and the programme team reads it', async () => {
    const { rows } = await sql<{ id: string }>`
      select organisation_id as id from funder where fund_id = ${round.fundId}::uuid`.execute(round.services.db)
    await use(await also('speaker@funder.example', 'funder', rows[0]?.id ?? ''), async (page) => {
      await page.goto(`${url}${managed}/approvals`)
      await look(page, 'what a funder is asked to approve')
      await page.locator('summary', { hasText: 'this shortlist' }).click()
      await press(page, /why you do not approve this shortlist/)
      await look(page, 'a refusal without a reason')
      await page
        .locator('textarea[id*="shortlist"]')
        .fill('One authority on it answers an inspection and cannot take part')
      await press(page, /why you do not approve this shortlist/)
      await look(page, 'a refusal with its reason')
    })
    await as('programme', async (page) => {
      await page.goto(`${url}${managed}/approvals`)
      await look(page, 'what a funder has refused, as the programme team reads it')
      assert.match(await main(page), /does not approve this[\s\S]*answers an inspection and cannot take part/)
    })
  })

  it('a webhook is set up, and its address is changed with its secret kept or renewed', async () => {
    await as('programme', async (page) => {
      await page.goto(`${url}${managed}/webhooks`)
      await look(page, 'no webhook yet')
      await press(page, /^Add$/)
      await look(page, 'a webhook that lacks everything')
      await page.locator('#address').fill('https://receiver.example/hook')
      await page.getByRole('checkbox').first().check()
      await press(page, /^Add$/)
      await look(page, 'the secret of a webhook')
      await page.getByRole('link', { name: 'Go on to the webhook' }).click()
      await look(page, 'a webhook')
      const change = async (address: string, secret: 'Keep' | 'Renew' | undefined) => {
        const folded = page.locator('details', { hasText: 'New address' })
        if ((await folded.getAttribute('open')) === null) await folded.locator('summary').click()
        await page.locator('#address').fill(address)
        if (secret !== undefined) await folded.getByLabel(`${secret} the secret`).check()
        await press(page, /^Change the address$/)
      }
      await change('http://receiver.example/hook', undefined)
      await look(page, 'another address that is not secure')
      await change('https://receiver.example/moved', 'Keep')
      await look(page, 'a webhook whose address is changed')
      assert.match(await main(page), /receiver\.example\/moved/)
      await change('https://other.example/hook', 'Renew')
      await look(page, 'a webhook whose address and secret are changed')
    })
  })
})
