import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { type GuideName, guideNames } from '../../src/core/help/index.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { followGuide, stepsOf } from '../support/follow-guide.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

const folder = join(import.meta.dirname, '../../docs/guides')
/** In this order: the programme team offers the question that the expert then answers. */
const guides: readonly GuideName[] = [
  'administrator',
  'applicant',
  'assessor',
  'council-with-an-award',
  'programme-team',
  'expert',
  'network-member',
  'supplier',
]

describe('the guides', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  before(async () => {
    const life = lastFirst({ after: (end: () => Promise<void>) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  it('are all followed here', async () => {
    const files = (await readdir(folder)).map((file) => file.replace(/\.md$/, '')).toSorted()
    assert.deepEqual(guides.toSorted(), files)
    assert.deepEqual([...guideNames].toSorted(), files)
  })

  for (const guide of guides)
    it(`for newcomers: ${guide} can be followed step by step, without scripts`, async () => {
      const context = await contextFor(browser, { scripts: false, width: 1280 })
      const page = await context.newPage()
      const steps = await followGuide(page, site.url, await readFile(join(folder, `${guide}.md`), 'utf8'))
      assert.ok(steps >= 15, `${steps} steps`)
      await context.close()
    })

  it('are pages of the service, accessible on a telephone', async () => {
    const context = await contextFor(browser, { scripts: true, width: 320 })
    const page = await context.newPage()
    await page.goto(`${site.url}/help`)
    await page.getByRole('link', { name: 'guides', exact: true }).click()
    await page.getByRole('link', { name: 'Guide for applicants' }).click()
    await page.getByRole('heading', { level: 1, name: 'Guide for applicants' }).waitFor()
    await assertAccessible(page, 'a guide')
    await page.goto(`${site.url}/help?about=%2Fsupport`)
    await page.getByRole('link', { name: 'Guide for suppliers of support' }).click()
    await page.getByRole('heading', { level: 1, name: 'Guide for suppliers of support' }).waitFor()
    assert.equal((await page.goto(`${site.url}/guides/nobody`))?.status(), 404)
    await context.close()
  })
})

describe('the steps of a guide', () => {
  it('are read from its words', () => {
    const guide =
      'Open [it](/a). Choose **B … c**, press **D**, see **E**. Answer **F?** with **No**, enter “g h” into **I**.'
    assert.deepEqual(stepsOf(guide), [
      { does: 'open', path: '/a' },
      { does: 'choose', words: 'B … c' },
      { does: 'press', words: 'D' },
      { does: 'see', words: 'E' },
      { does: 'answer', words: 'F?', answer: 'No' },
      { does: 'enter', words: 'I', text: 'g h' },
    ])
  })
})
