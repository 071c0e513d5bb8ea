import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'node:test'
import { sql } from 'kysely'
import { createBoss, isInstalled, statementsOn } from '../../src/platform/jobs/boss.ts'
import { type Job, JobFailed } from '../../src/platform/jobs/job.ts'
import { type Jobs, startJobs } from '../../src/platform/jobs/start-jobs.ts'
import { describeOnBothEngines } from '../support/both-engines.ts'

describeOnBothEngines('jobs', (open) => {
  let done: unknown[] = []
  let faults: unknown[] = []
  let jobs: Jobs | undefined

  const write: Job = {
    name: 'test.write',
    async work(data) {
      done.push(data)
    },
  }

  const start = async (...all: Job[]): Promise<Jobs> => {
    jobs = await startJobs(open(), all, { onFault: (error) => faults.push(error) })
    return jobs
  }

  const send = (to: Jobs, data: object, options = {}) =>
    open()
      .db.transaction()
      .execute(async (tx) => await to.send(tx, write.name, data, options))

  const states = async (): Promise<string[]> => {
    const { rows } = await sql<{ state: string }>`
      select state::text from pgboss.job where name like 'test.%' order by created_on`.execute(open().db)
    return rows.map(({ state }) => state)
  }

  beforeEach(() => {
    done = []
    faults = []
  })

  afterEach(async () => {
    await jobs?.stop()
    jobs = undefined
    await sql`delete from pgboss.job`.execute(open().db)
  })

  it('are done once, with what they were given', async () => {
    const started = await start(write)
    await send(started, { id: 'a', words: 'Tŷ 🏴', list: [1, null] })
    await started.idle()
    assert.deepEqual(done, [{ id: 'a', words: 'Tŷ 🏴', list: [1, null] }])
    assert.deepEqual(await states(), ['completed'])
  })

  it('are begun where the tables of the library are, and where they are not, which are then made', async () => {
    const isThere = async (): Promise<boolean> =>
      await isInstalled(createBoss(open(), { supervise: false, schedule: false }).boss)
    assert.equal(await isThere(), true, 'the template has them')
    await sql`update pgboss.version set version = version - 1`.execute(open().db)
    assert.equal(await isThere(), false, 'tables of another version are not those it wants')
    await sql`drop schema pgboss cascade`.execute(open().db)
    assert.equal(await isThere(), false)
    const started = await start(write)
    assert.equal(await isThere(), true)
    await send(started, { id: 'a' })
    await started.idle()
    assert.deepEqual(done, [{ id: 'a' }])
  })

  it('are forgotten with the change that was rolled back', async () => {
    const started = await start(write)
    const changing = open()
      .db.transaction()
      .execute(async (tx) => {
        await started.send(tx, write.name, { id: 'a' })
        throw new RangeError('changed our mind')
      })
    await assert.rejects(changing, RangeError)
    await started.idle()
    assert.deepEqual(done, [])
    assert.deepEqual(await states(), [])
  })

  it('are refused when nobody knows them', async () => {
    const started = await start(write)
    await assert.rejects(
      open()
        .db.transaction()
        .execute((tx) => started.send(tx, 'test.unheard-of', {})),
      TypeError,
    )
  })

  it('that fail are reported and tried again, until enough is enough', async () => {
    let attempts = 0
    const failing: Job = {
      ...write,
      retryLimit: 1,
      async work() {
        attempts += 1
        throw new RangeError(`attempt ${attempts}`)
      },
    }
    const started = await start(failing)
    await send(started, {})
    await started.idle()
    assert.deepEqual([attempts, await states()], [1, ['retry']])
    const { rows } = await sql`select from pgboss.job where start_after > now() + interval '1 second'`.execute(
      open().db,
    )
    assert.equal(rows.length, 1, 'the second attempt waits')

    await sql`update pgboss.job set start_after = now()`.execute(open().db)
    await started.idle()
    assert.deepEqual([attempts, await states()], [2, ['failed']])
    assert.equal(faults.length, 2)
    assert.ok(faults.every((fault) => fault instanceof JobFailed && fault.job === write.name))
    assert.ok(faults[0] instanceof JobFailed && faults[0].cause instanceof RangeError)
  })

  it('with a key wait once, and without one each', async () => {
    const asking = await startJobs(open(), [write], { work: false, onFault: (error) => faults.push(error) })
    for (const id of [1, 2]) await send(asking, { id, kept: id === 1 }, { singletonKey: 'k' })
    for (const id of [3, 4]) await send(asking, { id })
    await asking.stop()
    assert.deepEqual(done, [])

    await (await start(write)).idle()
    const ids = done.map((data) => (data as { id: number }).id).sort()
    assert.deepEqual(ids, [1, 3, 4])
  })

  it('for later wait until then', async () => {
    const started = await start(write)
    await send(started, { id: 'later' }, { startAfter: new Date(Date.now() + 3_600_000) })
    await send(started, { id: 'now' })
    await started.idle()
    assert.deepEqual(done, [{ id: 'now' }])
    assert.deepEqual((await states()).sort(), ['completed', 'created'])
  })

  it('under way are finished before stopping', async () => {
    const begun = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const slow: Job = {
      ...write,
      async work() {
        begun.resolve()
        await finish.promise
        done.push('finished')
      },
    }
    const started = await start(slow)
    await send(started, {})
    await begun.promise
    const stopped = started.stop().then(() => done.push('stopped'))
    finish.resolve()
    await stopped
    assert.deepEqual(done, ['finished', 'stopped'])
    assert.deepEqual(await states(), ['completed'])
  })

  it('follow the timetable of this release and no other', async () => {
    const timetable = async () =>
      (
        await sql<{ name: string; cron: string }>`select name, cron from pgboss.schedule order by name`.execute(
          open().db,
        )
      ).rows
    await (await start({ ...write, cron: '0 3 * * *' })).stop()
    assert.deepEqual(await timetable(), [{ name: write.name, cron: '0 3 * * *' }])
    await (await start({ ...write, cron: '0 4 * * *' })).stop()
    assert.deepEqual(await timetable(), [{ name: write.name, cron: '0 4 * * *' }])
    await (await start(write)).stop()
    assert.deepEqual(await timetable(), [])
  })
})

describeOnBothEngines("the queue's statements", (open) => {
  beforeEach(async () => {
    await sql`drop table if exists letter`.execute(open().db)
    await sql`create table letter (text text primary key)`.execute(open().db)
  })

  const letters = async () =>
    (await sql<{ text: string }>`select text from letter order by text`.execute(open().db)).rows.map(({ text }) => text)

  it("do not become part of somebody else's transaction", async () => {
    const { executeSql } = statementsOn(open().pool)
    const begun = Promise.withResolvers<void>()
    const ours = open()
      .db.transaction()
      .execute(async (tx) => {
        await sql`insert into letter values (${'ours'})`.execute(tx)
        begun.resolve()
        for (let count = 0; count < 20; count += 1) await sql`select ${count}::int`.execute(tx)
        throw new RangeError('rolled back')
      })
    await begun.promise
    const theirs = executeSql("begin; insert into letter values ('theirs'); commit;")
    await assert.rejects(ours, RangeError)
    await theirs
    assert.deepEqual(await letters(), ['theirs'])
  })

  it('leave no transaction behind when they fail half-way', async () => {
    const { executeSql } = statementsOn(open().pool)
    const failing = executeSql("begin; insert into letter values ('theirs'); select 1 / 0; commit;")
    const ours = Promise.all(
      Array.from({ length: 20 }, (_, index) => sql`insert into letter values (${`ours ${index}`})`.execute(open().db)),
    )
    await assert.rejects(failing, { code: '22012' })
    await ours
    await executeSql('rollback')
    const kept = await letters()
    assert.equal(kept.length, 20)
    assert.ok(!kept.includes('theirs'))
  })

  it('give the rows of every statement', async () => {
    const { executeSql } = statementsOn(open().pool)
    const { rows } = await executeSql('begin; select 1 as value; select 2 as value; commit;')
    assert.deepEqual(rows, [{ value: 1 }, { value: 2 }])
  })
})
