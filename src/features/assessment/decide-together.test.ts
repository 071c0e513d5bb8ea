import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../tests/support/assessed-round.ts'
import { freshEmbedded } from '../../../tests/support/embedded.ts'
import { hiddenIn } from '../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { seedPersonId } from '../../seeds/people.ts'
import { roundById } from '../funds/index.ts'
import { moderationsOf, setAsidesOf } from './moderating/moderation.store.ts'
import { pileOf } from './scoring/scoring.store.ts'
import { shownShortlist } from './shortlisting/freeze-shortlist.ts'
import { readProposal } from './shortlisting/read-proposal.ts'
import { choicesOf, drawOf } from './shortlisting/shortlist.store.ts'
import { receivedOf } from './sifting/sift.store.ts'

/** Somebody of the programme team, then somebody of the panel. */
async function teamAndPanel({ services, signedIn }: AssessedRound) {
  const ids = await services.db.transaction().execute(async (tx) => {
    const of = async (role: 'programme' | 'panel') => await seedPersonId(tx, services, role, services.clock())
    return [await of('programme'), await of('panel')] as const
  })
  return [await signedIn(ids[0]), await signedIn(ids[1])] as const
}

for (const [engine, fresh] of [
  ['PostgreSQL', freshDatabase],
  ['embedded', freshEmbedded],
] as const)
  describe(`two people at once (${engine})`, () => {
    it('freeze one shortlist, and the second is told that it is frozen', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'closed' }, fresh)
      const { services, roundId } = world
      const { db, clock } = services
      const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'programme', clock()))
      const [one, other] = [await world.signedIn(id), await world.signedIn(id)]
      await one.post(`${world.path}/shortlist/draw`, { value: '1 2 3 4 5 6' })
      const round = await roundById(db, roundId)
      assert.ok(round)
      const proposing = await readProposal(db, services, round)
      assert.ok(proposing)
      const shown = shownShortlist(services, proposing, await choicesOf(db, roundId))
      const tell = { 'tell-day': '1', 'tell-month': '6', 'tell-year': '2099', 'tell-clock': '9am' }
      const freeze = async (who: typeof one, reason: string) =>
        await who.post(`${world.path}/shortlist/freeze`, { ...tell, approval: 'no', reason, shown })
      const answers = await Promise.all([freeze(one, 'The first reason'), freeze(other, 'The second reason')])
      const { rows } = await sql<{ frozen: number; told: number }>`
      select (select count(*) from shortlist) as frozen,
        (select count(*) from audit_event where action = 'shortlist.frozen') as told`.execute(db)
      assert.deepEqual(rows[0], { frozen: 1, told: 1 })
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
      const [won, lost] = answers[0].status === 303 ? ['first', 'second'] : ['second', 'first']
      const { body } = answers.find(({ status }) => status === 409) ?? answers[0]
      assert.match(body, /<h1[^>]*>The shortlist was frozen meanwhile/)
      assert.match(body, new RegExp(`Samira Khan froze it at .*Funders are not asked: “The ${won} reason”`))
      assert.match(body, new RegExp(`<textarea[^>]*readonly[^>]*>The ${lost} reason</textarea>`))
      assert.match(body, />2099<\/textarea>/)
    })

    it('sift one application, and the second is shown both and chooses', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'scoring' }, fresh)
      const { services, roundId } = world
      const { db, clock } = services
      const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'programme', clock()))
      const [one, other] = [await world.signedIn(id), await world.signedIn(id)]
      const received = async () => await receivedOf(db, roundId)
      const row = (await received()).find(({ eligibility }) => eligibility === 'eligible')
      assert.ok(row)
      const address = `${world.path}/sift/applications/${row.reference}`
      const seen = hiddenIn((await one.get(address)).body, 'seen')
      const said = { eligibility: 'eligible', scope: row.scope, suppliers: row.suppliers.join('\n'), seen }
      const leftOut = (reason: string) => ({ ...said, eligibility: 'duplicate', eligibilityReason: reason })
      const answers = await Promise.all([
        one.post(address, leftOut('The first reason')),
        other.post(address, leftOut('The second reason')),
      ])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
      const [who, won, lost] = answers[0].status === 303 ? [other, 'first', 'second'] : [one, 'second', 'first']
      const { body } = answers.find(({ status }) => status === 409) ?? answers[0]
      assert.match(body, /sifted it at .*, after you opened this page/)
      assert.match(
        body,
        new RegExp(
          `</strong> The ${won} reason</p><p class="govuk-body"><strong>Yours:</strong> The ${lost} reason</p>`,
        ),
      )
      assert.doesNotMatch(body, /<dt[^>]*>\s*Is it eligible\?/, 'what is the same in both is not compared')
      assert.match(body, new RegExp(`>The ${lost} reason</textarea>`))
      const reason = async () => (await received()).find(({ id }) => id === row.id)?.eligibilityReason
      assert.equal(await reason(), `The ${won} reason`)
      const again = { ...leftOut(`The ${lost} reason`), seen: hiddenIn(body, 'seen') }
      assert.equal((await who.post(address, again)).status, 303)
      assert.equal(await reason(), `The ${lost} reason`)
    })

    it('say what came out of the draw, and another value needs to be seen and a reason', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'closed' }, fresh)
      const { db } = world.services
      const both = await teamAndPanel(world)
      const address = `${world.path}/shortlist/draw`
      const values = ['1 2 3', '4 5 6'] as const
      const answers = await Promise.all(both.map((who, at) => who.post(address, { value: values[at] ?? '', seen: '' })))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
      const lost = answers[0]?.status === 303 ? 1 : 0
      const [theirs, own] = [values[1 - lost] ?? '', values[lost] ?? '']
      const body = answers[lost]?.body ?? ''
      assert.match(body, new RegExp(`entered “${theirs}” at .*, after you opened this page`))
      assert.equal(hiddenIn(body, 'seen'), theirs)
      const send = async (value: string, reason: string) =>
        await both[lost]?.post(address, { value, reason, seen: theirs })
      assert.equal((await send(theirs, ''))?.status, 303)
      const bare = await send(own, ' ')
      assert.equal(bare?.status, 400)
      assert.match(bare?.body ?? '', /Enter why the value is changed/)
      assert.equal((await drawOf(db, world.roundId))?.value, theirs)
      assert.equal((await send(own, 'Two digits were swapped'))?.status, 303)
      assert.equal((await drawOf(db, world.roundId))?.value, own)
      const { rows } = await sql<{ facts: unknown }>`
        select facts from audit_event where action = 'shortlist.draw-value-said' order by at desc, id desc`.execute(db)
      assert.deepEqual(
        rows.map(({ facts }) => facts),
        [{ value: own, before: theirs, reason: 'Two digits were swapped' }, { value: theirs }],
      )
    })

    it('decide on one application, and the second is shown both and decides again', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'closed' }, fresh)
      const { services, roundId } = world
      const [one, other] = await teamAndPanel(world)
      const round = await roundById(services.db, roundId)
      const proposing = round && (await readProposal(services.db, services, round))
      const first = proposing?.proposal.items.find(({ proposed }) => proposed)
      assert.ok(first)
      const address = `${world.path}/shortlist/applications/${first.reference}`
      const seen = hiddenIn((await one.get(address)).body, 'seen')
      const depart = { chosen: 'no', rule: 'assurance' }
      const words = 'reason is that its accounts were qualified by the external auditor'
      const answers = await Promise.all([
        one.post(address, { ...depart, reason: `The first ${words}`, seen }),
        other.post(address, { ...depart, reason: `The second ${words}`, seen }),
      ])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
      const [who, won, lost, name] =
        answers[0].status === 303
          ? ([other, 'first', 'second', 'Samira Khan'] as const)
          : ([one, 'second', 'first', 'David Osei'] as const)
      const { body } = answers.find(({ status }) => status === 409) ?? answers[0]
      assert.match(body, new RegExp(`${name} decided “No” at .*: “The ${won} ${words}”\\)`))
      assert.match(body, new RegExp(`>The ${lost} ${words}</textarea>`))
      const reasons = async () => (await choicesOf(services.db, roundId)).map(({ reason }) => reason)
      assert.deepEqual(await reasons(), [`The ${won} ${words}`])
      const again = { ...depart, reason: `The ${lost} ${words}`, seen: hiddenIn(body, 'seen') }
      assert.equal((await who.post(address, again)).status, 303)
      assert.deepEqual(await reasons(), [`The ${lost} ${words}`])
    })

    it('moderate one score, or set one review aside, and the second is shown both and decides again', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'closed' }, fresh)
      const { db } = world.services
      const both = await teamAndPanel(world)
      const { rows } = await sql<{ review: string; criterion: string; points: number; reference: string }>`
        select s.review_id as review, s.criterion_id as criterion, s.points::float8 as points, a.reference
        from score s join review v on v.id = s.review_id join application a on a.id = v.application_id
        where not v.practice and v.state = 'submitted' and s.points between 1 and 3
        order by a.reference, s.review_id, s.criterion_id limit 1`.execute(db)
      const [score] = rows
      assert.ok(score)
      const { review, criterion, reference } = score
      const address = `${world.path}/moderation/${reference}`
      const points = [String(score.points + 1), String(score.points - 1)]
      for (const [part, place, more, said] of [
        [
          'scores',
          `value="${review}"><input type="hidden" name="criterion" value="${criterion}"`,
          (at: number) => ({ criterion, points: points[at] ?? '' }),
          (at: number) => `moderated this score to ${points[at]}`,
        ],
        [
          'set-aside',
          `value="${review}"><input type="hidden" name="aside"`,
          () => ({ aside: 'yes' }),
          () => 'set this review aside',
        ],
      ] as const) {
        const { body: before } = await both[0].get(`${address}?score=${review}.${criterion}`)
        const seen = hiddenIn(before, 'seen', place)
        assert.equal(seen, '0')
        const answers = await Promise.all(
          both.map((who, at) => who.post(`${address}/${part}`, { review, ...more(at), reason: `Reason ${at}`, seen })),
        )
        assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
        const lost = answers.findIndex(({ status }) => status === 409)
        const won = 1 - lost
        const body = answers[lost]?.body ?? ''
        const name = won === 0 ? 'Samira Khan' : 'David Osei'
        assert.match(body, new RegExp(`${name} ${said(won)} at .*: “Reason ${won}”`))
        assert.match(body, new RegExp(`>Reason ${lost}</textarea>`))
        assert.equal(hiddenIn(body, 'seen', place), '1')
        if (part === 'scores') assert.ok(body.includes(`value="${points[lost]}" selected`))
        const next = part === 'scores' ? more(lost) : { aside: 'no' }
        const again = { review, ...next, reason: `Reason ${lost}`, seen: '1' }
        assert.equal((await both[lost]?.post(`${address}/${part}`, again))?.status, 303)
      }
      const kept = await moderationsOf(db, world.roundId)
      assert.deepEqual(
        kept.map(({ number }) => number),
        [1, 2],
      )
      assert.deepEqual(
        (await setAsidesOf(db, world.roundId)).map(({ setAside }) => setAside),
        [true, false],
      )
    })

    it('close scoring once, and a save at that moment is kept or its writer is told', async (t) => {
      const world = await assessedRound(lastFirst(t), { stage: 'scoring' }, fresh)
      const { services, roundId } = world
      const { db, clock } = services
      const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'programme', clock()))
      const [one, other] = [await world.signedIn(id), await world.signedIn(id)]
      const mina = await db.transaction().execute(async (tx) => await seedPersonId(tx, services, 'assessor', clock()))
      const assessor = await world.signedIn(mina)
      const [given] = (await pileOf(db, roundId, mina)).filter(({ endedAt }) => endedAt === null)
      const address = `/assess/example-fund/finished-round/applications/${given?.reference}`
      await assessor.post(`${address}/declare`, { conflict: 'no', statement: '' })
      const { body } = await assessor.get(address)
      const carried = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
      const words = 'Written while scoring closed'
      const typed = { version: carried('version'), rules: carried('rules'), 'comment-outcomes': words }
      const close = async (who: typeof one) => await who.post(`${world.path}/scoring/close`, { anyway: 'yes' })
      const [saved, ...answers] = await Promise.all([assessor.post(address, typed), close(one), close(other)])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400])
      const { rows } = await sql<{ closed: number }>`
      select count(*) as closed from audit_event where action = 'assessment.closed'`.execute(db)
      assert.equal(rows[0]?.closed, 1)
      const { rows: kept } = await sql<{ count: number }>`
      select count(*) as count from score where comment = ${words}`.execute(db)
      assert.deepEqual([saved.status, kept[0]?.count], saved.status === 409 ? [409, 0] : [303, 1])
      assert.ok(saved.status === 303 || saved.body.includes(words), 'what was not saved is shown to be copied')
      const late = await assessor.post(address, { ...typed, 'comment-outcomes': 'Later still' })
      assert.equal(late.status, 409)
      assert.ok(late.body.includes('Later still'))
    })
  })
