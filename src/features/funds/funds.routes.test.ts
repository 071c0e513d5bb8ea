import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleFund, fundPath, people, roundPath, typedTimetable } from '../../../tests/support/example-fund.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import type { TestBrowser, TestServer } from '../../../tests/support/server.ts'
import { workloadFields } from '../../../tests/support/workload-fields.ts'

const now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let team: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await exampleFund(life, () => now)
  team = await server.signedIn(people.team)
})

const audited = async (action: string): Promise<readonly { actorId: string; facts: Record<string, unknown> }[]> => {
  const { rows } = await sql<{ actorId: string; facts: Record<string, unknown> }>`
    select actor_id as "actorId", facts from audit_event where action = ${action} order by at, id`.execute(
    server.services.db,
  )
  return rows
}

const fundFields = {
  name: 'New fund',
  slug: 'new-fund',
  'award-type': 'grant',
  'budget-pounds': '£2,000,000',
  places: '24',
  'cap-pounds': '90,000',
  vat: 'included',
}

describe('setting a fund up', () => {
  it('makes whoever sets it up the first of its programme team', async () => {
    const administrator = await server.signedIn(people.administrator)
    const answer = await administrator.post('/manage/funds/new', fundFields)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/manage/funds/new-fund')
    const page = await administrator.get('/manage/funds/new-fund')
    assert.equal(page.status, 200)
    assert.match(page.body, /£2,000,000/)
    assert.equal((await audited('fund.created')).length, 1)
    const first = { name: 'First', slug: 'first', 'eligible-kinds': ['unitary'], ...workloadFields }
    assert.equal((await administrator.post('/manage/funds/new-fund/new-round', first)).status, 303)
    const check = await administrator.get('/manage/funds/new-fund/first/publish')
    assert.match(check.body, /No funder is named yet, so nobody has approved anything/)
  })

  it('only warns that £2m is less than 24 places at £90,000', async () => {
    const administrator = await server.signedIn(people.administrator)
    await administrator.post('/manage/funds/new', { ...fundFields, slug: 'neighbourhoods' })
    const page = await administrator.get('/manage/funds/neighbourhoods')
    assert.match(page.body, /£160,000 less than every place at the cap/)
  })

  it('gives back what was typed with everything that is wrong', async () => {
    const administrator = await server.signedIn(people.administrator)
    const typed = { ...fundFields, slug: 'Wrong Slug', places: 'ten', summary: 'Two\nlines <b>' }
    const answer = await administrator.post('/manage/funds/new', typed)
    assert.equal(answer.status, 400)
    assert.match(answer.body, /<title>Error: /)
    assert.match(answer.body, /href="#slug"/)
    assert.match(answer.body, /href="#places"/)
    assert.match(answer.body, /value="Wrong Slug"/)
    assert.match(answer.body, /value="ten"/)
    assert.match(answer.body, /Two\nlines &lt;b&gt;<\/textarea>/)
  })

  it('does not give two funds one address', async () => {
    const administrator = await server.signedIn(people.administrator)
    const answer = await administrator.post('/manage/funds/new', { ...fundFields, slug: 'example-fund' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /Another fund has this address/)
  })

  it('keeps what changed, from what and to what', async () => {
    const answer = await team.post(`${fundPath}/change`, {
      ...fundFields,
      name: 'Example fund',
      'award-type': 'support-in-kind',
      'budget-pounds': '1000000',
      places: '12',
      'cap-pounds': '100000',
      vat: 'not-stated',
      'senior-officer-name': 'A. Officer',
    })
    assert.equal(answer.status, 303)
    const [event] = await audited('fund.changed')
    assert.deepEqual(event?.facts, { changes: { places: { from: 10, to: 12 } }, reason: '' })
    assert.equal(event?.actorId, people.team)
  })
})

describe('setting a round up', () => {
  it('keeps the timetable in UTC and shows it with its zone', async () => {
    const answer = await team.post(`${roundPath}/timetable`, typedTimetable)
    assert.equal(answer.status, 303)
    const page = await team.get(roundPath)
    assert.match(page.body, /5:00pm GMT on Wednesday 10 February 2027/)
    const { rows } = await sql<{
      deadline: Date
    }>`select deadline_at as deadline from round where slug = 'round-1'`.execute(server.services.db)
    assert.deepEqual(rows[0]?.deadline, new Date('2027-02-10T17:00:00Z'))
  })

  it('gives a timetable back as typed with all that is wrong', async () => {
    const wrong = {
      ...typedTimetable,
      'deadline-at-year': '2025',
      'deadline-at-clock': '17.00',
      'opens-at-day': '31',
      'opens-at-month': 'Feb',
    }
    const answer = await team.post(`${roundPath}/timetable`, wrong)
    assert.equal(answer.status, 400)
    assert.match(answer.body, /Opens: the date must be a real date/)
    assert.match(answer.body, /value="Feb"/)
    assert.match(answer.body, /value="17\.00"/)
    const past = await team.post(`${roundPath}/timetable`, { ...typedTimetable, 'deadline-at-year': '2025' })
    assert.match(past.body, /the deadline must be in the future/)
  })

  it('asks for the days of interviews until its rules of assessment hold none, and again once they do', async () => {
    const asked = async () => {
      const body = async (page: string) => (await team.get(`${roundPath}/${page}`)).body
      const [timetable, change, workload] = [await body('timetable'), await body('change'), await body('workload')]
      return [
        timetable.includes('id="interviews-from-on"'),
        timetable.includes('hold no interviews'),
        change.includes('Minutes for each interview'),
        workload.includes('Panel hours in all'),
      ]
    }
    const say = async (held: 'yes' | 'no', revision: string) => {
      const section = `${roundPath}/rules/sections/interviews`
      const answer = await team.post(section, { held, written: '60', quorum: '3', invited: '', revision })
      assert.equal(answer.status, 303, answer.body)
    }
    assert.deepEqual(await asked(), [true, false, true, true])
    await say('no', '0')
    assert.deepEqual(await asked(), [false, true, false, false])
    const changed = await team.post(`${roundPath}/timetable`, typedTimetable)
    assert.equal(changed.status, 303, changed.body)
    await say('yes', '1')
    assert.deepEqual(await asked(), [true, false, true, true])
  })

  it('copies a round without its timetable, under a name and an address of its own', async () => {
    const form = await team.get(`${fundPath}/new-round?copy=round-1`)
    assert.match(form.body, /Copy Round 1/)
    const fields = {
      copy: 'round-1',
      name: 'Round 2',
      slug: 'round-2',
      'contact-email': 'fund@example.gov.uk',
      'eligible-kinds': ['unitary'],
      ...workloadFields,
    }
    assert.equal((await team.post(`${fundPath}/new-round`, fields)).location, `${fundPath}/round-2`)
    const { rows } = await sql`
      select 1 from round one join round two on two.form_version_id = one.form_version_id
      where one.slug = 'round-1' and two.slug = 'round-2' and two.deadline_at is null`.execute(server.services.db)
    assert.equal(rows.length, 1)
    const again = await team.post(`${fundPath}/new-round`, fields)
    assert.equal(again.status, 400)
    assert.match(again.body, /Another round of this fund has this address/)
  })

  it('shows hours and days at each number of applications', async () => {
    const page = await team.get(`${roundPath}/workload`)
    assert.equal(page.status, 200)
    // 40 applications, three readers, an hour each.
    assert.match(page.body, /Assessor hours in all<\/th><td[^>]*>60<\/td><td[^>]*>120<\/td><td[^>]*>240</)
  })
})

describe('who sees what', () => {
  const pages = [fundPath, `${fundPath}/approvals`, roundPath, `${roundPath}/workload`, `${roundPath}/invitations`]
  const forms = [
    `${fundPath}/change`,
    `${fundPath}/new-round`,
    `${fundPath}/funders/new`,
    `${fundPath}/funders/LGA`,
    `${roundPath}/change`,
    `${roundPath}/timetable`,
    `${roundPath}/publish`,
    `${roundPath}/invitations/choose`,
    `${roundPath}/invitations/contacts`,
  ]

  it('shows every page and form to the programme team', async () => {
    for (const path of [...pages, ...forms]) assert.equal((await team.get(path)).status, 200, path)
  })

  it('shows pages but no forms to funders and auditors', async () => {
    for (const person of [people.lgaFunder, people.auditor]) {
      const browser = await server.signedIn(person)
      for (const path of pages) assert.equal((await browser.get(path)).status, 200, path)
      for (const path of forms) assert.equal((await browser.get(path)).status, 404, path)
    }
  })

  it('shows nothing of it to another fund’s team, an assessor, somebody without a role, or a visitor', async () => {
    for (const person of [people.otherTeam, people.assessor, people.nobody]) {
      const browser = await server.signedIn(person)
      for (const path of [...pages, ...forms]) assert.equal((await browser.get(path)).status, 404, path)
    }
    for (const path of [...pages, ...forms]) {
      const answer = await server.visitor().get(path)
      assert.deepEqual([answer.status, answer.location?.startsWith('/sign-in')], [303, true], path)
    }
  })

  it('lists to each the funds of theirs, and all to an administrator', async () => {
    const listed = async (person: string) => (await (await server.signedIn(person)).get('/manage')).body
    assert.match(await listed(people.team), /Example fund/)
    assert.doesNotMatch(await listed(people.team), /Other fund/)
    assert.match(await listed(people.otherTeam), /Other fund/)
    assert.match(await listed(people.administrator), /Example fund[\s\S]*Other fund/)
  })

  it('changes nothing for another fund’s team', async () => {
    const other = await server.signedIn(people.otherTeam)
    const before = (await audited('fund.changed')).length
    for (const path of [
      ...forms,
      `${fundPath}/funders/LGA/remove`,
      `${fundPath}/approvals`,
      `${roundPath}/invitations`,
    ]) {
      assert.equal((await other.post(path, fundFields)).status, 404, path)
    }
    assert.equal((await audited('fund.changed')).length, before)
  })
})
