import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSnapshot } from '../../src/platform/database/make-snapshot.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/open-database.ts'
import type { Lifetime } from './template.ts'

/** An embedded database of its own, with every migration, which is removed when the test is over. */
export async function freshEmbedded(lifetime: Lifetime): Promise<OpenDatabase> {
  await makeSnapshot()
  const directory = await mkdtemp(join(tmpdir(), 'test-embedded-'))
  const open = await openDatabase({ directory })
  lifetime.after(async () => {
    await open.close()
    await rm(directory, { recursive: true, force: true, maxRetries: 3 })
  })
  await migrate(open.db)
  return open
}

/** An empty folder, which is removed when the test is over. Close what is in it before the test ends. */
export async function freshFolder(lifetime: Lifetime): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'test-folder-'))
  lifetime.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}
