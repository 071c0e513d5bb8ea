import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  exampleFund,
  fundPath,
  people,
  roundId,
  roundPath,
  typedTimetable,
} from '../../../tests/support/example-fund.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { sealRound } from '../../../tests/support/seal-round.ts'
import type { TestBrowser, TestServer } from '../../../tests/support/server.ts'
import { workloadFields } from '../../../tests/support/workload-fields.ts'

const now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let team: TestBrowser
let lga: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await exampleFund(life, () => now)
  team = await server.signedIn(people.team)
  lga = await server.signedIn(people.lgaFunder)
})

type Shown = { organisation: string; subject: string; round: string; shown: string }

/** The forms on the approvals page, as this person is shown them. */
async function formsFor(browser: TestBrowser): Promise<readonly Shown[]> {
  const { body } = await browser.get(`${fundPath}/approvals`)
  const hidden = (form: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
  return [...body.matchAll(/<form action="[^"]*\/approvals"[\s\S]*?<\/form>/g)].map(([form]) => ({
    organisation: hidden(form, 'organisation'),
    subject: hidden(form, 'subject'),
    round: hidden(form, 'round'),
    shown: hidden(form, 'shown'),
  }))
}

const approvals = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) from funder_approval`.execute(server.services.db)
  return rows[0]?.count ?? 0
}

const approve = async (form: Shown | undefined, browser = lga) => {
  assert.ok(form)
  return await browser.post(`${fundPath}/approvals`, form)
}

describe('approving', () => {
  it('offers to a funder’s representative its own quote and rules, and to nobody else', async () => {
    assert.deepEqual(
      (await formsFor(lga)).map(({ organisation, subject }) => `${organisation} ${subject}`),
      ['LGA quote', 'LGA rules'],
    )
    assert.deepEqual(await formsFor(team), [])
  })

  it('refuses an approval for another funder, or by the programme team', async () => {
    const [quote] = await formsFor(lga)
    const solace = await server.signedIn(people.solaceFunder)
    assert.equal((await approve(quote, solace)).status, 404)
    assert.equal((await approve(quote, team)).status, 404)
    assert.equal(await approvals(), 0)
  })

  it('refuses what has changed since it was shown, and asks to read it again', async () => {
    const [quote] = await formsFor(lga)
    await team.post(`${fundPath}/funders/LGA`, { quote: 'A greater chance.', 'quote-speaker': 'The chair' })
    const answer = await approve(quote)
    assert.equal(answer.status, 400)
    assert.match(answer.body, /has changed since you were shown it/)
    assert.equal(await approvals(), 0)
  })

  it('records what was shown once, however often it is sent, and two at once', async () => {
    const [quote] = await formsFor(lga)
    const answers = await Promise.all([approve(quote), approve(quote)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    assert.equal(await approvals(), 1)
  })

  it('asks again after an edit, and says that it was approved before', async () => {
    await team.post(`${fundPath}/funders/LGA`, { quote: 'The greatest chance.', 'quote-speaker': 'The chair' })
    const { body } = await lga.get(`${fundPath}/approvals`)
    assert.match(body, /Changed since it was approved/)
    assert.equal((await formsFor(lga)).filter(({ subject }) => subject === 'quote').length, 1)
  })
})

describe('not approving', () => {
  const reason = 'The quote says more than our board has agreed to say of it'
  const refuse = async (form: Shown | undefined, why: string, browser = lga) => {
    assert.ok(form)
    return await browser.post(`${fundPath}/approvals/refuse`, { ...form, reason: why })
  }
  const quote = async () => (await formsFor(lga)).find(({ subject }) => subject === 'quote')
  const mails = async (): Promise<readonly { recipient: string; subject: string; body: string }[]> =>
    (
      await sql<{ recipient: string; subject: string; body: string }>`
        select recipient, subject, body from message where kind = 'funder-refused' order by created_at, id`.execute(
        server.services.db,
      )
    ).rows

  it('takes a reason of substance, which is not lost', async () => {
    const answer = await refuse(await quote(), 'No <way>')
    assert.equal(answer.status, 400)
    assert.match(answer.body, /href="#reason-LGA-quote">Explain why you do not approve it, in at least 8 words/)
    assert.match(answer.body, /<details[^>]* open[\s\S]*No &lt;way&gt;<\/textarea>/)
    const stale = await refuse({ ...((await quote()) as Shown), shown: 'other' }, reason)
    assert.equal(stale.status, 400)
    assert.match(stale.body, /This has changed since you were shown it/)
    assert.match(stale.body, new RegExp(`${reason}</textarea>`))
    assert.deepEqual(await mails(), [])
  })

  it('tells the programme team why, once, and stands with the document as it was shown', async () => {
    const form = await quote()
    const both = [await refuse(form, reason), await refuse(form, reason)]
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    )
    const told = await mails()
    assert.equal(told.length, 1)
    assert.match(told[0]?.subject ?? '', /does not approve its quote/)
    assert.ok(told[0]?.body.includes(reason))
    const { body } = await team.get(`${fundPath}/approvals`)
    assert.match(body, /Refused/)
    assert.ok(body.includes(reason))
    assert.doesNotMatch(body, /Do not approve/)
    assert.equal((await refuse(form, reason, team)).status, 404)
  })

  it('leaves the funder free to approve, which is not refused any more', async () => {
    const form = await quote()
    assert.equal((await approve(form)).status, 303)
    const { body } = await team.get(`${fundPath}/approvals`)
    assert.ok(!body.includes(reason))
    const again = await refuse(form, `${reason} after all`)
    assert.equal(again.status, 400)
    assert.match(again.body, /This is approved already/)
    await team.post(`${fundPath}/funders/LGA`, { quote: 'The greatest of chances.', 'quote-speaker': 'The chair' })
    assert.ok(await quote(), 'another quote is asked for anew')
  })
})

describe('approving the rules', () => {
  const publish = async (slug: string, number: number, body: string): Promise<void> => {
    const { db } = server.services
    await sql`
      insert into public_page (id, round_id, slug, position)
      select gen_random_uuid(), id, ${slug}, 1 from round where slug = 'round-1' on conflict do nothing`.execute(db)
    await sql`
      insert into public_page_version (page_id, number, title, body, published_at, saved_at, change_note)
      select id, ${number}, 'Page', ${body}, ${now}, ${now}, 'Changed' from public_page where slug = ${slug}`.execute(
      db,
    )
  }
  const rules = async () => (await formsFor(lga)).find(({ subject }) => subject === 'rules')

  it('is asked for again when who may apply, or how it is scored, is published anew, and not for other pages', async () => {
    for (const slug of ['am-i-eligible', 'scoring']) {
      await publish(slug, 1, 'Councils.')
      assert.equal((await approve(await rules())).status, 303)
      assert.equal(await rules(), undefined, slug)
      await publish(slug, 2, 'Some councils.')
      const again = await rules()
      assert.ok(again, slug)
      assert.equal((await approve(again)).status, 303)
    }
    await publish('faqs', 1, 'Whatever.')
    assert.equal(await rules(), undefined)
    const { body } = await lga.get(`${fundPath}/approvals`)
    assert.match(body, /href="\/funds\/example-fund\/round-1\/scoring">Page, version 2</)
  })
})

describe('publishing', () => {
  it('names everything that is missing, and leaves the round as it was', async () => {
    const answer = await team.post(`${roundPath}/publish`, { reason: 'x' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /href="#need-opening-set"/)
    assert.match(answer.body, /href="#need-deadline-set"/)
    assert.match(answer.body, /id="need-deadline-set"/)
  })

  it('shows who has not approved, and goes on without them only for a reason, which is kept', async () => {
    await team.post(`${roundPath}/timetable`, typedTimetable)
    await sealRound(server.services, roundId)
    const page = await team.get(`${roundPath}/publish`)
    assert.match(page.body, /Local Government Association has not approved its quote/)
    assert.match(page.body, /Society of Local Authority Chief Executives has not approved the rules/)
    const refused = await team.post(`${roundPath}/publish`, { reason: ' ' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /href="#reason"/)
    assert.equal((await team.post(`${roundPath}/publish`, { reason: 'Agreed at the board' })).status, 303)
    const { rows } = await sql<{ facts: { reason: string; unapproved: unknown[] } }>`
      select facts from audit_event where action = 'round.published'`.execute(server.services.db)
    assert.equal(rows[0]?.facts.reason, 'Agreed at the board')
    assert.equal(rows[0]?.facts.unapproved.length, 3)
  })

  it('publishes once', async () => {
    const answer = await team.post(`${roundPath}/publish`, { reason: 'again' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /published already/)
  })

  it('asks from then on why the timetable, the details or the fund change', async () => {
    const later = { ...typedTimetable, 'deadline-at-day': '12' }
    const refused = await team.post(`${roundPath}/timetable`, later)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /href="#reason"/)
    assert.equal((await team.post(`${roundPath}/timetable`, { ...later, reason: 'Half term' })).status, 303)
    const { rows } = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'round.timetable-changed' order by at desc, id desc limit 1`.execute(
      server.services.db,
    )
    assert.deepEqual(rows[0]?.facts, {
      changes: { deadlineAt: { from: '2027-02-10T17:00:00.000Z', to: '2027-02-12T17:00:00.000Z' } },
      reason: 'Half term',
    })
  })

  it('no longer lets the address of the round change', async () => {
    const form = await team.get(`${roundPath}/change`)
    assert.match(form.body, /Why is it changing/)
    const answer = await team.post(`${roundPath}/change`, { name: 'Round 1', slug: 'moved', reason: 'x' })
    assert.match(answer.body, /its address must stay as it is/)
  })
})

describe('the details of a public round', () => {
  const asTheyAre = {
    name: 'Round 1',
    slug: 'round-1',
    'contact-email': 'fund@example.gov.uk',
    'eligible-kinds': ['county', 'unitary'],
    ...workloadFields,
  }
  const changes = async (): Promise<readonly unknown[]> => {
    const { rows } = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'round.changed' order by at, id`.execute(server.services.db)
    return rows.map(({ facts }) => facts)
  }

  it('need no reason to stay as they are, in whatever order the kinds are kept', async () => {
    assert.equal((await team.post(`${roundPath}/change`, asTheyAre)).status, 303)
    assert.deepEqual(await changes(), [])
  })

  it('change for a reason, which is kept with them', async () => {
    const longer = { ...asTheyAre, 'minutes-per-application': '90' }
    assert.equal((await team.post(`${roundPath}/change`, longer)).status, 400)
    assert.equal((await team.post(`${roundPath}/change`, { ...longer, reason: 'As announced' })).status, 303)
    assert.deepEqual(await changes(), [
      { changes: { minutesPerApplication: { from: 60, to: 90 } }, reason: 'As announced' },
    ])
  })

  it('do not let who may lead change, for whatever reason', async () => {
    const fewer = { ...asTheyAre, 'minutes-per-application': '90', 'eligible-kinds': 'unitary', reason: 'Fewer' }
    const answer = await team.post(`${roundPath}/change`, fewer)
    assert.equal(answer.status, 400)
    assert.match(answer.body, /who may lead is locked/)
    assert.equal((await changes()).length, 1)
  })
})

describe('funders', () => {
  it('come from the register, and made-up ones only for made-up funds', async () => {
    const found = await team.get(`${fundPath}/funders/new?q=hartle`)
    assert.match(found.body, /organisation=HPL/)
    assert.doesNotMatch((await team.get(`${fundPath}/funders/new?q=made`)).body, /X-MADE-UP/)
    const answer = await team.post(`${fundPath}/funders/new`, { organisation: 'X-MADE-UP' })
    assert.equal(answer.status, 400)
  })

  it('are added after the others, not twice, and removed with what they approved', async () => {
    const fields = { organisation: 'HPL', 'contribution-pounds': '5,000' }
    assert.equal((await team.post(`${fundPath}/funders/new`, fields)).status, 303)
    const again = await team.post(`${fundPath}/funders/new`, fields)
    assert.match(again.body, /Hartlepool is a funder of this fund already/)
    assert.match((await team.get(fundPath)).body, /Chief Executives[\s\S]*Hartlepool[\s\S]*£5,000/)
    assert.equal((await team.post(`${fundPath}/funders/LGA/remove`)).status, 303)
    assert.equal(await approvals(), 0)
    assert.equal((await team.post(`${fundPath}/funders/LGA/remove`)).status, 404)
  })
})
