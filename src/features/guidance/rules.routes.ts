import { notFound } from '../../core/errors.ts'
import { download, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { findReadableRound } from './find-round.ts'
import { sealedRulesPage } from './pages/rules.ts'
import { addressOf } from './public-pages.routes.ts'
import { type EarlyViews, readRules, readSealedText } from './read-rules.ts'

/** What everyone can read of the sealed rules of a round, and take away to check. */
export function publicRulesRoutes(services: Services, earlyViews: EarlyViews): Route[] {
  const readable = (ask: Ask) => findReadableRound(services.db, ask.actor, addressOf(ask), ask.receivedAt)
  return [
    get('/funds/:fund/:round/rules', 'public', async (ask) =>
      show(sealedRulesPage(await readRules(services, await readable(ask), earlyViews))),
    ),
    get('/funds/:fund/:round/rules/versions/:number', 'public', async (ask) => {
      const written = param(ask, 'number')
      if (!/^[1-9]\d{0,5}$/.test(written)) throw notFound('version')
      const body = await readSealedText(services, await readable(ask), Number(written))
      const { fund, round } = addressOf(ask)
      return download({ name: `${fund}-${round}-rules-version-${written}.json`, type: 'application/json', body })
    }),
  ]
}
