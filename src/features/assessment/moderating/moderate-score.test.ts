import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { seedRules } from '../../../seeds/round-rules.ts'
import { roundById, sealOf } from '../../funds/index.ts'
import { readProposal } from '../shortlisting/read-proposal.ts'
import { countedScores } from '../understanding/read-score-table.ts'
import { extrasOf, moderationsOf } from './moderation.store.ts'

let round: AssessedRound
let team: TestBrowser
let panel: TestBrowser
const life = lastFirst({ after })
const queue = () => `${round.path}/moderation`

before(async () => {
  round = await assessedRound(life, { applications: 70, assessors: 12, stage: 'closed' })
  const { db, clock } = round.services
  const idOf = (role: 'programme' | 'panel') =>
    db.transaction().execute(async (tx) => await seedPersonId(tx, round.services, role, clock()))
  team = await round.signedIn(await idOf('programme'))
  panel = await round.signedIn(await idOf('panel'))
})

const has = (body: string, words: RegExp) => assert.ok(words.test(body), String(words))

/** The ranks of the applications that a page of the queue shows, by reference. */
const ranksIn = (body: string): ReadonlyMap<string, string> =>
  new Map(
    [...body.matchAll(/moderation\/(DD-[\w-]+)".*?<\/tr>/gs)].map(([row, reference = '']) => {
      // The last three are rank, band and meeting; why stands before them where there is something to say.
      const rank = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.trim()).at(-3)
      return [reference, rank ?? '']
    }),
  )

/** What a page says of one thing in its list of facts. */
const factIn = (body: string, name: string): string =>
  new RegExp(`<dt[^>]*>\\s*${name}\\s*</dt>\\s*<dd[^>]*>\\s*(.*?)\\s*</dd>`, 's').exec(body)?.[1] ?? ''

const scores = async () => {
  const seal = await sealOf(round.services.db, round.roundId)
  assert.ok(seal)
  return await countedScores(round.services.db, round.roundId, rulesIn(seal.document))
}

const referenceOf = async (id: string): Promise<string> => {
  const { rows } = await sql<{ reference: string }>`
    select reference from application where id = ${id}::uuid`.execute(round.services.db)
  return rows[0]?.reference ?? ''
}

describe('the queue of the moderation meeting', () => {
  it('has every application with a spread as wide as the rules say, worked out by another way', async () => {
    const { body } = await team.get(queue())
    const meeting = body.split('>One more assessor would matter most</h2>')[0] ?? ''
    const byCriterion = Map.groupBy(
      await scores(),
      ({ applicationId, criterionId }) => `${applicationId} ${criterionId}`,
    )
    const wide = new Set<string>()
    for (const [key, of] of byCriterion) {
      const given = of.map(({ original }) => original).sort((one, other) => one - other)
      if ((given.at(-1) ?? 0) - (given[0] ?? 0) >= seedRules.moderation.spreadPoints) wide.add(key.split(' ')[0] ?? '')
    }
    assert.ok(wide.size > 0)
    for (const id of wide) assert.ok(meeting.includes(await referenceOf(id)))
    assert.equal(meeting.match(/Scores far apart/g)?.length, wide.size)
    for (const words of ['borderline', 'high', 'low'])
      assert.equal(meeting.match(new RegExp(`Drawn from the ${words} ones`, 'g'))?.length, 3)
  })

  it('has no column of why among the others, of whom nothing is to be said', async () => {
    const [meeting = '', others = ''] = (await team.get(queue())).body.split('>The others</h2>')
    assert.match(meeting, />Why<\/th>/)
    assert.match(others, />Rank<\/th>/)
    assert.doesNotMatch(others, />Why<\/th>/)
  })
})

describe('moderating a score', () => {
  let address: string
  let ranksAsGiven: ReadonlyMap<string, string>
  let first: Awaited<ReturnType<typeof scores>>[number]
  before(async () => {
    const found = (await scores()).find(({ points }) => points === 2)
    assert.ok(found)
    first = found
    address = `${queue()}/${await referenceOf(first.applicationId)}`
    ranksAsGiven = ranksIn((await panel.get(queue())).body)
  })
  const fields = (more: Record<string, string>) => ({ review: first.reviewId, criterion: first.criterionId, ...more })
  /** Sends what somebody decides of the score upon the page as it is now. */
  const moderate = async (who: TestBrowser, points: string, reason: string) => {
    const seen = hiddenIn(
      (await who.get(`${address}?score=${first.reviewId}.${first.criterionId}`)).body,
      'seen',
      `value="${first.reviewId}"><input type="hidden" name="criterion" value="${first.criterionId}"`,
    )
    return await who.post(`${address}/scores`, fields({ points, reason, seen }))
  }
  const now = async () =>
    (await scores()).find(
      ({ reviewId, criterionId }) => reviewId === first.reviewId && criterionId === first.criterionId,
    )

  it('shows what everybody gave, side by side', async () => {
    const { status, body } = await panel.get(address)
    assert.equal(status, 200)
    has(body, /Scores side by side/)
    has(body, /Read the application|Moderation/)
  })

  it('has one form, of the score that was chosen in the table, and none for another that there is not', async () => {
    const { body } = await panel.get(address)
    const link = `?score=${first.reviewId}.${first.criterionId}#moderate`
    assert.ok(body.includes(link))
    assert.doesNotMatch(body, /Save the moderated score/)
    const chosen = (await panel.get(`${address}?score=${first.reviewId}.${first.criterionId}`)).body
    assert.equal(chosen.match(/Save the moderated score/g)?.length, 1)
    assert.equal(hiddenIn(chosen, 'criterion'), first.criterionId)
    for (const other of ['x', `${first.reviewId}.x`, '.', `${first.criterionId}.${first.reviewId}`])
      assert.doesNotMatch((await panel.get(`${address}?score=${other}`)).body, /Save the moderated score/)
  })

  it('says where the meeting is, and goes on to the next that is not settled', async () => {
    const { body: list } = await panel.get(queue())
    const meeting = list.split('>One more assessor would matter most</h2>')[0] ?? ''
    const inOrder = [
      ...new Set([...meeting.matchAll(/moderation\/(DD-[\w-]+)"/g)].map(([, reference]) => reference ?? '')),
    ]
    assert.ok(inOrder.length > 3)
    has(list, new RegExp(`Next for the meeting: <a class="govuk-link" href="[^"]*${inOrder[0]}"`))
    const at = (reference = '') => `${queue()}/${reference}`
    has((await panel.get(at(inOrder[1]))).body, /Number 2 of \d+ for the meeting. 0 of \d+ settled/)
    const note = { note: 'All agree', settled: 'yes', after: 'next' }
    assert.equal((await panel.post(`${at(inOrder[1])}/settle`, note)).location, at(inOrder[2]))
    // The first is settled next: the second is passed over.
    assert.equal((await panel.post(`${at(inOrder[0])}/settle`, note)).location, at(inOrder[2]))
    has((await panel.get(at(inOrder[0]))).body, /2 of \d+ settled/)
    has(
      (await panel.get(queue())).body,
      new RegExp(`Next for the meeting: <a class="govuk-link" href="[^"]*${inOrder[2]}"`),
    )
    const stay = { note: 'It comes back', settled: 'no' }
    assert.equal((await panel.post(`${at(inOrder[1])}/settle`, stay)).location, queue())
    has((await panel.get(at(inOrder[0]))).body, /1 of \d+ settled/)
  })

  it('wants a reason, and a score on the scale that is another than counts', async () => {
    for (const [points, reason, words] of [
      ['3', ' ', 'Enter the reason'],
      ['9', 'x', 'Select a score on the scale'],
      ['2', 'x', 'Select a score other than the one that counts now'],
      ['', 'x', 'Select the moderated score'],
    ]) {
      const answer = await panel.post(`${address}/scores`, fields({ points: points ?? '', reason: reason ?? '' }))
      assert.equal(answer.status, 400)
      assert.ok(answer.body.includes(words ?? ''), words)
    }
  })

  it('keeps the original beside every version, and can put it back', async () => {
    assert.equal((await moderate(panel, '4', 'Evidence overlooked')).status, 303)
    assert.deepEqual([(await now())?.points, (await now())?.original], [4, 2])
    has((await team.get(address)).body, /Moderated to 4 by David Osei at .*: Evidence overlooked/)
    assert.equal((await moderate(team, 'original', 'On reflection')).status, 303)
    assert.equal((await now())?.points, 2)
    const versions = await moderationsOf(round.services.db, round.roundId)
    assert.deepEqual(
      versions.map(({ number, points }) => [number, points]),
      [
        [1, 4],
        [2, null],
      ],
    )
    await assert.rejects(sql`update score_moderation set reason = 'x'`.execute(round.services.db), /never altered/)
    await assert.rejects(sql`delete from score_moderation`.execute(round.services.db), /never altered/)
  })

  it('sets a review aside and lets it count again, each with a reason', async () => {
    const counts = async () => (await scores()).some(({ reviewId }) => reviewId === first.reviewId)
    const aside = async (yes: string, reason: string) => {
      const { body } = await team.get(address)
      const seen = hiddenIn(body, 'seen', `value="${first.reviewId}"><input type="hidden" name="aside"`)
      return await team.post(`${address}/set-aside`, { review: first.reviewId, aside: yes, reason, seen })
    }
    assert.equal((await aside('yes', '')).status, 400)
    assert.equal((await aside('yes', 'Scored another bid')).status, 303)
    assert.equal(await counts(), false)
    assert.equal((await aside('yes', 'Again')).status, 400)
    assert.equal((await aside('no', 'It was this bid after all')).status, 303)
    assert.equal(await counts(), true)
    const { rows } = await sql<{ count: number }>`select count(*) from review_set_aside`.execute(round.services.db)
    assert.equal(rows[0]?.count, 2)
  })

  it('is refused to whoever gave the score', async () => {
    const { db, clock } = round.services
    const own = await db.transaction().execute((tx) => seedPersonId(tx, round.services, 'programme', clock()))
    const { rows } = await sql<{ was: string }>`
      update review v set person_id = ${own}::uuid from review o where o.id = v.id and v.id = ${first.reviewId}::uuid
      returning o.person_id as was`.execute(db)
    const answer = await moderate(team, '4', 'I meant more')
    assert.equal(answer.status, 400)
    has(answer.body, /This is your own review/)
    const form = `value="${first.reviewId}"><input type="hidden" name="aside"`
    const seen = hiddenIn((await team.get(address)).body, 'seen', form)
    const mine = { review: first.reviewId, aside: 'yes', reason: 'I scored another bid', seen }
    const aside = await team.post(`${address}/set-aside`, mine)
    assert.equal(aside.status, 400)
    has(aside.body, /This is your own review/)
    await sql`update review set person_id = ${rows[0]?.was ?? ''}::uuid where id = ${first.reviewId}::uuid`.execute(db)
  })

  it('counts no review from which the application was taken for a conflict', async () => {
    const { db } = round.services
    const counted = async () => (await scores()).some(({ reviewId }) => reviewId === first.reviewId)
    const found = sql`select application_id, person_id from review where id = ${first.reviewId}::uuid`
    assert.ok(await counted())
    await sql`update assignment set ended_at = now(), ended_why = 'conflict'
      where (application_id, person_id) in (${found}) and ended_at is null`.execute(db)
    assert.ok(!(await counted()))
    await sql`update assignment set ended_at = null, ended_why = null
      where (application_id, person_id) in (${found}) and ended_why = 'conflict'`.execute(db)
    assert.ok(await counted())
  })

  it('notes what was said, and whether it is settled, which is answered by nobody in their place', async () => {
    assert.doesNotMatch((await team.get(address)).body, /name="settled"[^>]* checked/)
    const unsaid = await team.post(`${address}/settle`, { note: 'All agree' })
    assert.equal(unsaid.status, 400)
    has(unsaid.body, /href="#settled">Select whether it is settled</)
    has(unsaid.body, />All agree<\/textarea>/)
    const both = await team.post(`${address}/settle`, { note: ' ' })
    has(both.body, /href="#note".*href="#settled"/s)
    const silent = await team.post(`${address}/settle`, { note: ' ', settled: 'no' })
    assert.equal(silent.status, 400)
    has(silent.body, /name="settled"[^>]*value="no" checked/)
    assert.equal((await team.post(`${address}/settle`, { note: 'All agree', settled: 'yes' })).status, 303)
    has((await team.get(address)).body, /All agree \(settled, Samira Khan/)
  })

  it('is refused while scoring is open, by the database too', async () => {
    const { db } = round.services
    await sql`update assessment set closed_at = null`.execute(db)
    try {
      assert.equal((await panel.post(`${address}/scores`, fields({ points: '4', reason: 'x' }))).status, 303)
      assert.equal((await moderationsOf(db, round.roundId)).length, 2)
      const moderation = sql`insert into score_moderation values (${first.reviewId}::uuid, ${first.criterionId}, 9, 4, 'x', now())`
      await assert.rejects(moderation.execute(db), /after scoring has closed/)
    } finally {
      await sql`update assessment set closed_at = now()`.execute(db)
    }
  })

  it('has the rank that the queue has, says what it is of, and what it was by the scores as given', async () => {
    const [reference = ''] = ranksAsGiven.keys()
    const page = `${queue()}/${reference}`
    const { body } = await panel.get(page)
    const [, link = ''] = /href="[^"]*\?score=([^"#]*)#moderate"/.exec(body) ?? []
    const [review = '', criterion = ''] = link.split('.')
    let differed = 0
    for (const points of ['0', '1', '2', '3', '4']) {
      const seen = hiddenIn((await panel.get(`${page}?score=${link}`)).body, 'seen', `value="${criterion}"`)
      await panel.post(`${page}/scores`, { review, criterion, points, reason: 'Read once more', seen })
      const list = (await panel.get(queue())).body
      const said = factIn((await panel.get(page)).body, 'Rank')
      const [, now, of] = /^(\d+) of (\d+)/.exec(said) ?? []
      assert.equal(ranksIn(list).get(reference), now ?? '–')
      if (of !== undefined) has(list, new RegExp(`among the ${of} applications that reach every threshold`))
      const before = ranksAsGiven.get(reference) ?? ''
      const words = `By the scores as they were given it was ${before === '–' ? 'below a threshold' : before}`
      assert.equal(said.includes(words), before !== (now ?? '–'), `${said}, and ${before} before`)
      differed += before === (now ?? '–') ? 0 : 1
    }
    assert.ok(differed > 0)
  })
})

describe('asking one more assessor', () => {
  it('is offered where nobody can say, to somebody free, and opens scoring for that one alone', async () => {
    const { db } = round.services
    const found = await roundById(db, round.roundId)
    assert.ok(found)
    const proposing = await readProposal(db, round.services, found)
    const near = proposing?.proposal.items.find(
      ({ band, probabilityIn }) => band === 'near-tie' && (probabilityIn ?? 0) > 0.3 && (probabilityIn ?? 0) < 0.7,
    )
    assert.ok(near)
    const address = `${queue()}/${near.reference}`
    const { body } = await team.get(address)
    const person = /<select[^>]*id="person".*?<option value="([0-9a-f-]{36})"/s.exec(body)?.[1] ?? ''
    const write = () =>
      sql`
      insert into score (review_id, criterion_id, points, comment, version, saved_at)
      select id, 'need-for-change', 3, 'x', 1, now() from review
      where application_id = ${near.id}::uuid and person_id = ${person}::uuid`.execute(db)
    await sql`insert into review (id, application_id, person_id, opened_at, saved_at)
      values (gen_random_uuid(), ${near.id}::uuid, ${person}::uuid, now(), now())`.execute(db)
    await assert.rejects(write(), /while scoring is open/)
    assert.equal((await team.post(`${address}/extra`, { person: '' })).status, 400)
    assert.equal((await team.post(`${address}/extra`, { person })).status, 303)
    await write()
    assert.equal((await extrasOf(db, round.roundId)).length, 1)
    assert.equal((await team.post(`${address}/extra`, { person })).status, 400)
    const { rows } = await sql<{ subject: string }>`select subject from message where kind = 'extra-asked'`.execute(db)
    assert.match(rows[0]?.subject ?? '', /^\[Illustrative\] One more application to score/)
    const asked = await round.signedIn(person)
    const own = '/assess/example-fund/finished-round'
    assert.equal((await asked.get(`${own}/pack`)).status, 404)
    await asked.post(`${own}/applications/${near.reference}/declare`, { conflict: 'no' })
    const pack = await asked.get(`${own}/pack`)
    has(pack.body, /asked for one more opinion: it is open for you until the shortlist is frozen/)
    assert.ok(pack.body.includes(near.reference) && !pack.body.includes('Scores are due by'))
  })

  it('is not offered where it would matter little', async () => {
    const { db } = round.services
    const found = await roundById(db, round.roundId)
    const proposing = found && (await readProposal(db, round.services, found))
    const clear = proposing?.proposal.items.find(({ band }) => band === 'clear-in')
    const { status, body } = await team.post(`${queue()}/${clear?.reference}/extra`, { person: 'anybody' })
    assert.equal(status, 400)
    has(body, /One more assessor would matter little/)
  })
})
