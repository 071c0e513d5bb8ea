import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let round: OpenRound
let ann: TestBrowser
let ben: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  round = started.round
  ann = started.ann
  ben = await server.signedIn(round.people.ben)
  review = started.review
})

const seenOn = (body: string): string => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
const day = (name: string, year: number) => ({
  [`${name}-day`]: '1',
  [`${name}-month`]: '4',
  [`${name}-year`]: String(year),
})
const sheet = (path: string): string => `${review}/sheets/${path}`

describe('starting a review', () => {
  it('says what is missing and keeps what was typed', async () => {
    const { status, body } = await ann.post('/reviews/new', { council: '', title: 'Libraries', depth: 'quick' })
    assert.equal(status, 400)
    assert.match(body, /Select the council whose service it is/)
    assert.match(body, /value="Libraries"/)
    assert.match((await ann.post('/reviews/new', { title: '' })).body, /Enter what is reviewed/)
    const long = await ann.post('/reviews/new', { title: 'x'.repeat(121), depth: 'quick' })
    assert.match(long.body, /120 characters or less/)
  })

  it('is for one’s own council alone', async () => {
    const asked = { council: 'walsall', title: 'Libraries', depth: 'quick' }
    assert.equal((await ann.post('/reviews/new', asked)).status, 404)
  })

  it('has business as usual and the least change on the longlist, which stay there', async () => {
    const { body } = await ann.get(sheet('options'))
    assert.match(body, /In-house, as it is/)
    assert.match(body, /In-house, do minimum/)
    const entries = [...body.matchAll(/sheets\/options\/([\w-]+)"/g)]
      .map(([, id]) => id)
      .filter((id) => id !== 'add' && id !== 'move')
    assert.doesNotMatch(body, /\/remove"/, 'nothing offers what would be refused')
    for (const entry of new Set(entries)) {
      const refused = await ann.post(sheet(`options/${entry}/remove`), {})
      assert.equal(refused.status, 400)
      assert.match(refused.body, /stays on every longlist/)
    }
  })
})

describe('a sheet of one page', () => {
  it('keeps what is answered so far and says what is still to be', async () => {
    const { body } = await ann.get(sheet('service'))
    assert.equal((await ann.post(sheet('service'), { seen: seenOn(body), name: 'Youth service' })).status, 303)
    assert.match((await ann.get(sheet('service'))).body, /value="Youth service"/)
    assert.match((await ann.get(review)).body, /6 to answer/)
  })

  it('refuses what cannot be understood, with all that was typed', async () => {
    const { body } = await ann.get(sheet('service'))
    const refused = await ann.post(sheet('service'), { seen: seenOn(body), name: 'Kept', staff: 'about ten' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /value="about ten"/)
    assert.match(refused.body, /value="Kept"/)
    assert.match((await ann.get(sheet('service'))).body, /value="Youth service"/)
  })

  it('refuses figures that can never be right, though other answers may wait', async () => {
    const { body } = await ann.get(sheet('money'))
    const refused = await ann.post(sheet('money'), { seen: seenOn(body), first: '2026', years: '-5', median: '900' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Number of years after the first must be 1 or more/)
    assert.match(refused.body, /Median income of the country must be £1,000 or more/)
    assert.match(refused.body, /value="-5"/)
    assert.doesNotMatch(refused.body, /Select which/i)
    assert.doesNotMatch((await ann.get(sheet('money'))).body, /value="-5"/)
  })

  it('refuses figures below nothing of what is counted, also in a table', async () => {
    const wrong = { 'past-0-demand': '-400', 'past-1-gross': '-1', 'past-2-income': '0', 'forecast-1-demand': '-0.5' }
    const { body } = await ann.get(sheet('demand'))
    const refused = await ann.post(sheet('demand'), { seen: seenOn(body), ...wrong })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /href="#past-0-demand">Number delivered \([\d to]+\) must be 0 or more/)
    assert.match(refused.body, /href="#past-1-gross">Gross cost in pounds \([\d to]+\) must be 0 or more/)
    assert.match(refused.body, /href="#forecast-1-demand">Number needed \([\d to]+\) must be a whole number/)
    assert.doesNotMatch(refused.body, /href="#past-2-income"/)
    assert.match(refused.body, /value="-400"/)
  })

  it('says how much is still to be answered when it is left, and nothing when all is', async () => {
    const said = async (answers: Record<string, string>): Promise<string> => {
      const { body } = await ann.get(sheet('money'))
      await ann.post(sheet('money'), { seen: seenOn(body), ...answers })
      return (await ann.get(review)).body
    }
    assert.match(await said({ first: '2026', years: '10' }), /Saved\. 2 still to answer in “Years and prices”\./)
    const whole = { first: '2026', years: '10', schedule: 'green-book-2026', deflators: 'hmt-2025-12' }
    assert.doesNotMatch(await said(whole), /still to answer/)
  })
})

describe('a list within a page', () => {
  const group = (at: number, how: string) => ({
    [`effects-${at}-group`]: 'age',
    [`effects-${at}-effect`]: 'worse',
    [`effects-${at}-how`]: how,
  })
  const hows = (body: string) =>
    [...body.matchAll(/<textarea[^>]* name="effects-\d+-how"[^>]*>([^<]*)</g)].map(([, how]) => how)

  it('is given another item, and loses one, on the page itself', async () => {
    const seen = async () => seenOn((await ann.get(sheet('equality'))).body)
    const more = { seen: await seen(), ...group(0, 'They walk further'), action: 'add:effects' }
    const added = await ann.post(sheet('equality'), more)
    assert.match(added.location ?? '', /\/sheets\/equality\?add=effects#effects$/)
    assert.deepEqual(hows((await ann.get((added.location ?? '').replace(/#.*/, ''))).body), ['They walk further', ''])
    const less = {
      seen: await seen(),
      ...group(0, 'They walk further'),
      ...group(1, 'They pay'),
      action: 'remove:effects:0',
    }
    assert.match((await ann.post(sheet('equality'), less)).location ?? '', /\/sheets\/equality#effects$/)
    assert.deepEqual(hows((await ann.get(sheet('equality'))).body), ['They pay'])
  })

  it('is saved whole where Enter is pressed in a field: that presses the first button of the form', async () => {
    const { body } = await ann.get(sheet('equality'))
    const [, first = ' name=""'] = /<form[^>]*\/sheets\/equality"[\s\S]*?<button([^>]*)>/.exec(body) ?? []
    assert.doesNotMatch(first, / name=/)
    assert.match(first, /aria-hidden="true"/)
    assert.match(body, /value="add:effects" name="action"/, 'which is not that of an item')
  })

  it('grows while its entry is not whole, and nobody is told off for that', async () => {
    const typed = { seen: '0', title: 'Reach', scale: 'measured', 'points-0-at': '10', 'points-1-at': '20' }
    const { status, body } = await ann.post(sheet('criteria/add'), { ...typed, action: 'add:points' })
    assert.equal(status, 200)
    assert.doesNotMatch(body, /There is a problem/)
    assert.match(body, /value="Reach"/)
    assert.match(body, /name="points-2-at"/)
  })

  it('refuses a day to look again that is over, and a reply of a day to come', async () => {
    const again = await ann.post(sheet('equality'), { seen: '9', ...day('again', 2001) })
    assert.match(again.body, /The day on which it is looked at again must be today or later/)
    // A day that was to come when it was written may be over when something else is mended.
    const { db } = server.services
    await ann.post(sheet('equality'), { seen: seenOn((await ann.get(sheet('equality'))).body), ...day('again', 2099) })
    await sql`insert into strategic_review_entry
        (review_id, sheet, entry, version, place, content, changed_at, changed_by)
      select review_id, sheet, entry, version + 1, place, jsonb_set(content, '{again}', '"2001-04-01"'), changed_at,
        changed_by from strategic_review_entry where sheet = 'equality' order by version desc limit 1`.execute(db)
    const seen = seenOn((await ann.get(sheet('equality'))).body)
    const kept = { seen, basis: 'Counts of March', ...day('again', 2001) }
    assert.equal((await ann.post(sheet('equality'), kept)).status, 303)
    assert.equal((await ann.post(sheet('equality'), { ...kept, seen: '99', ...day('again', 2002) })).status, 400)
    const reply = await ann.post(sheet('staff-reply'), { seen: '0', ...day('on', 2190) })
    assert.match(reply.body, /The day on which the reply was given must be today or earlier/)
    const evidence = await ann.post(sheet('evidence/add'), { seen: '0', ...day('of', 2190) })
    assert.match(evidence.body, /The day of the evidence must be today or earlier/)
  })
})

describe('a question that is asked because of an answer', () => {
  const step = { seen: '0', title: 'Ask the cabinet', kind: 'work', owner: 'The director', ...day('starts', 2027) }

  it('is put to them when they first send the page, and is not a mistake of theirs', async () => {
    const { body } = await ann.get(sheet('plan/add'))
    const asked = /name="_asked" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const first = await ann.post(sheet('plan/add'), { ...step, _asked: asked })
    assert.equal(first.status, 400)
    assert.match(first.body, /What you chose asks for more/)
    assert.match(first.body, /<li>How many weeks does it take\?<\/li>/)
    assert.doesNotMatch(first.body, /There is a problem/)
    assert.match(first.body, /value="Ask the cabinet"/)
    const again = /name="_asked" value="([^"]+)"/.exec(first.body)?.[1] ?? ''
    assert.match((await ann.post(sheet('plan/add'), { ...step, _asked: again })).body, /Enter the number of weeks/)
    assert.equal((await ann.post(sheet('plan/add'), { ...step, _asked: again, weeks: '6' })).status, 303)
  })

  it('does not hide what is wrong with what was asked', async () => {
    const { body } = await ann.get(sheet('plan/add'))
    const asked = /name="_asked" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const refused = await ann.post(sheet('plan/add'), { ...step, title: '', _asked: asked })
    assert.match(refused.body, /Enter the step/)
    assert.match(refused.body, /What you chose asks for more/)
  })
})

describe('a list', () => {
  const option = { title: 'A mutual', model: 'mutual', description: 'Staff own and run it.' }

  it('takes entries, changes them and lets them go, and forgets nothing', async () => {
    assert.equal((await ann.post(sheet('options/add'), { seen: '0', ...option })).status, 303)
    const list = (await ann.get(sheet('options'))).body
    const entry = /sheets\/options\/([\w-]+)">A mutual/.exec(list)?.[1] ?? assert.fail('it is not there')
    const { body } = await ann.get(sheet(`options/${entry}`))
    const changed = { seen: seenOn(body), ...option, title: 'A mutual of the staff' }
    assert.equal((await ann.post(sheet(`options/${entry}`), changed)).status, 303)
    assert.equal((await ann.post(sheet(`options/${entry}/remove`), {})).status, 303)
    assert.doesNotMatch((await ann.get(sheet('options'))).body, /A mutual/)
    assert.equal((await ann.get(sheet(`options/${entry}`))).status, 404)
    const { rows } = await sql<{ titles: (string | null)[] }>`
      select jsonb_agg(content->>'title' order by version) as titles from strategic_review_entry where entry = ${entry}`.execute(
      server.services.db,
    )
    assert.deepEqual(rows[0]?.titles, ['A mutual', 'A mutual of the staff', null])
  })

  it('takes only whole entries, and no more than it may have', async () => {
    const thin = await ann.post(sheet('options/add'), { seen: '0', title: 'A mutual' })
    assert.equal(thin.status, 400)
    assert.match(thin.body, /value="A mutual"/)
    const add = async (title: string) => await ann.post(sheet('options/add'), { seen: '0', ...option, title })
    for (let count = 2; count < 20; count += 1) await add(`Mutual ${count}`)
    assert.match((await add('Mutual 20')).body, /no more than 20/)
  })

  it('takes no name twice, and keeps what was typed', async () => {
    const twice = await ann.post(sheet('options/add'), { seen: '0', ...option, title: ' mutual  7' })
    assert.equal(twice.status, 400)
    assert.match(twice.body, /<a href="#title">Another option of the longlist has this name\. Give this one another</)
    assert.match(twice.body, /Staff own and run it\./)
    const entry = /sheets\/options\/([\w-]+)">Mutual 8</.exec((await ann.get(sheet('options'))).body)?.[1]
    const seen = seenOn((await ann.get(sheet(`options/${entry}`))).body)
    const renamed = await ann.post(sheet(`options/${entry}`), { seen, ...option, title: 'Mutual 7' })
    assert.equal(renamed.status, 400)
    assert.equal((await ann.post(sheet(`options/${entry}`), { seen, ...option, title: 'Mutual eight' })).status, 303)
  })

  it('in which two had one name before can still be written in', async () => {
    await sql`
      insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
      select review_id, sheet, entry, version + 1, place, content || '{"title": "Mutual 5"}', changed_at, changed_by
      from strategic_review_entry where sheet = 'options' and content->>'title' = 'Mutual 6'`.execute(
      server.services.db,
    )
    const [, entry] = /sheets\/options\/([\w-]+)">Mutual 5</.exec((await ann.get(sheet('options'))).body) ?? []
    const seen = seenOn((await ann.get(sheet(`options/${entry}`))).body)
    const written = { seen, ...option, title: 'Mutual 5', description: 'Staff and users own it.' }
    assert.equal((await ann.post(sheet(`options/${entry}`), written)).status, 303)
  })
})

describe('two people on one page', () => {
  it('lose nothing where they answer other questions, and choose where they answer the same', async () => {
    const email = (await round.actor('ben')).email
    const asked = { email, roles: ['writer', 'scorer'], credentials: 'Youth worker', 'speaks-for': 'Staff' }
    assert.equal((await ann.post(`${review}/people`, asked)).status, 303)
    const seen = seenOn((await ann.get(sheet('service'))).body)
    const write = (who: TestBrowser, fields: Record<string, string>) =>
      who.post(sheet('service'), { seen, name: 'Youth service', ...fields })
    assert.equal((await write(ben, { users: 'Everybody from 11 to 25' })).status, 303)
    assert.equal((await write(ann, { duty: 'Section 507B' })).status, 303)
    const both = (await ann.get(sheet('service'))).body
    assert.match(both, /Everybody from 11 to 25/)
    assert.match(both, /Section 507B/)
    const clash = await write(ann, { users: 'Those from 13 to 19' })
    assert.equal(clash.status, 409)
    assert.match(clash.body, /Those from 13 to 19/)
    assert.match(clash.body, /Everybody from 11 to 25/)
    const chosen = {
      seen: seenOn(clash.body),
      name: 'Youth service',
      users: 'Those from 11 to 19',
      duty: 'Section 507B',
    }
    assert.equal((await ann.post(sheet('service'), chosen)).status, 303)
    assert.match((await ben.get(sheet('service'))).body, /Those from 11 to 19/)
  })
})

describe('the people of a review', () => {
  it('see it as far as their part in it, and others see nothing', async () => {
    const cai = await server.signedIn(round.people.cai)
    assert.equal((await cai.get(review)).status, 404)
    const email = (await round.actor('cai')).email
    await ann.post(`${review}/people`, { email, roles: ['reader'] })
    assert.match((await cai.get(sheet('service'))).body, /<fieldset class="govuk-fieldset" disabled>/)
    assert.equal((await cai.post(sheet('service'), { seen: '0', name: 'Mine' })).status, 404)
    assert.equal((await cai.get(sheet('options/add'))).status, 404)
    assert.equal((await cai.post(`${review}/people`, { email, roles: ['lead'] })).status, 404)
    await ann.post(`${review}/people/remove`, { person: round.people.cai })
    assert.equal((await cai.get(review)).status, 404)
  })

  it('are told once, and always have somebody who leads', async () => {
    const { email } = await round.actor('ben')
    await ann.post(`${review}/people`, { email, roles: ['writer'] })
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from message where kind = 'review-invitation' and recipient = ${email}`.execute(
      server.services.db,
    )
    assert.equal(rows[0]?.count, 1)
    const last = await ann.post(`${review}/people/remove`, { person: round.people.ann })
    assert.match(last.body, /Somebody must lead the review/)
    assert.match((await ann.post(`${review}/people`, { email: 'nobody', roles: ['reader'] })).body, /correct format/)
    const unknown = await ann.post(`${review}/people`, { email, roles: ['scorer'] })
    assert.match(unknown.body, /what they know/)
    assert.match(unknown.body, /<h2[^>]*>Change /, 'still of somebody who is there')
    assert.doesNotMatch(unknown.body, /<h2[^>]*>Add somebody/)
    assert.match(last.body, /<h2[^>]*>Change /)
    assert.ok(last.body.includes(`value="${(await round.actor('ann')).email}"`), 'nothing is lost')
  })
})

describe('the engagement plan and log', () => {
  const dayOf = (at: Date) => ({
    'on-day': String(at.getUTCDate()),
    'on-month': String(at.getUTCMonth() + 1),
    'on-year': String(at.getUTCFullYear()),
  })
  const daysFromNow = (days: number) => dayOf(new Date(server.services.clock().getTime() + days * 86_400_000))
  const talk = { seen: '0', title: 'Meeting with <youth workers>', group: 'staff' }
  const heard = { people: '12', said: 'They would rather stay.', done: 'It was costed.' }

  it('has as taken place only what has come, and as planned only what has not', async () => {
    const add = sheet('engagement/add')
    const early = await ann.post(add, { ...talk, state: 'took-place', ...heard, ...daysFromNow(2) })
    assert.equal(early.status, 400)
    assert.match(early.body, /must be today or earlier\. If it is still to come, say that it is planned/)
    assert.match(early.body, />They would rather stay\.<\/textarea>/)
    const late = await ann.post(add, { ...talk, state: 'planned', asks: 'What they need', ...daysFromNow(-2) })
    assert.equal(late.status, 400)
    assert.match(late.body, /must be today or later\. If it has taken place, say so/)
    assert.equal((await ann.post(add, { ...talk, state: 'took-place', ...heard, ...daysFromNow(-2) })).status, 303)
    const planned = { ...talk, title: 'Evening for users', state: 'planned', asks: 'What they need' }
    assert.equal((await ann.post(add, { ...planned, ...daysFromNow(2) })).status, 303)
    const { body } = await ann.get(sheet('engagement'))
    assert.match(body, /It took place[\s\S]*It is planned/)
    assert.match((await ann.get(`${review}/report/whole`)).body, /What they will be asked/)
  })

  it('asks what is missing by its name', async () => {
    const { body } = await ann.post(sheet('engagement/add'), {
      ...talk,
      state: 'took-place',
      title: '',
      ...daysFromNow(-2),
    })
    for (const message of ['Enter what it is', 'Enter the number of people', 'Enter what they said'])
      assert.ok(body.includes(message), message)
    assert.match((await ann.post(sheet('engagement/add'), talk)).body, /Select whether it took place/)
  })

  it('takes no advice of a day to come', async () => {
    const advice = { seen: '0', title: 'VAT', field: 'vat', by: 'A firm', says: 'Exempt.', done: 'Costed.' }
    const early = await ann.post(sheet('advice/add'), { ...advice, ...daysFromNow(2) })
    assert.match(early.body, /The day of the advice must be today or earlier/)
    assert.equal((await ann.post(sheet('advice/add'), { ...advice, ...daysFromNow(-2) })).status, 303)
  })
})

describe('the words of the report', () => {
  it('are kept as they were typed when the whole page is sent, each field under a name of its own', async () => {
    const { body } = await ann.get(sheet('report'))
    const page = body.slice(body.indexOf('<main'))
    const names = [...page.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name)
    assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted())
    const listed = /name="_asked" value="([^"]+)"/.exec(body)?.[1] ?? ''
    assert.ok(listed.split(' ').includes('asked'))
    const asked = 'To agree in principle.'
    assert.equal((await ann.post(sheet('report'), { seen: '0', _asked: listed, asked })).status, 303)
    const { body: kept } = await ann.get(sheet('report'))
    assert.match(kept, />To agree in principle\.<\/textarea>/)
  })
})
