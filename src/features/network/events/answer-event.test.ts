import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  managedNetworkAddress,
  type NetworkAtWork,
  networkAddress,
  networkAtWork,
  type Somebody,
} from '../../../../tests/support/network-at-work.ts'
import { fundById } from '../../funds/index.ts'
import { takeAnswer } from './answer-event.ts'

const life = lastFirst({ after })

const typed = {
  title: 'Mutuals in practice',
  about: 'Two councils tell. <script>alert(1)</script>',
  held: 'online',
  place: 'Video call',
  joining: 'https://meet.example/secret',
  'starts-day': '1',
  'starts-month': '7',
  'starts-year': '2027',
  'starts-clock': '2pm',
  'ends-day': '1',
  'ends-month': '7',
  'ends-year': '2027',
  'ends-clock': '3:30pm',
  capacity: '1',
}

describe('events of a network', () => {
  let world: NetworkAtWork
  let id = ''
  before(async () => {
    world = await networkAtWork(life)
    const { location = '' } = await world.team.browser.post(`${managedNetworkAddress}/events/new`, typed)
    id = location.split('/').at(-1) ?? ''
  })
  type Mail = {
    readonly kind: string
    readonly body: string
    readonly calendar: { readonly method: string; readonly content: string } | null
  }
  const mailTo = async ({ email }: Somebody): Promise<readonly Mail[]> => {
    const { rows } = await sql<Mail>`select kind, body, calendar from message
      where recipient = ${email} and kind like 'network.event%' order by id`.execute(world.services.db)
    return rows
  }
  const unfolded = (mail: Mail | undefined): string => mail?.calendar?.content.replaceAll('\r\n ', '') ?? ''
  const event = () => `${networkAddress}/events/${id}`
  const answer = async ({ browser }: Somebody, said: string) =>
    await browser.post(`${event()}/answer`, { answer: said })

  it('invite every member with an event for the calendar, and do not say how to join', async () => {
    const [mail] = await mailTo(world.holder)
    assert.equal(mail?.kind, 'network.event-invited')
    assert.match(unfolded(mail), /METHOD:REQUEST[\s\S]*SEQUENCE:0[\s\S]*DTSTART:20270701T130000Z/)
    assert.doesNotMatch(`${mail?.body}${unfolded(mail)}`, /meet\.example/)
    assert.doesNotMatch((await world.holder.browser.get(event())).body, /meet\.example/)
    assert.deepEqual(await mailTo(world.stranger), [])
    assert.equal((await world.stranger.browser.get(event())).status, 404)
  })

  it('give whoever comes first a place, tell them how to join, and let the next wait', async () => {
    assert.doesNotMatch((await world.peer.browser.get(event())).body, /Every place is taken/)
    await answer(world.holder, 'going')
    assert.match(
      (await world.peer.browser.get(event())).body,
      /1 of 1 taken[\s\S]*Every place is taken[\s\S]*waiting list/,
    )
    assert.doesNotMatch((await world.holder.browser.get(event())).body, /Every place is taken/)
    await answer(world.peer, 'going')
    const place = (await mailTo(world.holder)).at(-1)
    assert.equal(place?.kind, 'network.event-place')
    assert.match(place?.body ?? '', /meet\.example/)
    assert.match(unfolded(place), /SEQUENCE:1[\s\S]*PARTSTAT=ACCEPTED;RSVP=FALSE/)
    const waits = (await mailTo(world.peer)).at(-1)
    assert.equal(waits?.kind, 'network.event-waiting')
    assert.doesNotMatch(waits?.body ?? '', /meet\.example/)
    assert.match((await world.holder.browser.get(event())).body, /meet\.example/)
    const waiting = await world.peer.browser.get(event())
    assert.match(waiting.body, /On the waiting list/)
    assert.doesNotMatch(waiting.body, /meet\.example/)
    assert.equal((await world.peer.browser.get(`${event()}/event.ics`)).status, 404)
    assert.match((await world.holder.browser.get(`${event()}/event.ics`)).body, /BEGIN:VEVENT/)
  })

  it('show markup as text', async () => {
    const { body } = await world.peer.browser.get(event())
    assert.match(body, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.doesNotMatch(body, /<script>alert/)
  })

  it('are never over capacity, whatever is asked of the database', async () => {
    const { db } = world.services
    const over = sql`update network_place set state = 'going' where event_id = ${id}::uuid and state = 'waiting'`
    await assert.rejects(over.execute(db), /the event is full/)
    await assert.rejects(
      sql`update network_place set state = 'waiting' where event_id = ${id}::uuid and state = 'going' and false`
        .execute(db)
        .then(() => sql`update network_event set capacity = 0 where id = ${id}::uuid`.execute(db)),
    )
  })

  it('move whoever waits up when a place is given up, and take it out of the calendar of whoever gave it up', async () => {
    await answer(world.holder, 'declined')
    const given = (await mailTo(world.holder)).at(-1)
    assert.equal(given?.kind, 'network.event-given-up')
    assert.match(unfolded(given), /METHOD:CANCEL[\s\S]*SEQUENCE:2/)
    const up = (await mailTo(world.peer)).at(-1)
    assert.equal(up?.kind, 'network.event-moved-up')
    assert.match(up?.body ?? '', /meet\.example/)
  })

  it('are answered from the link of a mail without signing in; opening it changes nothing', async () => {
    const [invited] = await mailTo(world.holder)
    const link = /\/event-answers\/[^\s]+/.exec(invited?.body ?? '')?.[0] ?? ''
    const visitor = world.visitor()
    const opened = await visitor.get(link)
    assert.match(opened.body, /You are not coming[\s\S]*Every place is taken/)
    assert.doesNotMatch(opened.body, /meet\.example/)
    const path = link.split('?')[0] ?? ''
    assert.equal((await visitor.post(path, { answer: 'going' })).status, 303)
    assert.match((await visitor.get(path)).body, /You are on the waiting list/)
    const answered = (await visitor.get(path)).body
    assert.match(answered, /name="answer" type="radio" value="going" checked/, 'whoever waits has said yes')
    assert.equal((await visitor.get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status, 404)
    assert.equal((await visitor.post(path, { answer: 'perhaps' })).status, 400)
  })

  it('with more room let whoever waits in, and never have less room than people', async () => {
    const change = `${managedNetworkAddress}/events/${id}/change`
    assert.equal(
      (await world.team.browser.post(change, { ...typed, capacity: '2', title: 'Mutuals, twice' })).status,
      303,
    )
    assert.equal((await mailTo(world.holder)).at(-1)?.kind, 'network.event-moved-up')
    const { status, body } = await world.team.browser.post(change, { ...typed, capacity: '1' })
    assert.equal(status, 400)
    assert.match(body, /2 people have a place already: enter 2 or more/)
  })

  it('keep materials that are what they say, for members alone', async () => {
    const materials = `${managedNetworkAddress}/events/${id}/materials`
    const bad = await world.team.browser.postFiles(materials, {}, [
      { field: 'materials', name: 'slides.pdf', body: '<script>' },
    ])
    assert.equal(bad.status, 400)
    assert.match(bad.body, /but is not a PDF file/)
    const good = await world.team.browser.postFiles(materials, {}, [
      { field: 'materials', name: 'notes.txt', body: 'Notes of the day' },
    ])
    assert.equal(good.status, 303)
    assert.match((await world.holder.browser.get(event())).body, /notes\.txt/)
  })

  it('are cancelled with a reason, for everybody who has not declined', async () => {
    const cancel = `${managedNetworkAddress}/events/${id}/cancel`
    assert.equal((await world.team.browser.post(cancel, { why: ' ' })).status, 400)
    assert.equal((await world.team.browser.post(cancel, { why: 'The speaker is ill' })).status, 303)
    const last = (await mailTo(world.peer)).at(-1)
    assert.match(last?.body ?? '', /The speaker is ill/)
    assert.match(unfolded(last), /METHOD:CANCEL/)
    assert.equal((await answer(world.peer, 'declined')).status, 400)
  })
})

it('takes attendance of those with a place once the event has begun', async (t) => {
  const world = await networkAtWork(lastFirst(t))
  const { db } = world.services
  const { location = '' } = await world.team.browser.post(`${managedNetworkAddress}/events/new`, typed)
  const id = location.split('/').at(-1) ?? ''
  await world.holder.browser.post(`${networkAddress}/events/${id}/answer`, { answer: 'going' })
  const { body } = await world.team.browser.get(location)
  assert.doesNotMatch(body, /Nobody is invited yet/)
  assert.ok(body.indexOf('Has a place') < body.indexOf('Not answered'), 'those who come stand first')
  assert.doesNotMatch(body, />Came</, 'nobody has come yet')
  const came = { came: world.holder.id }
  assert.equal((await world.team.browser.post(`${location}/attendance`, came)).status, 400)
  await sql`update network_event set starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'
    where id = ${id}::uuid`.execute(db)
  assert.equal((await world.team.browser.post(`${location}/attendance`, came)).status, 303)
  const { rows } = await sql<{ attended: boolean | null }>`
    select attended from network_place where event_id = ${id}::uuid order by attended nulls last`.execute(db)
  assert.deepEqual(rows[0], { attended: true })
  assert.ok(rows.slice(1).every(({ attended }) => attended === null))
})

it('says of an event that is over how one answered, and neither how to join nor how to answer', async (t) => {
  const world = await networkAtWork(lastFirst(t))
  const { db } = world.services
  const { location = '' } = await world.team.browser.post(`${managedNetworkAddress}/events/new`, typed)
  const id = location.split('/').at(-1) ?? ''
  const page = `${networkAddress}/events/${id}`
  const { rows } = await sql<{ body: string }>`select body from message
    where kind = 'network.event-invited' and recipient = ${world.holder.email}`.execute(db)
  const link = /\/event-answers\/[^\s?]+/.exec(rows[0]?.body ?? '')?.[0] ?? ''
  assert.match((await world.visitor().get(link)).body, /You have not answered\.[\s\S]*Will you come\?/)
  await world.holder.browser.post(`${page}/answer`, { answer: 'going' })
  assert.match(
    (await world.holder.browser.get(page)).body,
    /You have a place[\s\S]*meet\.example[\s\S]*Add it to your cal/,
  )
  await sql`update network_event set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
    where id = ${id}::uuid`.execute(db)
  const { body } = await world.holder.browser.get(page)
  assert.match(body, /You had a place/)
  assert.doesNotMatch(body, /meet\.example|How to join|Add it to your calendar|Will you come/)
  assert.match((await world.holder.browser.get(`${networkAddress}/events`)).body, /Past events[\s\S]*You had a place/)
  const linked = (await world.visitor().get(link)).body
  assert.match(linked, /The event is over\. You had a place\./)
  assert.doesNotMatch(linked, /An email says how to join|Will you come/)
})

it('gives the last place to one of two who answer at once', async (t) => {
  const world = await networkAtWork(lastFirst(t))
  const { services } = world
  const { location = '' } = await world.team.browser.post(`${managedNetworkAddress}/events/new`, typed)
  const eventId = location.split('/').at(-1) ?? ''
  const fund = await fundById(services.db, world.fundId)
  assert.ok(fund)
  const going = ({ id, email }: Somebody) =>
    services.db.transaction().execute((tx) =>
      takeAnswer(tx, services, {
        fund,
        person: { personId: id, name: '', email },
        eventId,
        answer: 'going',
        via: 'page',
        at: services.clock(),
      }),
    )
  const states = await Promise.all([going(world.holder), going(world.peer)])
  assert.deepEqual(states.map((each) => (each.ok ? each.value : '')).sort(), ['going', 'waiting'])
})
