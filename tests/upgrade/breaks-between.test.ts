import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../support/last-first.ts'
import { freshDatabase } from '../support/template.ts'
import { breaksBetween } from './breaks-between.ts'
import { readSchema } from './read-schema.ts'

const { db } = await freshDatabase(lastFirst({ after }))

/** What is said of some changes, which are then undone. */
async function saidOf(...changes: readonly string[]): Promise<readonly string[]> {
  const before = await readSchema(db)
  return await db.connection().execute(async (one) => {
    await sql`begin`.execute(one)
    try {
      for (const change of changes) await sql.raw(change).execute(one)
      return breaksBetween(before, await readSchema(one))
    } finally {
      await sql`rollback`.execute(one)
    }
  })
}

describe('what breaks servers of the release before', () => {
  it('is nothing that is only more', async () => {
    const said = await saidOf(
      'create table cake (id uuid primary key, slices int not null check (slices > 0))',
      'alter table session add column cake text',
      'alter table session add column slices int not null default 1 check (slices > 0)',
      'create index on session (cake)',
      'create unique index on session (slices, cake) where slices > 1',
      'alter table session alter column browser drop not null',
    )
    assert.deepEqual(said, [])
  })

  it('is a list that has lost a value, not one that has more', async () => {
    const check = (values: string) =>
      `alter table membership drop constraint membership_state_is_known, add constraint membership_state_is_known check (state in (${values}))`
    const values = `'requested', 'confirmed', 'refused', 'ended'`
    assert.deepEqual(await saidOf(check(`${values}, 'lapsed'`)), [])
    assert.match(
      (await saidOf(check(`'requested', 'confirmed', 'ended'`)))[0] ?? '',
      /membership_state_is_known is new or/,
    )
  })

  for (const [change, said] of [
    ['alter table session drop column browser', 'session.browser: is gone'],
    ['alter table session rename column browser to agent', 'session.browser: is gone'],
    ['alter table session rename to seat', 'session.browser: is gone'],
    ['alter table session alter column browser type varchar(9)', 'session.browser: was text, is character varying(9)'],
    ['alter table session add column cake text not null', 'session.cake: is wanted, and has no default'],
    ['alter table session alter column ended_at set not null', 'session.ended_at: may not be empty any more'],
    ['alter table session alter column wrong_codes drop default', 'session.wrong_codes: has lost its default'],
    ['alter table session add constraint cake check (length(browser) < 9)', 'session: cake is new or narrower: '],
    ['create unique index cake on session (browser)', 'session: cake is new or narrower: '],
    [
      'alter table session add column slices int, add constraint cake check (slices > 0 or ended_at is null)',
      'session: cake is new or narrower: ',
    ],
    [
      'alter table session add constraint cake foreign key (browser) references fund (slug)',
      'session: cake is new or narrower: ',
    ],
    [
      'create trigger cake before update on session for each row execute function suppress_redundant_updates_trigger()',
      'session: the trigger cake is new or another',
    ],
  ] as const)
    it(`is: ${change}`, async () => {
      const all = await saidOf(change)
      assert.ok(
        all.some((line) => line.startsWith(said)),
        all.join('\n'),
      )
    })
})
