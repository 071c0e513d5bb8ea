import { type Ask, param } from '../../platform/http/route.ts'
import type { RoundPath } from '../funds/index.ts'

/** The round that a page is about. */
export const roundOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

/** What names a version in every request about one. */
export const versionOf = (ask: Ask) => ({
  actor: ask.actor,
  path: roundOf(ask),
  versionId: param(ask, 'version'),
  at: ask.receivedAt,
})
