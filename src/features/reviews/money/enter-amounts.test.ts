import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let ann: TestBrowser
let ben: TestBrowser
let review: string
let [today, least] = ['', '']
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
  ben = await started.join('ben', ['writer'])
  const { body } = await ann.get(`${review}/amounts`)
  ;[today = '', least = ''] = [...body.matchAll(/amounts\/([\w-]+)"/g)].map(([, id]) => id ?? '')
})

const grid = (option: string, from = ''): string => `${review}/amounts/${option}${from === '' ? '' : `?from=${from}`}`
const seenIn = (body: string) =>
  [...body.matchAll(/name="([\w-]+)-seen" value="(\d+)"/g)].map(([, id = '', seen = '']) => ({ id, seen }))

async function versions(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from strategic_review_entry where sheet = 'lines'`.execute(server.services.db)
  return rows[0]?.count ?? -1
}

describe('the amounts of an option on one page', () => {
  it('begin with usual lines, of which those with an amount are kept', async () => {
    const { body } = await ann.get(grid(today, 'usual'))
    assert.match(body, /Staff, 2026 to 2027, in pounds/)
    const saved = await ann.post(grid(today), {
      from: 'usual',
      'usual-0-pounds-0-amount': '£1,905,000',
      'usual-0-pounds-1-amount': '1,905,000.50',
      'usual-4-pounds-10-amount': '118000',
      'usual-1-pounds-0-amount': ' ',
    })
    assert.equal(saved.status, 303)
    const after = await ann.get(grid(today))
    assert.equal(seenIn(after.body).length, 2)
    assert.match(after.body, /value="1905000.50"/)
    assert.match(after.body, /£3,810,001/)
    assert.doesNotMatch(
      (await ann.get(grid(today, 'usual'))).body,
      /Staff, 2026 to 2027, in pounds[\s\S]*Staff, 2026 to 2027, in pounds/,
    )
  })

  it('keep all that was typed where an amount is none, and change nothing', async () => {
    const [staff, fees] = seenIn((await ann.get(grid(today))).body)
    const count = await versions()
    const refused = await ann.post(grid(today), {
      [`${staff?.id}-seen`]: '1',
      [`${staff?.id}-pounds-0-amount`]: 'NaN',
      [`${fees?.id}-seen`]: '1',
      [`${fees?.id}-pounds-0-amount`]: '77',
    })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /value="NaN"/)
    assert.match(refused.body, /value="77"/)
    assert.match(refused.body, new RegExp(`href="#${staff?.id}-pounds-0-amount"`))
    assert.equal(await versions(), count)
  })

  it('leave lines as they are that nobody changed, and keep what the page does not show', async () => {
    const [staff, fees] = seenIn((await ann.get(grid(today))).body)
    const count = await versions()
    const amounts = { [`${fees?.id}-seen`]: '1', [`${fees?.id}-pounds-10-amount`]: '118000' }
    await ann.post(grid(today), { ...amounts, [`${staff?.id}-seen`]: '1', [`${staff?.id}-pounds-0-amount`]: '-5' })
    assert.equal(await versions(), count + 1)
    const line = await ann.get(`${review}/sheets/lines/${staff?.id}`)
    assert.match(line.body, /value="resource" checked/)
    assert.match(line.body, /value="-5"/)
  })

  it('are not overwritten by somebody who had the page open before', async () => {
    const [staff] = seenIn((await ben.get(grid(today))).body)
    const typed = (seen: string, pounds: string) => ({
      [`${staff?.id}-seen`]: seen,
      [`${staff?.id}-pounds-0-amount`]: pounds,
    })
    assert.equal((await ann.post(grid(today), typed(staff?.seen ?? '', '100'))).status, 303)
    const late = await ben.post(grid(today), typed(staff?.seen ?? '', '200'))
    assert.equal(late.status, 409)
    assert.match(late.body, /changed it at/)
    assert.match(late.body, /value="200"/)
    await ann.post(`${review}/sheets/lines/${staff?.id}/remove`, {})
    const gone = await ben.post(grid(today), typed('3', '200'))
    assert.equal(gone.status, 409)
    assert.match(gone.body, /was taken out of the list/)
  })

  it('are copied from another option, once', async () => {
    const [fees] = seenIn((await ann.get(grid(today))).body)
    const typed = { from: today, [`${fees?.id}-pounds-0-amount`]: '90000' }
    assert.match((await ann.get(grid(least, today))).body, /value="118000"/)
    assert.equal((await ann.post(grid(least), typed)).status, 303)
    const again = await ann.post(grid(least), typed)
    assert.equal(again.status, 400)
    assert.match(again.body, /is a line of this option already/)
    assert.match(again.body, /value="90000"/)
  })

  it('are never those of two lines of one name', async () => {
    const line = { kind: 'cost', bearer: 'council', nature: 'resource', basis: 'real', 'pounds-0-amount': '5' }
    const add = async (option: string, title: string) =>
      await ann.post(`${review}/sheets/lines/add`, { seen: '0', ...line, option, title })
    assert.equal((await add(today, 'Stock')).status, 303)
    const twice = await add(today, 'stock')
    assert.equal(twice.status, 400)
    assert.match(twice.body, /The option has a line of this name already/)
    assert.equal((await add(least, 'Stock')).status, 303)
  })

  it('are of an option of this review alone', async () => {
    assert.equal((await ann.get(grid('nowhere'))).status, 404)
    assert.equal((await ann.post(grid('nowhere'), {})).status, 404)
  })
})
