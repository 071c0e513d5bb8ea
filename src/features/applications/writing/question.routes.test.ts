import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { fillIn, hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { roundAtWork } from '../../../../tests/support/round-at-work.ts'

const life = lastFirst({ after })
const now = new Date('2026-11-02T10:00:00.000Z')
const { all, as } = roundAtWork(life, () => now)

describe('a page of questions without scripts', () => {
  it('adds and removes items by buttons, and shows the total of a money table', async () => {
    const ann = await as('ann')
    const page = `/applications/${await all().round.draft()}/pages/money`
    const added = await fillIn(ann, page, { 'costs-0-now': '1,200', 'staff-0-team': 'Youth', action: 'add:staff' })
    assert.equal(added.location, `${page}?add=staff#staff`)
    const two = await ann.get(`${page}?add=staff`)
    assert.match(two.body, /Total as last saved: £1,200/)
    assert.match(two.body, /id="staff-1-team"/)
    await fillIn(ann, `${page}?add=staff`, {
      'costs-0-now': '1200',
      'staff-0-team': 'Youth',
      'staff-1-team': 'Libraries',
    })
    const removed = await fillIn(ann, page, {
      'costs-0-now': '1200',
      'staff-0-team': 'Youth',
      'staff-1-team': 'Libraries',
      action: 'remove:staff:0',
    })
    assert.equal(removed.location, `${page}#staff`)
    const left = await ann.get(page)
    assert.match(left.body, /id="staff-0-team"[^>]*value="Libraries"/)
    assert.ok(!left.body.includes('value="Youth"'))
  })

  it('shows the page again when an answer brings up a question', async () => {
    const ann = await as('ann')
    const page = `/applications/${await all().round.draft()}/pages/joint`
    assert.ok(!(await ann.get(page)).body.includes('Which authority'))
    assert.equal((await fillIn(ann, page, { joint: 'yes' })).location, `${page}#with`)
    const shown = await ann.get(page)
    assert.match(shown.body, /<select[^>]*id="with"[^>]*data-autocomplete/)
    assert.match(shown.body, /<option value="T-BIRCH">Birch City Council/)
    assert.ok(!shown.body.includes('Old Alder'))
  })

  it('shows how two answers that are not text differ, side by side', async () => {
    const [ann, adam] = [await as('ann'), await as('adam')]
    const page = `/applications/${await all().round.draft()}/pages/money`
    const old = (await ann.get(page)).body
    const kept = { form: hiddenIn(old, 'form'), version: hiddenIn(old, 'version'), action: 'continue' }
    const ours = { 'staff-0-team': 'Youth', 'staff-1-team': 'Parks' }
    await adam.post(page, { ...kept, ...ours, 'staff-1-team': 'Libraries' })
    const clash = await ann.post(page, { ...kept, ...ours })
    assert.equal(clash.status, 409)
    const [, theirs = '', mine = ''] = clash.body.slice(clash.body.indexOf('How yours differs')).split('<h4')
    assert.match(theirs, /Saved by Adam.*Libraries<\/strong><span[^>]*> \(differs\)/s)
    assert.match(mine, /What you wrote.*Parks<\/strong><span[^>]*> \(differs\)/s)
    for (const list of [theirs, mine]) assert.match(list, /<li>[^<]*Youth<\/li>/)
  })

  it('shows both texts when two people wrote one answer, and loses neither', async () => {
    const [ann, adam] = [await as('ann'), await as('adam')]
    const page = `/applications/${await all().round.draft()}/pages/drivers`
    const old = (await ann.get(page)).body
    const kept = { form: hiddenIn(old, 'form'), version: hiddenIn(old, 'version'), action: 'continue' }
    await fillIn(adam, page, { drivers: 'Adam wrote this' })
    const clash = await ann.post(page, { ...kept, drivers: 'Ann wrote <b>that</b>' })
    assert.equal(clash.status, 409)
    assert.match(clash.body, /Saved by Adam at/)
    assert.match(clash.body, /How yours differs<\/h3>\s*<div class="app-diff">/)
    assert.match(clash.body, /Adam wrote this/)
    assert.match(clash.body, /<textarea[^>]*>Ann wrote &lt;b&gt;that&lt;\/b&gt;<\/textarea>/)
    const next = {
      form: kept.form,
      version: hiddenIn(clash.body, 'version'),
      clash: 'drivers',
      drivers: 'Ann wrote <b>that</b>',
    }
    const undecided = await ann.post(page, next)
    assert.equal(undecided.status, 409)
    assert.match(undecided.body, /href="#keep-drivers">Choose which text to keep/)
    const closed = (await ann.get(page)).body
    assert.match(closed, />Adam wrote this<\/textarea>/)
    assert.match(closed, /<details[^>]*>\s*<summary[^>]*>.*Set aside: what Ann wrote at 10am on Monday 2 November 2026/)
    assert.match(closed, /November 2026: “Ann wrote &lt;b&gt;that&lt;\/b&gt;”/)
    assert.match(closed, /Ann wrote &lt;b&gt;that&lt;\/b&gt;<\/p>/)
    assert.equal((await ann.post(page, { ...next, 'keep-drivers': 'mine' })).status, 303)
    const chosen = (await ann.get(page)).body
    assert.match(chosen, />Ann wrote &lt;b&gt;that/)
    assert.ok(!chosen.includes('Set aside'))
  })
})

describe('a page with two texts', () => {
  const setAside = (body: string): readonly string[] =>
    [...body.matchAll(/Somebody else saved[^<]*<\/p>\s*<p class="govuk-body">(.*?)<\/p>/gs)].map(
      ([, text]) => text ?? '',
    )

  async function clashOf() {
    const [ann, adam] = [await as('ann'), await as('adam')]
    const page = `/applications/${await all().round.draft()}/pages/drivers`
    const old = (await ann.get(page)).body
    const kept = { form: hiddenIn(old, 'form'), version: hiddenIn(old, 'version'), action: 'continue' }
    await fillIn(adam, page, { drivers: 'Costs rise' })
    const { body } = await ann.post(page, { ...kept, drivers: 'Grants fall' })
    const offered = hiddenIn(body, 'offered-drivers')
    const next = { ...kept, version: hiddenIn(body, 'version'), clash: 'drivers', 'offered-drivers': offered }
    return { ann, page, body, next: { ...next, drivers: 'Grants fall', 'merged-drivers': offered } }
  }

  it('offers a third of both, one after the other, which is saved as it was worked on', async () => {
    const { ann, page, body, next } = await clashOf()
    assert.match(body, /<textarea[^>]*name="merged-drivers"[^>]*>Costs rise\n\nGrants fall<\/textarea>/)
    const merged = { ...next, 'merged-drivers': 'Costs rise, and grants fall', 'keep-drivers': 'merged' }
    assert.equal((await ann.post(page, merged)).status, 303)
    const saved = (await ann.get(page)).body
    assert.match(saved, />Costs rise, and grants fall<\/textarea>/)
    assert.deepEqual(setAside(saved), ['Grants fall'])
  })

  it('sets nothing aside that stands in the answer word for word', async () => {
    const { ann, page, next } = await clashOf()
    assert.equal((await ann.post(page, { ...next, 'keep-drivers': 'merged' })).status, 303)
    const saved = (await ann.get(page)).body
    assert.match(saved, />Costs rise\n\nGrants fall<\/textarea>/)
    assert.deepEqual(setAside(saved), [])
  })

  it('leads on, though the other questions of their page are not answered yet', async () => {
    const [ann, adam] = [await as('ann'), await as('adam')]
    const page = `/applications/${await all().round.draft()}/pages/contact`
    const old = (await ann.get(page)).body
    const kept = { form: hiddenIn(old, 'form'), version: hiddenIn(old, 'version'), action: 'continue' }
    await fillIn(adam, page, { name: 'Adam' })
    const { body } = await ann.post(page, { ...kept, name: 'Ann' })
    const chosen = { ...kept, version: hiddenIn(body, 'version'), clash: 'name', name: 'Ann', 'keep-name': 'mine' }
    const { status, location } = await ann.post(page, chosen)
    assert.equal(status, 303)
    assert.doesNotMatch(location ?? '', /pages\/contact/)
  })

  it('sets aside all that was typed there and not chosen', async () => {
    const { ann, page, next } = await clashOf()
    const typed = { ...next, drivers: 'Grants fall fast', 'merged-drivers': 'Both at once' }
    const undecided = await ann.post(page, typed)
    assert.equal(undecided.status, 409)
    assert.match(undecided.body, /<textarea[^>]*name="merged-drivers"[^>]*>Both at once<\/textarea>/)
    assert.equal((await ann.post(page, { ...typed, 'keep-drivers': 'theirs' })).status, 303)
    const saved = (await ann.get(page)).body
    assert.match(saved, />Costs rise<\/textarea>/)
    assert.deepEqual(setAside(saved).toSorted(), ['Both at once', 'Grants fall', 'Grants fall fast'])
  })

  it('keeps what is set aside on a page that is shown again because of an error', async () => {
    const { ann, page, next } = await clashOf()
    const refused = await ann.post(page, { ...next, clash: 'none', drivers: 'x'.repeat(20_001) })
    assert.equal(refused.status, 400)
    assert.deepEqual(setAside(refused.body), ['Grants fall'])
  })
})

describe('saving while somebody types', () => {
  const script = { 'x-requested-with': 'autosave' }

  it('answers with the version to go on from, and tells of a clash', async () => {
    const ann = await as('ann')
    const page = `/applications/${await all().round.draft()}/pages/drivers`
    const form = hiddenIn((await ann.get(page)).body, 'form')
    const first = await ann.post(page, { form, version: '0', drivers: 'typing' }, script)
    assert.deepEqual(JSON.parse(first.body), { status: 'saved', savedAt: now.toISOString(), version: 1 })
    const stale = await ann.post(page, { form, version: '0', drivers: 'elsewhere' }, script)
    assert.deepEqual(JSON.parse(stale.body), { status: 'clash', theirs: { drivers: { drivers: 'typing' } } })
    const long = await ann.post(page, { form, version: '1', drivers: 'x'.repeat(20_001) }, script)
    assert.equal(JSON.parse(long.body).status, 'refused')
    assert.match(JSON.parse(long.body).message, /must be 20,000 characters or less/)
  })

  it('is refused with a page that says so when ten megabytes are sent', async () => {
    const ann = await as('ann')
    const page = `/applications/${await all().round.draft()}/pages/drivers`
    const answer = await ann.post(page, { drivers: 'x'.repeat(10_000_000) })
    assert.equal(answer.status, 413)
  })
})
