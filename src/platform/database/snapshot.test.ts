import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { freshFolder } from '../../../tests/support/embedded.ts'
import { copySnapshot, keepSnapshot, snapshotNames } from './snapshot.ts'

describe('a snapshot', () => {
  it('has another name when a migration is added or changed, but only the migrated one', async (t) => {
    const migrations = await freshFolder(t)
    await writeFile(join(migrations, '0001-one.sql'), 'select 1;')
    const one = await snapshotNames(migrations)
    assert.deepEqual(await snapshotNames(migrations), one)
    await writeFile(join(migrations, '0001-one.sql'), 'select 2;')
    const changed = await snapshotNames(migrations)
    await writeFile(join(migrations, '0002-two.sql'), 'select 3;')
    const added = await snapshotNames(migrations)
    assert.equal(new Set([one.migrated, changed.migrated, added.migrated]).size, 3)
    assert.equal(new Set([one.bare, changed.bare, added.bare]).size, 1)
  })

  it('is copied from the first that is there, and stays as it was', async (t) => {
    const folder = await freshFolder(t)
    for (const name of ['a', 'b']) {
      await mkdir(join(folder, name, 'base'), { recursive: true })
      await writeFile(join(folder, name, 'base', 'file'), name)
    }
    assert.equal(await copySnapshot(join(folder, 'copy'), ['none', 'b', 'a'], folder), true)
    await writeFile(join(folder, 'copy', 'base', 'file'), 'used')
    assert.equal(await readFile(join(folder, 'b', 'base', 'file'), 'utf8'), 'b')
    assert.equal(await copySnapshot(join(folder, 'other'), ['none'], folder), false)
  })

  it('that another process made first is the one that is kept', async (t) => {
    const folder = await freshFolder(t)
    const kept = join(folder, 'kept')
    for (const maker of ['first', 'second']) {
      await mkdir(join(folder, maker))
      await writeFile(join(folder, maker, 'file'), maker)
      await keepSnapshot(join(folder, maker), 'name', kept)
    }
    assert.equal(await readFile(join(kept, 'name', 'file'), 'utf8'), 'first')
    assert.deepEqual(await readdir(folder), ['kept'])
  })
})
