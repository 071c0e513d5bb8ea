import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { reviewsOf } from '../../src/features/reviews/index.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, press, seededPerson } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { allOf, readDocx } from '../support/read-docx.ts'
import { startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

/** The made-up review: from its plan to the report that was decided on, as its people see it. */
it('carries a review from judgement to a report that is frozen, signed off and compared, without scripts', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await freshDatabase(life))
  const browser = await openBrowser(life)
  const lead = await seededPerson(site, 'lead')
  const [review] = await reviewsOf(site.services.db, lead)
  const at = (path: string): string => `${site.url}/reviews/${review?.reference}/${path}`
  const look = (page: Page, state: string) => assertAccessible(page, `review, ${state}`)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
  const as = browseAs(browser, site, site.url)

  await as(lead, false, async (page) => {
    await page.goto(at('plan'))
    assert.equal(await page.getByRole('img', { name: 'The implementation plan' }).count(), 1)
    await look(page, 'plan as a picture')
    await page.goto(at('ledger/mutual'))
    await page.setViewportSize({ width: 680, height: 900 })
    await page.emulateMedia({ media: 'print' })
    const cut = await page
      .locator('.app-scroll')
      .evaluateAll((all) =>
        all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((each) => each.ariaLabel),
      )
    assert.deepEqual(cut, [], 'tables that are cut off on an A4 page')
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(at('sheets/equality'))
    await look(page, 'equality impact')

    await page.goto(at('report/whole'))
    const whole = await main(page)
    assert.match(whole, /“Staff mutual” has a net present social value of/)
    assert.match(whole, /Trade union side|trade union side/)
    await look(page, 'whole report')
    const shown = await page.locator('main svg[role="img"] > desc').allTextContents()
    const word = readDocx(await (await page.request.get(at('report/whole/report.docx'))).body())
    assert.equal(shown.length, 6, 'without those of runs, of which none is kept yet')
    for (const finding of shown) assert.ok(word.paragraphs.some(({ text }) => text === finding))
    assert.deepEqual(
      allOf(word.body, 'wp:docPr').map(({ attributes }) => attributes.descr),
      shown,
    )
    await page.goto(at('report/public'))
    assert.match(await main(page), /Paragraph 3/)
    await page.goto(at('report/appendix'))
    await look(page, 'exempt appendix')

    await page.goto(at('versions'))
    await look(page, 'versions, none yet')
    await press(page, 'Freeze what is written now')
    assert.match(await main(page), /Enter what the version is for/)
    await look(page, 'versions, without a reason')
    await page.getByLabel('What is the version for?').fill('Cabinet of 12 January 2027')
    await press(page, 'Freeze what is written now')
    assert.match(await main(page), /The version is as it was when it was frozen\./)
    await page.getByLabel('As what do you sign?').fill('Director of children’s services')
    await press(page, 'Sign this version off')
    assert.match(await main(page), /Director of children’s services/)
    await look(page, 'version, signed off')

    await page.goto(at('sheets/procurement'))
    await page.getByLabel('Which legal form, and why not another?').fill('A community benefit society.')
    await press(page, 'Save')
    await page.goto(at('versions'))
    await press(page, 'Compare')
    assert.match(await main(page), /A community benefit society\./)
    await look(page, 'what changed since a version')

    await page.goto(at('report/whole?version=1'))
    assert.match(await main(page), /community interest company limited by guarantee/)
    await page.goto(at('report/whole'))
    assert.match(await main(page), /A community benefit society\./)
  })
})
