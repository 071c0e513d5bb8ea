import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { freshFolder } from '../../../tests/support/embedded.ts'
import { lastBackupAt, noteBackup } from './last-backup.ts'

it('is known once one was noted, by a command or by the script, and by nothing that is no time', async (t) => {
  const folder = await freshFolder(t)
  assert.equal(await lastBackupAt(folder), null)
  const at = new Date('2026-11-26T02:00:05.123Z')
  await noteBackup(folder, at)
  assert.deepEqual(await lastBackupAt(folder), at)
  await writeFile(join(folder, 'last-backup'), '2026-11-27T02:00:05Z\n')
  assert.deepEqual(await lastBackupAt(folder), new Date('2026-11-27T02:00:05Z'))
  await writeFile(join(folder, 'last-backup'), '')
  assert.equal(await lastBackupAt(folder), null)
})
