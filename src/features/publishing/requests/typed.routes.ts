import type { TypedDay } from '../../../core/time/typed-day.ts'
import { type Ask, param } from '../../../platform/http/route.ts'
import type { RoundPath } from '../../funds/index.ts'

/** The round that an address names. */
export const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

/** A day as it was typed into its three fields. */
export const typedDayIn = ({ form }: Ask, name: string): TypedDay => ({
  day: form.line(`${name}-day`),
  month: form.line(`${name}-month`),
  year: form.line(`${name}-year`),
})
