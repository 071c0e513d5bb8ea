import assert from 'node:assert/strict'
import { it } from 'node:test'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { openAs } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { seededDatabase, startSite } from '../support/site.ts'

const budget = [
  'Youth service, £000',
  'Head\t2026/27\t2027/28\tNotes',
  'Staff\t1,900\t1,900\tpay award',
  'Minibuses\t45\t45.5\t',
  'Hire of halls\t(18)\t(19)\t',
  'Repairs\ttbc\t90\t',
  'Total\t1,927\t1,926.5\t',
].join('\n')

it('has a budget imported, mended by hand and read in both cases', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await seededDatabase(life))
  const browser = await openBrowser(life)
  const view = { scripts: false, width: 320 } as const
  const { page } = await openAs(life, { browser, url: site.url, name: 'Priya Nair', view })
  const look = async (state: string) => await assertAccessible(page, state)
  const press = async (name: string) => await page.getByRole('button', { name }).click()

  await page.goto(`${site.url}/reviews`)
  await page.getByRole('link', { name: 'Youth service' }).click()
  const review = page.url()
  await page.getByRole('link', { name: 'Amounts of each option' }).click()
  await look('the options whose amounts are entered')
  await page.getByRole('link', { name: 'Staff mutual' }).click()
  await look('the amounts of an option')
  await page.getByText('Add lines', { exact: true }).click()
  await page.getByRole('link', { name: 'Begin with the lines that are usual' }).click()
  await page.getByLabel('Staff, 2026 to 2027, in pounds', { exact: true }).fill('twelve')
  await page.getByLabel('Taking the service back at the end, 2036 to 2037, in pounds').fill('250,000')
  await press('Save amounts')
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await look('an amount that is none')
  assert.equal(
    await page.getByLabel('Taking the service back at the end, 2036 to 2037, in pounds').inputValue(),
    '250,000',
  )
  await page.getByLabel('Staff, 2026 to 2027, in pounds', { exact: true }).fill('1905000')
  await press('Save amounts')
  await page.getByText('One line changed').waitFor()

  await page.getByText('Add lines', { exact: true }).click()
  await page.getByRole('link', { name: 'Import a budget' }).click()
  await press('Continue')
  await page.getByText('or paste the cells').first().waitFor()
  await look('no budget was sent')
  await page.getByLabel('Or paste the cells').fill(budget)
  await press('Continue')
  await page.getByRole('heading', { name: 'What the columns are' }).waitFor()
  await look('what the columns of a budget are')
  await press('Continue')
  await page.getByText('Cell B6 is not an amount: “tbc”').waitFor()
  await page
    .getByText(
      'The line that is there has other years in pounds of the first year, and the budget has different pounds',
    )
    .waitFor()
  await look('a budget with faults')
  await press('Change what the columns are')
  await look('what the columns are, once more')
  await page.getByLabel('They are blanked').check()
  await press('Continue')
  await page.getByText('Cell B6 is not an amount: “tbc”').waitFor()
  assert.equal(await page.getByText('The line that is there has other years').count(), 0)
  assert.equal(await page.getByLabel('Import Total, row 7').isChecked(), false)
  await press('Import the selected rows')
  await page.getByText('3 rows were imported from the budget').waitFor()
  assert.equal(await page.getByLabel('Minibuses, 2027 to 2028, in pounds').inputValue(), '45500')

  await page.goto(`${review}/benefits`)
  await look('what benefits without a price would have to be worth')
  await page.goto(`${review}/appraisal`)
  await page.getByRole('link', { name: 'Staff mutual' }).click()
  await page
    .getByText(/is saved against “In-house, as it is”|more is paid than in/)
    .first()
    .waitFor()
  await look('both ledgers of an option')
})
