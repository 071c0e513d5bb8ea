import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { cast } from '../../../../tests/access/cast.ts'
import { places } from '../../../../tests/access/places.ts'
import { seededWorld } from '../../../../tests/access/seeded-world.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'

const life = lastFirst({ after })
const now = new Date('2026-12-14T09:00:00Z')
const server = await testServer(life, await freshDatabase(life, seededWorld), { clock: () => now })
const { db, newId } = server.services
await publishedBefore()
const { fund, round, listed } = places.ours
const all = `/manage/funds/${fund}/${round}/requests`
const one = `${all}/1`
const log = `/funds/${fund}/${round}/disclosures`
const because = 'To tell the scores of those who were declined would harm them for no gain of the public'

const team = await server.signedIn(cast.team.id, { secondStep: true })
const second = await colleague()
const visitor = server.visitor()
const auditor = await server.signedIn(cast.auditor.id, { secondStep: true })

/** A letter on the page, to be copied; '' where there is none. */
const letterIn = (body: string, name: string): string =>
  new RegExp(`${name}\\s*</span>[\\s\\S]*?app-kept-lines">([\\s\\S]*?)</p>`).exec(body)?.[1] ?? ''

/** The world is written at the time of the machine, which may be after that of this service. */
async function publishedBefore(): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update round set published_at = ${now}::timestamptz - interval '60 days'
      where published_at is not null`.execute(tx)
  })
}

/** Another of the programme team. */
async function colleague(): Promise<TestBrowser> {
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    select ${newId()}::uuid, ${cast.stranger.id}::uuid, id, 'programme-team', ${now} from fund where slug = ${fund}`.execute(
    db,
  )
  return await server.signedIn(cast.stranger.id, { secondStep: true })
}

const day = (name: string, [date, month, year]: readonly [string, string, string]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

const asked = {
  kind: 'foi',
  ...day('received', ['12', '11', '2026']),
  from: 'Sam Resident',
  text: 'What did the application of Exbridge score? Regards, Sam Resident',
  applications: listed,
  decision: 'yes',
}

describe('a request for information', () => {
  it('is refused with what was typed kept', async () => {
    const answer = await team.post(`${all}/new`, { ...asked, kind: 'press', text: '', applications: 'DD-2026-ZZZZ9' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /Enter the day that was named/)
    assert.match(answer.body, /Enter what is asked/)
    assert.match(answer.body, /No application of this round that was submitted has the reference DD-2026-ZZZZ9/)
    assert.match(answer.body, /value="Sam Resident"/)
  })

  it('is logged with the day by which the law wants it answered, and is late from the day after', async () => {
    const answer = await team.post(`${all}/new`, asked)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, one)
    const { body } = await team.get(one)
    // 13, 16-20, 23-27 November; the 30th is one in Scotland; 1-4, 7-11 December are 20.
    assert.match(body, /11 December 2026\. Within 20 working days \(Freedom of Information Act 2000, section 10\)/)
    assert.match(body, new RegExp(`/manage/funds/${fund}/${round}/applications/${listed}`))
    assert.match((await team.get(`${all}?state=late`)).body, /1 request</)
    assert.match((await team.get('/home')).body, /Was due 11 December 2026/)
    const letter = letterIn(body, 'Letter that it has come')
    for (const words of [asked.text, 'our number 1', 'received on 12 November 2026', 'no later than 11 December 2026'])
      assert.ok(letter.includes(words), words)
    assert.equal(letterIn(body, 'Letter with the answer'), '')
    assert.equal(letterIn((await auditor.get(one)).body, 'Letter that it has come'), '')
  })

  it('is found by words, kind, state and application', async () => {
    for (const query of ['query=exbridge', `query=${listed.toLowerCase()}`, 'kind=foi', 'state=open', 'state=nonsense'])
      assert.match((await team.get(`${all}?${query}`)).body, /Request 1</, query)
    for (const query of ['query=%25', 'kind=press', 'state=published'])
      assert.doesNotMatch((await team.get(`${all}?${query}`)).body, /Request 1</, query)
  })

  it('runs no time while a question back waits, and begins it anew with the answer', async () => {
    const wrong = await team.post(`${one}/ask-back`, { question: ' ', ...day('asked', ['11', '11', '2026']) })
    assert.equal(wrong.status, 400)
    for (const words of [/Enter what you asked back/, /Enter the day on which you asked/])
      assert.match(wrong.body, words)
    const question = { question: 'Which application do you mean?', ...day('asked', ['13', '11', '2026']) }
    assert.equal((await team.post(`${one}/ask-back`, question)).status, 303)
    assert.equal((await team.post(`${one}/ask-back`, question)).status, 400)
    assert.match((await team.get(one)).body, /No time runs since 13 November 2026/)
    assert.match((await team.get(all)).body, /No time runs since 13 November 2026/)
    assert.doesNotMatch((await team.get(all)).body, /ue 11 December/)
    assert.doesNotMatch((await team.get(`${all}?state=late`)).body, /Request 1</)
    assert.doesNotMatch((await team.get('/home')).body, /Was due/)
    assert.equal((await team.post(`${one}/hear-back`, day('heard', ['12', '11', '2026']))).status, 400)
    // 16-20, 23-27 November without the 30th; 1-4, 7-11, and the 14th of December are 20 after the 13th.
    assert.equal((await team.post(`${one}/hear-back`, day('heard', ['13', '11', '2026']))).status, 303)
    assert.match((await team.get(one)).body, /14 December 2026\. Within 20 working days/)
    assert.doesNotMatch((await team.get(`${all}?state=late`)).body, /Request 1</)
    assert.match((await team.get('/home')).body, /14 December 2026/)
  })

  it('has an exemption with reasons where something is withheld', async () => {
    const draft = { shown: '0', outcome: 'refused', answer: 'We do not tell scores.' }
    const bare = await team.post(`${one}/drafts`, draft)
    assert.equal(bare.status, 400)
    assert.match(bare.body, /Enter the exemption you rely on to withhold something/)
    assert.match(bare.body, /We do not tell scores\./)
    const thin = await team.post(`${one}/drafts`, { ...draft, 'exemption-0': 's43', 'reason-0': because })
    assert.equal(thin.status, 400)
    assert.match(thin.body, /Explain how you weighed the public interest/)
    const whole = { ...draft, 'exemption-0': 's43', 'reason-0': because, 'interest-0': because }
    assert.equal((await team.post(`${one}/drafts`, whole)).status, 303)
    assert.match((await team.get(one)).body, /Section 43: Commercial interests/)
    // One exemption is used, so that the others are folded away; a fault in the second opens them.
    assert.doesNotMatch((await team.get(one)).body, /<details[^>]* open/)
    const twice = await team.post(`${one}/drafts`, { ...whole, shown: '1', 'exemption-1': 's40' })
    assert.match(twice.body, /<details[^>]* open[\s\S]*id="reason-1-error"/)
    const stale = await second.post(`${one}/drafts`, whole)
    assert.equal(stale.status, 400)
    assert.match(stale.body, /Somebody has saved another draft meanwhile/)
    assert.match(stale.body, /We do not tell scores\./)
  })

  it('waits under Your work for others of the team once it is drafted', async () => {
    const waits = async (who: TestBrowser) =>
      /Request 1 about[\s\S]*?<strong class="govuk-tag[^"]*">\s*([^<]*?)\s*<\/strong>/.exec(
        (await who.get('/home')).body,
      )?.[1]
    assert.deepEqual([await waits(team), await waits(second)], ['Waits for a second person', 'To clear'])
  })

  it('is cleared by a second person, and sent after that', async () => {
    const sent = day('answered', ['11', '12', '2026'])
    const own = await team.post(`${one}/clear`, { shown: '1' })
    assert.equal(own.status, 400)
    assert.match(own.body, /A second person clears a draft: you saved this one/)
    assert.equal((await team.post(`${one}/answer`, sent)).status, 400)
    assert.equal((await second.post(`${one}/clear`, { shown: '0' })).status, 400)
    assert.match((await team.get(one)).body, /A second person of the team clears it/)
    await sql`update role_assignment set ended_at = ${now}
      where role = 'programme-team' and person_id <> ${cast.team.id}::uuid and ended_at is null`.execute(db)
    assert.match((await team.get(one)).body, /Nobody else is on the programme team/)
    await sql`update role_assignment set ended_at = null where ended_at = ${now}`.execute(db)
    assert.equal(letterIn((await team.get(one)).body, 'Letter with the answer'), '', 'not before it is cleared')
    assert.equal((await second.post(`${one}/clear`, { shown: '1' })).status, 303)
    // What section 17(1), (3) and (7) of the Act ask of a notice: the exemption, why, the public interest, and what one can do.
    assert.equal(
      letterIn((await team.get(one)).body, 'Letter with the answer'),
      [
        '14 December 2026',
        'Your request for information of 12 November 2026 (our number 1)',
        'We have looked at your request under the Freedom of Information Act 2000, and refuse it. We say below why.',
        'We do not tell scores.',
        `We rely on section 43 (commercial interests). ${because}`,
        `On the public interest: ${because}`,
        'If you are not content with this, write to us within 40 working days and ask for an internal review. If you are not content after that, you can complain to the Information Commissioner: https://ico.org.uk/make-a-complaint/',
      ].join('\n\n'),
    )
    assert.equal(letterIn((await team.get(one)).body, 'Letter that it has come'), '')
    const { body } = await team.get('/home')
    assert.match(body, /Request 1 about[\s\S]*?To send/)
    assert.doesNotMatch((await second.get('/home')).body, /Request 1 about/)
    assert.equal((await team.post(`${one}/answer`, day('answered', ['15', '12', '2026']))).status, 400)
    assert.equal((await team.post(`${one}/answer`, day('answered', ['1', '11', '2026']))).status, 400)
    assert.equal((await team.post(`${one}/answer`, sent)).status, 303)
    assert.equal((await team.post(`${one}/answer`, sent)).status, 400)
    assert.doesNotMatch((await team.get(`${all}?state=late`)).body, /Request 1</)
  })

  it('is in the disclosure log once it is published, without who asked', async () => {
    assert.match((await visitor.get(log)).body, /Nothing is published yet/)
    const told = { 'published-asked': asked.text, 'published-answer': 'We do not tell scores.' }
    const refused = await team.post(`${one}/publish`, told)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Take out Sam Resident: it shows who asked/)
    const redacted = { ...told, 'published-asked': 'What did an application score?' }
    assert.equal((await team.post(`${one}/publish`, redacted)).status, 303)
    assert.equal((await team.post(`${one}/publish`, redacted)).status, 400)
    const { body } = await visitor.get(log)
    assert.match(body, /What did an application score\?/)
    assert.match(body, /It is refused/)
    assert.doesNotMatch(body, /Sam|Exbridge/)
    assert.match((await visitor.get(`${log}?query=nothing+has+it`)).body, /Nothing that is published has these words/)
  })

  it('is given to somebody of the team alone', async () => {
    assert.equal((await team.post(`${one}/owner`, { owner: cast.auditor.id })).status, 400)
    assert.equal((await team.post(`${one}/owner`, { owner: cast.stranger.id })).status, 303)
  })

  it('is exported, and stands as it was', async () => {
    const csv = await team.get(`${all}.csv`)
    const read = readCsv(new TextEncoder().encode(csv.body), ['Number', 'Due on', 'Outcome', 'Published'])
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.map(({ cells }) => ({ ...cells })),
      [{ Number: '1', 'Due on': '2026-12-14', Outcome: 'It is refused', Published: 'true' }],
    )
    await assert.rejects(sql`update information_request set asked = 'Nothing'`.execute(db), /never altered/)
    await assert.rejects(sql`delete from request_answer`.execute(db), /never altered/)
    const { rows } = await sql<{ action: string }>`
      select action from audit_event where object_type = 'request' order by at, id`.execute(db)
    assert.deepEqual(
      rows.map(({ action }) => action),
      [
        'request.logged',
        'request.asked-back',
        'request.heard-back',
        'request.drafted',
        'request.cleared',
        'request.answered',
        'request.published',
        'request.given',
      ],
    )
  })
})
