import { type Ask, param } from '../../../platform/http/route.ts'
import type { RoundPath } from '../../funds/index.ts'

/** The round that an address names. */
export const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
