import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { listen } from '../../src/platform/http/listen.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { exampleFund, fundPath, people, roundPath, typedTimetable } from '../support/example-fund.ts'
import { lastFirst } from '../support/last-first.ts'

type Fields = Readonly<Record<string, string>>

/** Fills fields by their names, whatever each is. */
async function fill(page: Page, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:not([type="hidden"])`)
    const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName)
    if (kind === 'radio' || kind === 'checkbox') await page.check(`main [name="${name}"][value="${value}"]`)
    else if (kind === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

async function send(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
}

const bands: Fields = {
  'band-1-name': 'Nothing',
  'band-1-guidance': 'Says nothing of it',
}

it('writes rules, passes gates, seals, opens, finds the rules locked, moves a date, cancels and opens again', async (t) => {
  const life = lastFirst(t)
  let now = new Date('2026-11-25T12:00:00Z')
  const server = await exampleFund(life, () => now)
  const browser = await openBrowser(life)
  const handle: RequestListener = (request, response) => server.app.routing(request, response)
  const { url, close } = await listen(handle, '127.0.0.1', 0)
  life.after(close)
  const open = async (person: string | undefined, view: View): Promise<Page> => {
    const context = await contextFor(browser, view)
    life.after(async () => await context.close())
    const session = person === undefined ? undefined : (await server.signedIn(person)).cookies.get('session')
    if (session !== undefined) await context.addCookies([{ name: 'session', value: session, url }])
    return await context.newPage()
  }
  const team = await open(people.team, { scripts: false, width: 320 })
  const look = async (state: string) => await assertAccessible(team, state)
  const rules = `${url}${roundPath}/rules`

  await team.goto(rules)
  await look('rules nobody has written')
  await writeRules(team, rules, look)
  await passGates(team, look)
  await team.goto(`${url}${roundPath}/timetable`)
  await fill(team, typedTimetable)
  await send(team, 'Save the timetable')

  // Somebody has a criterion open since before the round was public.
  const slow = await open(people.team, { scripts: true, width: 1280 })
  await slow.goto(`${rules}/criteria/written/need`)
  await sealAndPublish(team, rules, look)

  await fill(slow, { weight: '50' })
  await send(slow, 'Save the criterion')
  await slow
    .getByText(/locked/i)
    .first()
    .waitFor()
  await assertAccessible(slow, 'a locked criterion')
  await team.goto(rules)
  assert.equal(await team.getByRole('link', { name: 'Add a criterion' }).count(), 0)
  await look('locked rules')

  const visitor = await open(undefined, { scripts: false, width: 320 })
  const published = `${url}/funds/example-fund/round-1/rules`
  await verify(visitor, published)
  await assertAccessible(visitor, 'the sealed rules in public')

  now = new Date('2027-01-10T12:00:00Z')
  const later = await open(people.team, { scripts: false, width: 320 })
  await later.goto(`${url}${roundPath}/timetable`)
  await fill(later, {
    'decisions-on-day': '12',
    'decisions-on-month': '4',
    'decisions-on-year': '2027',
    reason: 'The panel meets later',
  })
  await send(later, 'Save the timetable')
  await visitor.goto(`${url}/funds/example-fund/round-1/updates`)
  await visitor.getByText('The panel meets later').first().waitFor()
  await visitor.goto(published)
  await visitor.getByRole('heading', { name: 'Version 2', exact: true }).waitFor()
  await verify(visitor, published)

  await cancelAndCopy(later)
})

async function writeRules(team: Page, rules: string, look: (state: string) => Promise<void>): Promise<void> {
  for (const [name, weight, least] of [
    ['Need', '60', '2'],
    ['Plan', '40', ''],
  ] as const) {
    await team.goto(rules)
    await team.getByRole('button', { name: 'Add a criterion' }).click()
    await fill(team, { name, weight, least, 'looks-for': `The ${name.toLowerCase()}`, questions: 'why', ...bands })
    await send(team, 'Save the criterion')
  }
  const sections: Readonly<Record<string, Fields>> = {
    thresholds: { overall: '60' },
    conflicts: { neighbour: 'hard' },
    spread: { 'of-1': 'region|', 'most-1': '3' },
    ties: { 'tie-1': 'criterion:need', 'tie-2': 'draw', draw: 'The numbers of a lottery on a day' },
  }
  for (const [slug, fields] of Object.entries(sections)) {
    await team.goto(`${rules}/sections/${slug}`)
    await fill(team, fields)
    await look(`the rules of ${slug}`)
    await send(team, 'Save')
    await team.waitForURL((at) => at.pathname.endsWith('/rules'))
  }
  await look('rules that are written')
  assert.match((await team.locator('main').textContent()) ?? '', /Each region: at most 3/)
}

async function passGates(team: Page, look: (state: string) => Promise<void>): Promise<void> {
  await team.getByRole('link', { name: 'Checks before the round is public' }).click()
  await look('open gates')
  for (;;) {
    const next = team.getByRole('link', { name: /^Answer/ }).first()
    if ((await next.count()) === 0) break
    await next.click()
    await fill(team, {
      state: 'complied',
      statement: 'As the commercial plan says',
      owner: 'A. Officer, Head of Grants',
    })
    if ((await team.locator('[name="on-day"]').count()) > 0)
      await fill(team, { 'on-day': '1', 'on-month': '2', 'on-year': '2027' })
    await look('a gate')
    await send(team, 'Save')
  }
  await look('gates that are passed')
}

async function sealAndPublish(team: Page, rules: string, look: (state: string) => Promise<void>): Promise<void> {
  await team.goto(rules)
  await team.getByRole('button', { name: 'Check and seal the rules' }).click()
  await look('rules to seal')
  await fill(team, { 'without-reason': 'Both funders are on leave' })
  await send(team, 'Seal the rules')
  await team.getByText('Version 1 was sealed by').waitFor()
  await team.goto(rules.replace(/rules$/, 'publish'))
  await look('a round to publish')
  await fill(team, { reason: 'Both funders are on leave' })
  await send(team, 'Publish the round')
  await team.waitForURL((at) => !at.pathname.endsWith('/publish'))
}

/** What anybody can do: open “Verify this”, download the version and hash the file. */
async function verify(visitor: Page, published: string): Promise<void> {
  await visitor.goto(published)
  const newest = visitor
    .locator('section')
    .filter({ has: visitor.getByText('Verify this') })
    .first()
  assert.equal(await newest.locator('code').first().isVisible(), false, 'the hash is not in the way')
  await newest.getByText('Verify this').click()
  const hash = (await newest.locator('code').first().textContent()) ?? ''
  const address = (await newest.getByRole('link', { name: /^Download version/ }).getAttribute('href')) ?? ''
  const file = await visitor.request.get(new URL(address, published).href)
  assert.equal(
    createHash('sha256')
      .update(await file.body())
      .digest('hex'),
    hash,
  )
}

async function cancelAndCopy(team: Page): Promise<void> {
  const look = async (state: string) => await assertAccessible(team, state)
  await team.goto(team.url().replace(/\/round-1.*/, '/round-1/cancel'))
  await send(team, 'Cancel the round')
  await look('a round that is not cancelled without a reason')
  await fill(team, { reason: 'A weight is wrong', confirm: 'yes' })
  await send(team, 'Cancel the round')
  await team.goto(team.url().replace(/\/round-1.*/, '/round-1/cancel'))
  await look('a cancelled round')
  await team.getByRole('link', { name: 'Copy this round' }).click()
  await fill(team, { name: 'Round 1 again', slug: 'round-1-again' })
  await team.locator('main button[type="submit"]').first().click()
  await team.goto(team.url().replace(new RegExp(`(${fundPath}).*`), '$1/round-1-again/rules'))
  await team.getByText('Not sealed').first().waitFor()
  await team.getByRole('link', { name: 'Need', exact: true }).click()
  await fill(team, { weight: '50' })
  await send(team, 'Save the criterion')
  await team
    .getByText(/must make 100%/)
    .first()
    .waitFor()
  await look('the rules of the copy, open again')
}
