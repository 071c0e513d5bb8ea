import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { describeOnBothEngines } from '../../../../tests/support/both-engines.ts'
import { countStatements } from '../../../../tests/support/count-statements.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase, type Lifetime } from '../../../../tests/support/template.ts'
import { NotFound } from '../../../core/errors.ts'
import { fieldsOf, type ShownFields } from '../../../core/forms/index.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import type { OpenDatabase } from '../../../platform/database/open-database.ts'
import type { Services } from '../../../platform/services.ts'
import { eventsOf } from '../../audit/index.ts'
import { applicationByReference } from '../applications.store.ts'
import { historyOf } from './answers.store.ts'
import { readQuestionPage } from './read-question-page.ts'
import { type SaveOutcome, saveAnswers } from './save-answers.ts'

type Setting = {
  readonly server: TestServer
  readonly round: OpenRound
  readonly reference: string
  readonly ann: SignedIn
}

async function setUp(t: Lifetime, open: OpenDatabase): Promise<Setting> {
  const server = await testServer(t, open)
  const round = await openRound(server.services)
  return { server, round, reference: await round.draft(), ann: await round.actor('ann') }
}

const life = lastFirst({ after })
let shared: Setting | undefined
before(async () => {
  shared = await setUp(life, await freshDatabase(life))
})

/** The same people and round for every test, and a draft of its own. */
async function newDraft(): Promise<Setting> {
  if (shared === undefined) throw new Error('nothing is set up')
  return { ...shared, reference: await shared.round.draft() }
}

type Post = {
  readonly page: string
  readonly fields: ShownFields
  readonly versions: string
  readonly keepTheirs?: string[]
  readonly undecided?: string[]
}

const post = async (
  services: Services,
  actor: SignedIn,
  { round, reference }: Setting,
  it: Post,
): Promise<SaveOutcome> => {
  const outcome = await saveAnswers(services, actor, {
    reference,
    pageId: it.page,
    formVersionId: round.round.formVersionId ?? '',
    fields: fieldsOf(it.fields),
    versions: it.versions,
    keepTheirs: new Set(it.keepTheirs),
    undecided: new Set(it.undecided),
    receivedAt: services.clock(),
  })
  assert.ok(outcome.kind !== 'not-placed')
  return outcome
}

const stored = async ({ server, reference }: Setting, question: string) =>
  (await applicationByReference(server.services.db, reference, [], [question]))?.answers[question]

function saved(outcome: SaveOutcome): Extract<SaveOutcome, { kind: 'saved' }> {
  assert.equal(outcome.kind, 'saved')
  return outcome as Extract<SaveOutcome, { kind: 'saved' }>
}

describe('saving answers', () => {
  it('reads a question page in one statement and saves it in one, once the form has been seen', async () => {
    const setting = await newDraft()
    const counted = countStatements(setting.server.services.db)
    const services = { ...setting.server.services, db: counted.db }
    const asked = { reference: setting.reference, pageId: 'drivers', at: services.clock(), withProblems: false }
    await readQuestionPage(counted.db, setting.ann, asked)

    counted.reset()
    const page = await readQuestionPage(counted.db, setting.ann, asked)
    assert.equal(counted.count(), 1)
    counted.reset()
    const fields = { drivers: 'Budgets fall' }
    const outcome = await post(services, setting.ann, setting, { page: 'drivers', fields, versions: page.versions })
    assert.equal(counted.count(), 1)
    assert.equal(saved(outcome).versions, '1')
    assert.equal((await stored(setting, 'drivers'))?.value, 'Budgets fall')
  })

  it('keeps every version and leaves one event for each save that changed something', async () => {
    const setting = await newDraft()
    const { server, reference, ann } = setting
    const { services } = server
    await post(services, ann, setting, { page: 'drivers', fields: { drivers: 'one' }, versions: '0' })
    await post(services, ann, setting, { page: 'drivers', fields: { drivers: 'two' }, versions: '1' })
    const same = await post(services, ann, setting, { page: 'drivers', fields: { drivers: 'two' }, versions: '2' })

    assert.equal(saved(same).versions, '2')
    const id = (await applicationByReference(services.db, reference, [], []))?.id ?? ''
    const history = await historyOf(services.db, id, 'drivers')
    assert.deepEqual(
      history.map(({ version, value }) => [version, value]),
      [
        [1, 'one'],
        [2, 'two'],
      ],
    )
    const events = await eventsOf(services.db, 'application', reference)
    assert.deepEqual(
      events.map(({ action }) => action),
      ['application.started', 'application.saved', 'application.saved'],
    )
    assert.equal(events[2]?.fundId, setting.round.round.fundId)
  })

  it('keeps what was typed when it is wrong, and says what is wrong', async () => {
    const setting = await newDraft()
    const long = 'word '.repeat(21).trim()
    const outcome = saved(
      await post(setting.server.services, setting.ann, setting, {
        page: 'drivers',
        fields: { drivers: long },
        versions: '0',
      }),
    )
    assert.deepEqual(
      outcome.problems.map(({ code }) => code),
      ['too-many-words'],
    )
    assert.equal((await stored(setting, 'drivers'))?.value, long)

    const mail = saved(
      await post(setting.server.services, setting.ann, setting, {
        page: 'contact',
        fields: { name: '', email: 'not mail' },
        versions: '0-0',
      }),
    )
    assert.deepEqual(
      mail.problems.map(({ code, field }) => [code, field]),
      [['not-an-email', 'email']],
    )
    assert.equal((await stored(setting, 'email'))?.value, 'not mail')
    assert.equal(await stored(setting, 'name'), undefined)
  })

  it('refuses only what cannot be stored, hands it back, and saves the rest of the page', async () => {
    const setting = await newDraft()
    const huge = 'x'.repeat(10_000_000)
    const fields = { name: huge, email: 'ann@example.gov.uk' }
    const outcome = saved(
      await post(setting.server.services, setting.ann, setting, { page: 'contact', fields, versions: '0-0' }),
    )
    assert.deepEqual(
      outcome.problems.map(({ code }) => code),
      ['too-long'],
    )
    assert.deepEqual([...outcome.unkept], ['name'])
    assert.equal(outcome.answers.name, huge)
    assert.equal(await stored(setting, 'name'), undefined)
    assert.equal((await stored(setting, 'email'))?.value, 'ann@example.gov.uk')

    const control = saved(
      await post(setting.server.services, setting.ann, setting, {
        page: 'contact',
        fields: { name: 'a\u0000b\ud800', email: '' },
        versions: '0-1',
      }),
    )
    assert.deepEqual(
      control.problems.map(({ code }) => code),
      ['control-characters'],
    )
  })

  it('tells the later of two tabs what the earlier wrote, and loses neither text', async () => {
    const setting = await newDraft()
    const { server, ann, round, reference } = setting
    const adam = await round.actor('adam')
    await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'first' }, versions: '0' })
    await post(server.services, adam, setting, { page: 'drivers', fields: { drivers: 'by Adam' }, versions: '1' })
    const late = saved(
      await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'by Ann' }, versions: '1' }),
    )

    assert.equal(late.clashes.length, 1)
    assert.deepEqual(
      late.clashes.map(({ mine, theirs, by }) => ({ mine, theirs, by })),
      [{ mine: 'by Ann', theirs: 'by Adam', by: 'Adam' }],
    )
    assert.equal((await stored(setting, 'drivers'))?.value, 'by Adam')
    const aside = async () => {
      const asked = { reference, pageId: 'drivers', at: server.services.clock(), withProblems: false }
      return (await readQuestionPage(server.services.db, adam, asked)).setAside.map(({ text }) => [text.by, text.value])
    }
    assert.deepEqual(await aside(), [['Ann', 'by Ann']])

    const chosen = { page: 'drivers', fields: { drivers: 'by both' }, versions: late.clashVersions }
    const waiting = saved(await post(server.services, ann, setting, { ...chosen, undecided: ['drivers'] }))
    assert.equal(waiting.clashes[0]?.mine, 'by both')
    assert.equal((await stored(setting, 'drivers'))?.value, 'by Adam')
    const mine = saved(await post(server.services, ann, setting, chosen))
    assert.equal(mine.clashes.length, 0)
    assert.equal((await stored(setting, 'drivers'))?.value, 'by both')
    const theirs = saved(
      await post(server.services, ann, setting, { ...chosen, fields: { drivers: 'mine' }, keepTheirs: ['drivers'] }),
    )
    assert.equal(theirs.clashes.length, 0)
    assert.equal((await stored(setting, 'drivers'))?.value, 'by both')
  })

  it('says so when the other tab was the same person’s', async () => {
    const setting = await newDraft()
    const { server, ann } = setting
    await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'tab one' }, versions: '0' })
    const late = saved(
      await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'tab two' }, versions: '0' }),
    )
    assert.equal(late.clashes[0]?.by, 'you in another tab')
  })

  it('merges two people on two questions of one page, and never lets an old page undo what it did not touch', async () => {
    const setting = await newDraft()
    const { server, ann, round } = setting
    const { services } = server
    const adam = await round.actor('adam')
    await post(services, ann, setting, { page: 'contact', fields: { name: 'N1', email: 'a@b.uk' }, versions: '0-0' })
    await post(services, adam, setting, { page: 'contact', fields: { name: 'N2', email: 'a@b.uk' }, versions: '1-1' })
    const merged = saved(
      await post(services, ann, setting, { page: 'contact', fields: { name: 'N1', email: 'c@d.uk' }, versions: '1-1' }),
    )

    assert.equal(merged.clashes.length, 0)
    assert.equal(merged.versions, '1-2')
    assert.equal((await stored(setting, 'name'))?.value, 'N2')
    assert.equal((await stored(setting, 'email'))?.value, 'c@d.uk')
    const again = saved(
      await post(services, ann, setting, {
        page: 'contact',
        fields: { name: 'N1', email: 'e@f.uk' },
        versions: merged.versions,
      }),
    )
    assert.equal(again.clashes.length, 0)
    assert.equal((await stored(setting, 'name'))?.value, 'N2')
    const now = saved(
      await post(services, ann, setting, {
        page: 'contact',
        fields: { name: 'N3', email: 'e@f.uk' },
        versions: again.versions,
      }),
    )
    assert.deepEqual(
      now.clashes.map(({ theirs }) => theirs),
      ['N2'],
    )
  })

  it('lets one of two saves at the same moment in, and tells the other', async () => {
    const setting = await newDraft()
    const { server, ann, round, reference } = setting
    const adam = await round.actor('adam')
    const { db } = server.services
    await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'base' }, versions: '0' })
    const held = await db.transaction().execute(async (tx) => {
      await sql`select from answer s join application a on a.id = s.application_id
        where a.reference = ${reference} for update of s`.execute(tx)
      // Both statements begin before either can write: each sees version 1.
      const both = [ann, adam].map((actor, index) =>
        post(server.services, actor, setting, { page: 'drivers', fields: { drivers: `text ${index}` }, versions: '1' }),
      )
      await waiting(db, 2)
      return both
    })
    const outcomes = (await Promise.all(held)).map(saved)
    assert.deepEqual(outcomes.map(({ clashes }) => clashes.length).sort(), [0, 1])
    const loser = outcomes.find(({ clashes }) => clashes.length === 1)
    assert.equal(loser?.clashes[0]?.theirs, (await stored(setting, 'drivers'))?.value)
    assert.equal((await stored(setting, 'drivers'))?.version, 2)
  })

  it('adds to, and cannot write over, when a page does not say what it had seen', async () => {
    const setting = await newDraft()
    const { server, ann } = setting
    await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'kept' }, versions: '' })
    const blind = saved(
      await post(server.services, ann, setting, {
        page: 'drivers',
        fields: { drivers: 'blind' },
        versions: 'nonsense',
      }),
    )
    assert.equal(blind.clashes.length, 1)
    assert.equal((await stored(setting, 'drivers'))?.value, 'kept')
  })

  it('is for people of the lead alone', async () => {
    const setting = await newDraft()
    const { server, round } = setting
    for (const name of ['ben', 'cai', 'pam', 'oli', 'nobody'] as const) {
      const other = await round.actor(name)
      await assert.rejects(
        post(server.services, other, setting, { page: 'drivers', fields: { drivers: 'x' }, versions: '0' }),
        NotFound,
      )
    }
    assert.equal(await stored(setting, 'drivers'), undefined)
  })

  it('passes to the body that took over from a lead that is no more', async () => {
    const setting = await newDraft()
    const { server, ann, reference } = setting
    await sql`update application set lead_id = 'T-OLD' where reference = ${reference}`.execute(server.services.db)
    const outcome = saved(
      await post(server.services, ann, setting, { page: 'drivers', fields: { drivers: 'ours now' }, versions: '0' }),
    )
    assert.equal(outcome.clashes.length, 0)
    assert.equal((await stored(setting, 'drivers'))?.value, 'ours now')
  })

  it('says that an authority is not in the register, or is no more', async () => {
    const setting = await newDraft()
    for (const [index, id] of ['T-NOWHERE', 'T-OLD', 'T-BIRCH'].entries()) {
      const outcome = saved(
        await post(setting.server.services, setting.ann, setting, {
          page: 'joint',
          fields: { joint: 'yes', with: id },
          versions: index === 0 ? '0-0' : `1-${index}`,
        }),
      )
      assert.deepEqual(
        outcome.problems.map(({ code, field }) => [code, field]),
        id === 'T-BIRCH' ? [] : [['not-an-authority', 'with']],
      )
      assert.equal((await stored(setting, 'with'))?.value, id)
    }
  })
})

/** Until so many sessions of this database wait for a lock. */
async function waiting(db: Services['db'], sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if ((rows[0]?.count ?? 0) >= sessions) return
  }
}

describeOnBothEngines('saved text', (open) => {
  it('comes back as it was: emoji, Welsh letters, line breaks and what looks like code', async (t) => {
    const setting = await setUp(t, open())
    const text = 'Ŵyn â’r tŷ 👩🏽‍🚀\n\n<b>"quoted"</b> \\u0000 {{x}} \'; drop table answer; --'
    const outcome = saved(
      await post(setting.server.services, setting.ann, setting, {
        page: 'drivers',
        fields: { drivers: text },
        versions: '0',
      }),
    )
    assert.equal(outcome.problems.length, 0)
    assert.equal((await stored(setting, 'drivers'))?.value, text)
  })
})
