import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { freeShare } from './free-share.ts'

it('is of the disk on which a folder is, or will be', async () => {
  const share = await freeShare(tmpdir())
  assert.ok(share > 0 && share <= 1, String(share))
  const below = await freeShare(join(tmpdir(), `not-there-${process.pid}`, 'nor', 'this'))
  assert.ok(Math.abs(below - share) < 0.1)
})
