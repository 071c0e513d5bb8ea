import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { addDomains, ensurePerson, saveMembership } from '../../accounts/index.ts'
import { tellOutcomes } from '../telling/tell-outcomes.ts'

const life = lastFirst({ after })
const record = exampleRecord(await openHighs())
const day = 86_400_000
let now = new Date()
const tellAt = new Date(now.getTime() + 300_000)
let round: DecidedRound
let team: TestBrowser
let auditor: TestBrowser
let ids = { team: '', auditor: '' }
const list = '/manage/funds/example-fund/finished-round/decisions/debriefs'

before(async () => {
  const decided = { awards: 2, reserves: 2, pounds: 60_000, reserveExpiresOn: '2099-09-30', tellAt }
  round = await decidedRound(life, record, decided, { clock: () => now, applications: 12, assessors: 4 })
  const { services } = round
  const people = await services.db.transaction().execute(async (tx) => ({
    team: await seedPersonId(tx, services, 'programme', now),
    auditor: await seedPersonId(tx, services, 'auditor', now),
  }))
  ids = people
  await later(0)
})

/** Lets days pass, after which people sign in again. */
async function later(days: number): Promise<void> {
  now = new Date(now.getTime() + days * day)
  team = await round.signedIn(ids.team)
  auditor = await round.signedIn(ids.auditor)
}

/** Somebody of the lead of an application, signed in. */
async function leadOf(index: number) {
  const application = round.applications[index]
  assert.ok(application)
  const { leadId, reference } = application
  const { db, newId } = round.services
  const email = `lea.dwyer@${leadId.toLowerCase()}.example`
  const id = await db.transaction().execute(async (tx) => {
    const { person } = await ensurePerson(tx, { id: newId(), email, name: 'Lea Dwyer', jobTitle: 'Officer', at: now })
    await addDomains(tx, leadId, [`${leadId.toLowerCase()}.example`])
    const times = { requestedAt: now, decidedAt: now, decidedBy: null }
    await saveMembership(tx, { personId: person.id, organisationId: leadId, state: 'confirmed', ...times })
    return person.id
  })
  const address = `/applications/${reference}/debrief`
  return { browser: await round.signedIn(id), email, reference, address, managed: `${list}/applications/${reference}` }
}

/** The events that somebody was sent, in order, as an independent library reads them. */
async function eventsTo(email: string) {
  const { rows } = await sql<{ content: string }>`
    select calendar ->> 'content' as content from message where recipient = ${email} and kind = 'debrief-time'
    order by created_at, id`.execute(round.services.db)
  return rows.map(({ content }) => {
    const calendar = new ICAL.Component(ICAL.parse(content))
    const event = calendar.getFirstSubcomponent('vevent')
    assert.ok(event)
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event.getFirstPropertyValue('uid'),
      sequence: event.getFirstPropertyValue('sequence'),
    }
  })
}

const timeIn = (days: number, seen: string) => {
  const { day: date, month, year } = ukParts(new Date(now.getTime() + days * day))
  const moment = { 'starts-day': date, 'starts-month': month, 'starts-year': year, 'starts-clock': '2pm' }
  return { ...moment, minutes: '45', place: 'https://meet.example/abc', seen }
}

const says = ({ status, body }: { readonly status: number; readonly body: string }, words: RegExp): void =>
  assert.ok(
    words.test(body),
    `${words} in ${status}: ${body
      .slice(body.indexOf('<main'))
      .replaceAll(/<[^>]*>|\s+/g, ' ')
      .slice(0, 600)}`,
  )

describe('a debrief', () => {
  it('is asked for once, after everybody was told, with what was typed kept where it is refused', async () => {
    const lead = await leadOf(2)
    const wanted = { wants: 'How costs were judged', times: 'Monday at 2pm\nTuesday at 10am' }
    const early = await lead.browser.post(lead.address, wanted)
    says(early, /once everybody is told what was decided/)
    assert.ok(early.body.includes('How costs were judged'))
    now = new Date(tellAt.getTime() + 1000)
    await tellOutcomes(round.services)
    const empty = await lead.browser.post(lead.address, { wants: ' ', times: 'Mondays' })
    assert.equal(empty.status, 400)
    assert.ok(empty.body.includes('href="#wants"') && empty.body.includes('Mondays'))
    assert.equal((await lead.browser.post(lead.address, wanted)).status, 303)
    says(await lead.browser.post(lead.address, wanted), /has asked for a debrief already/)
    says(await team.get(list), />Waits</)
    says(await auditor.get(lead.managed), /How costs were judged/)
    assert.equal((await auditor.post(`${lead.managed}/note`, { note: 'x' })).status, 404)
    const stranger = await leadOf(3)
    assert.equal((await stranger.browser.get(lead.address)).status, 404)
    assert.equal((await team.post(lead.address, wanted)).status, 404)
  })

  it('has a time with an event, which a later one moves; of two who propose one is told', async () => {
    const lead = await leadOf(2)
    const unsafe = await team.post(`${lead.managed}/time`, { ...timeIn(2, '0'), place: 'ftp://meet.example' })
    assert.match(unsafe.body, /Enter a room, or an address that begins with https:/)
    const wrong = await team.post(`${lead.managed}/time`, { ...timeIn(-2, '0'), minutes: '', place: ' ' })
    for (const words of [/a time that is still to come/, /how long it takes/, /a link, or a room/]) says(wrong, words)
    assert.equal((await team.post(`${lead.managed}/time`, timeIn(3, '0'))).status, 303)
    const file = await lead.browser.get(`${lead.address}.ics`)
    assert.equal(file.status, 200)
    const inFile = new ICAL.Component(ICAL.parse(file.body)).getFirstSubcomponent('vevent')
    const [sent] = await eventsTo(lead.email)
    assert.deepEqual([inFile?.getFirstPropertyValue('uid'), inFile?.getFirstPropertyValue('sequence')], [sent?.uid, 0])
    assert.equal((await (await leadOf(3)).browser.get(`${lead.address}.ics`)).status, 404)
    says(await lead.browser.get(lead.address), /Add it to your calendar/)
    const second = await team.post(`${lead.managed}/time`, timeIn(5, '0'))
    says(second, /proposed another time while you read/)
    assert.ok(second.body.includes('https://meet.example/abc'))
    const { body } = await team.get(lead.managed)
    assert.equal((await team.post(`${lead.managed}/time`, timeIn(4, hiddenIn(body, 'seen')))).status, 303)
    const [first, moved, ...more] = await eventsTo(lead.email)
    assert.deepEqual([first?.method, first?.sequence, moved?.method, moved?.sequence], ['REQUEST', 0, 'REQUEST', 1])
    assert.equal(first?.uid, moved?.uid)
    assert.equal(more.length, 0)
    assert.equal((await eventsTo('samira.khan@programme.example')).length, 2)
    says(await lead.browser.get('/home'), /Debrief of <span class="app-whole">DD-/)
    says(await lead.browser.get(lead.address), /https:\/\/meet\.example\/abc/)
    says(await lead.browser.get(lead.address), /, 2pm to 2:45pm (GMT|BST)\s*</)
    says(
      await lead.browser.get(lead.address),
      /ask for another time: <a[^>]*><span[^>]*>example\.fund<wbr>@programme\.example</,
    )
    assert.doesNotMatch((await team.get('/home')).body, /Debriefs of/)
  })

  it('is closed after its time, with what came of it and what was said', async () => {
    const early = await leadOf(2)
    says(await team.post(`${early.managed}/close`, { outcome: 'held', note: 'All well' }), /Close it after its time/)
    await later(5)
    const lead = await leadOf(2)
    says(await team.get('/home'), /1 is over: say what came of it/)
    says(await team.post(`${lead.managed}/close`, { outcome: '', note: 'All well' }), /Say what came of it/)
    assert.equal((await team.post(`${lead.managed}/note`, { note: 'They asked about costs' })).status, 303)
    assert.equal((await team.post(`${lead.managed}/close`, { outcome: 'held', note: 'All well' })).status, 303)
    says(await lead.browser.get(lead.address), /Held/)
    assert.ok(!(await lead.browser.get(lead.address)).body.includes('They asked about costs'))
    says(await auditor.get(lead.managed), /They asked about costs/)
    const late = await team.post(`${lead.managed}/answer`, { answer: 'A long answer' })
    says(late, /closed it meanwhile/)
    assert.ok(late.body.includes('A long answer'))
    await assert.rejects(sql`update debrief_note set note = 'Other'`.execute(round.services.db), /never altered/)
  })

  it('is answered in writing, or withdrawn with its event', async () => {
    const [one, two] = [await leadOf(1), await leadOf(3)]
    for (const { browser, address } of [one, two])
      assert.equal((await browser.post(address, { wants: 'Why?', times: 'Any' })).status, 303)
    says(await team.post(`${one.managed}/answer`, { answer: '' }), /Write an answer/)
    assert.equal((await team.post(`${one.managed}/answer`, { answer: 'Because of costs.' })).status, 303)
    says(await one.browser.get(one.address), /Because of costs\./)
    assert.equal((await team.post(`${two.managed}/time`, timeIn(3, '0'))).status, 303)
    assert.equal((await two.browser.post(`${two.address}/withdraw`, {})).status, 303)
    assert.deepEqual(
      (await eventsTo(two.email)).map(({ method, sequence }) => [method, sequence]),
      [
        ['REQUEST', 0],
        ['CANCEL', 1],
      ],
    )
    says(await two.browser.post(`${two.address}/withdraw`, {}), /This debrief is closed/)
  })

  it('that waits for too long is shown to the team', async () => {
    const lead = await leadOf(0)
    assert.equal((await lead.browser.post(lead.address, { wants: 'Terms', times: 'Any' })).status, 303)
    says(await team.get('/home'), /1 waits for an answer/)
    await later(6)
    says(await team.get('/home'), /1 waits for an answer, for over 5 days/)
    says(await team.get(list), /Waits too long/)
    says(await team.get('/manage/funds/example-fund/finished-round/decisions'), /1 wait, 1 too long/)
  })

  it('cannot be asked for after the last day, which is only put off, and whoever is late is told what to do', async () => {
    const shorter = await team.post(`${list}/window`, { days: '10', 'remind-days': '0' })
    for (const words of [/they have 28 days: enter that or more/, /whole number of days from 1 to 60/])
      says(shorter, words)
    await later(25)
    const lead = await leadOf(4)
    const late = await lead.browser.post(lead.address, { wants: 'Too late', times: 'Any' })
    says(late, /could be asked for until .* Write to example\.fund@programme\.example/)
    assert.ok(late.body.includes('Too late'))
    assert.equal((await team.post(`${list}/window`, { days: '40', 'remind-days': '5' })).status, 303)
    assert.equal((await lead.browser.post(lead.address, { wants: 'In time', times: 'Any' })).status, 303)
  })
})
