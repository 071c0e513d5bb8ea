import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { verify } from '../../../../tests/support/verify-exported.ts'
import { type PackManifest, packPartNames } from '../../../core/evidence/index.ts'
import { seedPersonId } from '../../../seeds/people.ts'

const life = lastFirst({ after })
const path = '/manage/funds/example-fund/finished-round/evidence'
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const because = 'No other award would be in the North'
let round: AssessedRound
let auditor: TestBrowser
let team: TestBrowser

type Files = Readonly<Record<string, Uint8Array>>
let bytes: Buffer
let files: Files

/** The archive as it came, and its files by another reader. */
async function pack(names: 'shown' | 'replaced', who = auditor): Promise<readonly [bytes: Buffer, files: Files]> {
  const { body } = await who.get(path)
  const csrf = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
  const response = await round.app.inject({
    method: 'POST',
    url: `${path}/pack`,
    payload: new URLSearchParams({ names, _csrf: csrf }).toString(),
    headers: {
      host: 'localhost:3000',
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
  })
  assert.equal(response.statusCode, 200, response.body.slice(0, 500))
  assert.equal(Number(response.headers['content-length']), response.rawPayload.length)
  return [response.rawPayload, unzipSync(new Uint8Array(response.rawPayload))]
}

const textOf = (path: string, from: Files = files): string => {
  const file = from[path]
  assert.ok(file, path)
  return strFromU8(file)
}
const json = (path: string, from: Files = files) => JSON.parse(textOf(path, from))

before(async () => {
  round = await assessedRound(life, { stage: 'published' })
  const { services } = round
  const id = async (role: 'programme' | 'auditor') =>
    await services.db.transaction().execute(async (tx) => await seedPersonId(tx, services, role, services.clock()))
  auditor = await round.signedIn(await id('auditor'))
  team = await round.signedIn(await id('programme'))
  await team.get('/manage/funds/example-fund/finished-round/assessment/moderation')
  await addConcerns()
  ;[bytes, files] = await pack('shown')
})

/** An invitation, a sign-off, a debrief and a complaint of the first application that asked for none by itself. */
async function addConcerns(): Promise<void> {
  await round.services.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const first = sql`(select a.id, a.lead_id, p.id as person_id from application a, person p
      where a.round_id = ${round.roundId}::uuid and a.state = 'submitted'
      and not exists (select from debrief d where d.application_id = a.id)
      and not exists (select from complaint c where c.application_id = a.id) order by a.reference, p.id limit 1) f`
    await sql`insert into invitation (round_id, organisation_id, invited_at)
      select ${round.roundId}::uuid, lead_id, now() from ${first}`.execute(tx)
    await sql`insert into sign_off (application_id, kind, organisation_id, name, email, asked_at, asked_by)
      select id, 'section-151', lead_id, 'An Officer', 'officer@example.gov.uk', now(), person_id from ${first}`.execute(
      tx,
    )
    await sql`insert into debrief (application_id, asked_at, asked_by, wants, times)
      select id, now(), person_id, 'The score for outcomes', 'Any Monday' from ${first}`.execute(tx)
    await sql`insert into complaint (id, application_id, number, reference, organisation_id, grounds, words, wanted,
        made_at, made_by, acknowledge_by, reply_by)
      select gen_random_uuid(), id, 1, 'C-1', lead_id, '{rule}', 'A rule was not kept to', 'Score it again', now(),
        person_id, current_date, current_date from ${first}`.execute(tx)
  })
}

const departureOf = (decidedBy: string) => ({
  rule: 'spread',
  reason: because,
  decidedBy,
  decidedAt: '2026-11-20T09:00:00.000Z',
})

/** A member of the panel departs from the portfolio, in the recommendation and in the decision record that repeats it. */
async function departInRecommendation(member: string): Promise<void> {
  const departure = JSON.stringify(departureOf(member))
  await round.services.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`
      with changed as (select round_id, jsonb_set(outcomes::jsonb, '{0,departure}', ${departure}::jsonb)::text as outcomes
        from panel_recommendation)
      update panel_recommendation p
      set outcomes = c.outcomes, sha256 = encode(sha256(convert_to(c.outcomes, 'UTF8')), 'hex')
      from changed c where c.round_id = p.round_id`.execute(tx)
    await sql`
      with changed as (select round_id, jsonb_set(document::jsonb, '{recommendation,outcomes,0,departure}',
        ${departure}::jsonb)::text as document from decision)
      update decision d set document = c.document, sha256 = encode(sha256(convert_to(c.document, 'UTF8')), 'hex')
      from changed c where c.round_id = d.round_id`.execute(tx)
  })
}

/** The made-up decision departs from what was recommended, as one of people might. @returns of which application */
async function departInDecision(): Promise<string> {
  const departure = departureOf('A Minister')
  await round.services.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`
      with changed as (select round_id, jsonb_set(document::jsonb, '{applications,0,departure}',
        ${JSON.stringify(departure)}::jsonb)::text as document from decision)
      update decision d set document = c.document, sha256 = encode(sha256(convert_to(c.document, 'UTF8')), 'hex')
      from changed c where c.round_id = d.round_id`.execute(tx)
  })
  const { rows } = await sql<{ reference: string }>`
    select document::jsonb #>> '{applications,0,reference}' as reference from decision`.execute(round.services.db)
  return rows[0]?.reference ?? ''
}

describe('an evidence pack', () => {
  it('holds what its manifest says, each file with its hash', () => {
    const manifest: PackManifest = json('manifest.json')
    assert.deepEqual(
      Object.keys(files).sort(),
      [...manifest.files.map((file) => file.path), 'manifest.json', 'SHA256SUMS'].sort(),
    )
    for (const { path: name, bytes: size, sha256: hash } of manifest.files)
      assert.deepEqual([size, hash], [files[name]?.length, sha256(files[name] ?? '')], name)
    for (const line of textOf('SHA256SUMS').trim().split('\n')) {
      const [hash, name] = line.split('  ')
      assert.equal(hash, sha256(files[name ?? ''] ?? ''), line)
    }
    assert.match(manifest.note, /made up/)
    assert.match(textOf('README.md'), /made up/)
  })

  it('has what was asked and complained of, in its words', () => {
    const [debriefs, complaints, signOffs] = ['debriefs', 'complaints', 'sign-offs'].map((name) => json(`${name}.json`))
    const debrief = debriefs.find(({ wants }: { wants: string }) => wants === 'The score for outcomes')
    const complaint = complaints.find(({ complaint: reference }: { complaint: string }) => reference === 'C-1')
    assert.deepEqual([debrief?.proposed, debrief?.notes], [[], []])
    assert.deepEqual([complaint?.grounds, complaint?.review], [['rule'], null])
    assert.ok(
      signOffs.some(({ state, signedAt }: { state: string; signedAt: null }) => state === 'asked' && signedAt === null),
    )
    assert.ok(!textOf('sign-offs.json').includes('officer@example.gov.uk'), 'addresses are not needed')
  })

  it('has in each list what its schema says, and something in each that this round has', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    for (const { path: name, schema } of (json('manifest.json') as PackManifest).files) {
      if (schema === null) continue
      const check = ajv.compile({ ...json(schema), $id: name })
      assert.ok(check(json(name)), `${name}: ${JSON.stringify(check.errors?.slice(0, 3))}`)
    }
    assert.ok(ajv.compile(json('schemas/manifest.json'))(json('manifest.json')))
    const empty = packPartNames.filter((name) => json(name).length === 0)
    // What only people would do after that, or before.
    const may = [
      'timetable',
      'deadline',
      'tried',
      'approvals',
      'funders-told',
      'departures',
      'absences',
      'answers',
      'choices',
      'letters',
      'feedback',
    ]
    assert.deepEqual(
      empty.filter((name) => !may.some((begin) => name.includes(begin))),
      [],
    )
  })

  it('has every application with all that was sent, of which the hash is that of its receipt', async () => {
    const { rows } = await sql<{ reference: string; sha256: string }>`
      select a.reference, s.sha256 from submission s join application a on a.id = s.application_id
      where a.round_id = ${round.roundId}::uuid and a.mode = 'live' order by a.reference, s.number`.execute(
      round.services.db,
    )
    const sent: { reference: string; sha256: string; content: unknown }[] = json('submissions.json')
    assert.ok(rows.length > 20)
    assert.deepEqual(
      sent.map(({ reference, sha256: hash }) => ({ reference, sha256: hash })),
      rows,
    )
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([one], [other]) => (one < other ? -1 : 1))
                .map(([key, member]) => [key, sorted(member)]),
            )
          : value
    for (const { content, sha256: hash } of sent) assert.equal(sha256(JSON.stringify(sorted(content))), hash)
  })

  it('says who read which scores', () => {
    const readings: { action: string; facts: { page: string }; by: string }[] = json('readings.json')
    const people: { id: string; name: string }[] = json('people.json')
    const seen = readings.find(({ facts }) => facts.page.endsWith('/assessment/moderation'))
    assert.ok(seen)
    assert.ok(people.some(({ id, name }) => id === seen.by && name !== ''))
  })

  it('replays in a fresh process, from its own files', () => {
    const assessment = verify(textOf('assessment.json'))
    assert.deepEqual(
      assessment.checks.filter(({ same }) => !same),
      [],
    )
    const decision = verify(textOf('decision/record.json'))
    assert.deepEqual([decision.ok, decision.firstBroken], [true, null])
    const trail = verify(textOf('audit-trail.json'))
    assert.deepEqual([trail.ok, trail.firstBroken], [true, null])
    assert.equal(trail.events, json('audit-trail.json').events.length)
    assert.ok(trail.events > 30)
  })

  it('has a trail in which a byte that was changed is found', () => {
    const text = textOf('audit-trail.json')
    const at = text.indexOf('"timetable.published"') + 3
    assert.ok(at > 3)
    const changed = verify(`${text.slice(0, at)}x${text.slice(at + 1)}`)
    assert.equal(changed.ok, false)
    assert.match(changed.firstBroken?.text ?? '', /^event \d+ is not as it was sealed$/)
  })

  it('has the decision as it was hashed', async () => {
    const { rows } = await sql<{ sha256: string }>`
      select sha256 from decision where round_id = ${round.roundId}::uuid`.execute(round.services.db)
    assert.equal(sha256(files['decision/record.json'] ?? ''), rows[0]?.sha256)
  })

  it('is the same bytes for the same state, and stands in the log with its hashes', async () => {
    const [again] = await pack('shown')
    assert.ok(again.equals(bytes))
    const { rows } = await sql<{ facts: { sha256: string; files: Record<string, string> } }>`
      select facts from audit_event where action = 'evidence.pack-made' order by at, id`.execute(round.services.db)
    assert.equal(rows.length, 2)
    for (const { facts } of rows) {
      assert.equal(facts.sha256, sha256(bytes))
      assert.equal(facts.files['rules.json'], sha256(files['rules.json'] ?? ''))
    }
    const { body } = await auditor.get(path)
    for (const file of [bytes, files['applications.json'] ?? '']) {
      const groups = sha256(file).match(/.{8}/g) ?? []
      assert.ok(body.includes(groups.map((group) => `<span>${group}</span> `).join('')))
    }
  })

  it('names nobody who scored where names are replaced, once the assessment is bound', async () => {
    const refused = await auditor.post(`${path}/pack`, { names: 'replaced' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Bind what is published of the assessment/)
    assert.equal((await team.post('/manage/funds/example-fund/finished-round/assessment/export')).status, 303)
    const [, replaced] = await pack('replaced')
    const scored: { id: string; name: string; roles: string[] }[] = json('people.json').filter(
      ({ roles }: { roles: string[] }) => roles.some((role) => role === 'assessor' || role === 'panel-member'),
    )
    assert.ok(scored.length > 5)
    const names = new Map(json('people.json', replaced).map(({ id, name }: { id: string; name: string }) => [id, name]))
    for (const { id, name } of scored) {
      assert.match(String(names.get(id)), /^(Assessor|Panel member|Official) \d+$/)
      for (const file of ['assessment.json', 'people.json', 'interviews/scores.json', 'readings.json'])
        assert.equal(textOf(file, replaced).includes(name), false, `${file}: ${name}`)
    }
    assert.equal(verify(textOf('assessment.json', replaced)).ok, true)
  })
})

describe('the trail of an application', () => {
  it('has what happened to it in the order of time, with who and its hash', async () => {
    const [award] = json('awards/awards.json')
    const { status, body } = await auditor.get(`${path}/trail/${award.reference}`)
    assert.equal(status, 200)
    assert.match(body, /Application submitted/)
    assert.match(body, /Award offered/)
    const times = [...body.matchAll(/<time datetime="([^"]*)"/g)].map(([, at]) => at ?? '')
    assert.deepEqual(times, [...times].sort())
    assert.ok(/<code class="app-hash">[0-9a-f]{64}</.test(body))
    assert.equal((await auditor.get(`${path}/trail/DD-2026-NONE0`)).status, 404)
    const whole = await auditor.get(`${path}/trail`)
    assert.match(whole.body, /Round rules sealed/)
    assert.match(whole.body, /Showing 1 to \d+ of \d+/)
  })
})

describe('a departure from what was recommended', () => {
  it('is told by the pseudonym of its author in every file but those that stay as they were hashed', async () => {
    const people: { id: string; name: string; roles: string[] }[] = json('people.json')
    const members = people.filter(({ roles }) => roles.some((role) => role === 'assessor' || role === 'panel-member'))
    const author = members.find(({ roles }) => roles.includes('panel-member'))
    assert.ok(author)
    await departInRecommendation(author.name)
    const [, replaced] = await pack('replaced')
    const naming = new Set(
      Object.keys(replaced).filter((file) => members.some(({ name }) => textOf(file, replaced).includes(name))),
    )
    assert.deepEqual([...naming], ['decision/record.json'])
    const pseudonym = json('people.json', replaced).find(({ id }: { id: string }) => id === author.id).name
    const [{ outcomes }] = json('decision/recommendation.json', replaced)
    for (const by of [JSON.parse(outcomes)[0].departure, ...json('departures.json', replaced)])
      assert.equal(by.decidedBy, pseudonym)
    assert.match(textOf('README.md', replaced), /`decision\/record.json` still names people/)
    assert.doesNotMatch(textOf('README.md'), /still names people/)
    const [, shown] = await pack('shown')
    assert.ok(textOf('departures.json', shown).includes(author.name))
  })

  it('is told with its rule, its reason and its author', async () => {
    const before = json('departures.json', (await pack('shown'))[1]).length
    const reference = await departInDecision()
    const [, changed] = await pack('shown')
    const departures: { stage: string; reference: string; rule: string; reason: string; decidedBy: string }[] = json(
      'departures.json',
      changed,
    )
    assert.equal(departures.length, before + 1)
    const departure = departures.find(({ stage, reason }) => stage === 'decision' && reason === because)
    assert.deepEqual(
      [departure?.stage, departure?.reference, departure?.rule, departure?.decidedBy],
      ['decision', reference, 'spread', 'A Minister'],
    )
  })
})
