import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let ann: TestBrowser
let cai: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  const server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
  cai = await started.join('cai', ['reader'])
  const mutual = { title: 'A mutual', model: 'mutual', description: 'Staff own and run it.' }
  await ann.post(`${review}/sheets/options/add`, { seen: '0', ...mutual })
})

const body = async (path: string): Promise<string> => (await ann.get(`${review}${path}`)).body
const entryNamed = (page: string, title: string): string =>
  new RegExp(`sheets/\\w+/([\\w-]+)">(?:Delivery: )?${title}`).exec(page)?.[1] ?? assert.fail(`${title} is not there`)
const order = (page: string): readonly string[] =>
  [...page.matchAll(/sheets\/options\/[\w-]+">([^<]+)<\/a>/g)].map(([, title]) => title ?? '')
const reason = 'It keeps what works and costs no more than today'

describe('the filter', () => {
  it('names what is not rated yet, with everything still on the shortlist', async () => {
    const page = await body('/filter')
    assert.match(page, /Rate “A mutual”/)
    assert.match(page, /Choose the preferred one of delivery/)
    assert.match(page, /3 options, where about 5 are usual/)
  })

  it('rates each choice for a reason, and says no more once all is well', async () => {
    const page = await body('/sheets/filter')
    const rate = async (title: string, fields: Record<string, string>) =>
      await ann.post(`${review}/sheets/filter/${entryNamed(page, title)}`, { seen: '0', ...fields })
    const thin = await rate('A mutual', { rating: 'green', reason: 'Best' })
    assert.equal(thin.status, 400)
    assert.match(thin.body, /8 words or more/)
    assert.equal((await rate('A mutual', { rating: 'green', reason })).headers.location, `${review}/filter`)
    assert.equal((await rate('In-house, as it is', { rating: 'amber', reason })).status, 303)
    assert.equal((await rate('In-house, do minimum', { rating: 'amber', reason, fails: 'affordability' })).status, 303)
    assert.match(await body('/filter'), /“In-house, do minimum” fails affordability: drop it/)
    assert.match(await body(''), /1 to put right/)
    const again = { seen: '1', rating: 'red', reason, fails: 'affordability' }
    assert.equal((await rate('In-house, do minimum', again)).status, 303)
    const whole = await body('/filter')
    assert.match(whole, /The filter is whole/)
    assert.match(whole, /Preferred way forward/)
    assert.match(await body(''), /3 of 3|Completed/)
    assert.doesNotMatch(await body(''), /to put right/)
  })

  it('reminds whoever rates of what each factor takes here, and does not let business as usual be dropped', async () => {
    await ann.post(`${review}/sheets/factors`, { seen: '0', affordability: '£400,000 less a year by 2029.' })
    const page = await body('/sheets/filter')
    const usual = `/sheets/filter/${entryNamed(page, 'In-house, as it is')}`
    const asked = await body(usual)
    assert.match(asked, /paid for from what is there each year\? Here: £400,000 less a year by 2029\./)
    assert.doesNotMatch(asked, /Red: dropped/)
    const { status, body: refused } = await ann.post(`${review}${usual}`, { seen: '1', rating: 'red', reason })
    assert.equal(status, 400)
    assert.match(refused, /Select rating|Select one of the choices/)
    assert.match(await body(`/sheets/filter/${entryNamed(page, 'A mutual')}`), /Red: dropped/)
  })

  it('has no page for what is not on the longlist', async () => {
    assert.equal((await ann.get(`${review}/sheets/filter/nothing`)).status, 404)
    assert.equal((await ann.post(`${review}/sheets/filter/nothing`, { seen: '0', rating: 'red', reason })).status, 404)
    assert.equal((await ann.get(`${review}/sheets/filter/add`)).status, 404)
  })

  it('is shown to readers without a way to change it', async () => {
    const page = (await cai.get(`${review}/filter`)).body
    assert.match(page, /A mutual/)
    assert.doesNotMatch(page, /sheets\/filter\//)
  })
})

describe('the order of a list', () => {
  it('is changed one by one, and a second press of the same button moves nothing', async () => {
    const before = order(await body('/sheets/options'))
    assert.deepEqual(before, ['In-house, as it is', 'In-house, do minimum', 'A mutual'])
    const entry = entryNamed(await body('/sheets/options'), 'A mutual')
    const move = async (value: string) => await ann.post(`${review}/sheets/options/move`, { move: value })
    for (const value of [`up:2:${entry}`, `up:2:${entry}`, `down:5:${entry}`, `up:0:${entry}`]) await move(value)
    const middle = ['In-house, as it is', 'A mutual', 'In-house, do minimum']
    assert.deepEqual(order(await body('/sheets/options')), middle)
    await move(`up:1:${entry}`)
    assert.deepEqual(order(await body('/sheets/options'))[0], 'A mutual')
    await move(`down:0:${entry}`)
    await move(`down:1:${entry}`)
    assert.deepEqual(order(await body('/sheets/options')), before)
    assert.equal((await move('sideways:1:x')).status, 404)
    assert.equal((await cai.post(`${review}/sheets/options/move`, { move: `up:2:${entry}` })).status, 404)
  })
})

describe('the history of a page', () => {
  it('says who changed what, also of what was removed', async () => {
    const entry = entryNamed(await body('/sheets/options'), 'A mutual')
    const seen = /name="seen" value="(\d+)"/.exec(await body(`/sheets/options/${entry}`))?.[1] ?? ''
    const changed = { seen, title: 'A mutual of the staff', model: 'mutual', description: 'Staff own and run it.' }
    await ann.post(`${review}/sheets/options/${entry}`, changed)
    await ann.post(`${review}/sheets/options/${entry}/remove`, {})
    const page = await body(`/sheets/options/${entry}/history`)
    const titles = [...page.matchAll(/app-timeline__title">([^<]+)/g)].map(([, title]) => title)
    assert.deepEqual(titles, ['Removed', 'Changed', 'Moved down', 'Moved down', 'Moved up', 'Moved up', 'Written'])
    assert.match(page, /A mutual of the staff/)
    assert.equal((await ann.get(`${review}/sheets/options/nothing/history`)).status, 404)
  })
})
