import { notFound } from '../../core/errors.ts'
import { show, text } from '../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { findReadableRound, type ReadableRound } from './find-round.ts'
import type { RoundAddress } from './guidance.paths.ts'
import { isPageSlug, isPartSlug, type PageSlug } from './guidance-parts.ts'
import { announcementPage } from './pages/announcement.ts'
import { fundPage } from './pages/fund.ts'
import { partPage } from './pages/part.ts'
import { updatesPage } from './pages/updates.ts'
import { updatesFeed } from './pages/updates-feed.ts'
import { changePage, versionPage } from './pages/version.ts'
import { readAnnouncement } from './read-announcement.ts'
import { readFund } from './read-fund.ts'
import { readPart } from './read-part.ts'
import { readFeed, readUpdates } from './read-updates.ts'
import { readChange, readVersion } from './read-version.ts'

/** What everyone can read of a fund and its rounds. */
export function publicPagesRoutes(services: Services): Route[] {
  const readable = (ask: Ask): Promise<ReadableRound> =>
    findReadableRound(services.db, ask.actor, addressOf(ask), ask.receivedAt)
  const version = async (ask: Ask, slug: PageSlug) =>
    show(versionPage(await readVersion(services, await readable(ask), slug, numberOf(ask))))
  const change = async (ask: Ask, slug: PageSlug) =>
    show(changePage(await readChange(services, await readable(ask), slug, numberOf(ask))))
  return [
    get('/funds/:fund', 'public', async (ask) =>
      show(fundPage(await readFund(services, ask.actor, param(ask, 'fund'), ask.receivedAt))),
    ),
    get('/funds/:fund/:round', 'public', async (ask) =>
      show(announcementPage(await readAnnouncement(services, await readable(ask), ask.receivedAt))),
    ),
    get('/funds/:fund/:round/updates', 'public', async (ask) =>
      show(updatesPage(await readUpdates(services, await readable(ask)))),
    ),
    get('/funds/:fund/:round/updates.atom', 'public', async (ask) =>
      text(
        updatesFeed(await readFeed(services, await readable(ask), ask.origin)),
        'application/atom+xml; charset=utf-8',
      ),
    ),
    get('/funds/:fund/:round/versions/:number', 'public', (ask) => version(ask, 'announcement')),
    get('/funds/:fund/:round/changes/:number', 'public', (ask) => change(ask, 'announcement')),
    get('/funds/:fund/:round/:page', 'public', async (ask) => {
      const slug = param(ask, 'page')
      if (!isPartSlug(slug)) throw notFound('page')
      return show(partPage(await readPart(services, await readable(ask), slug)))
    }),
    get('/funds/:fund/:round/:page/versions/:number', 'public', (ask) => version(ask, partOf(ask))),
    get('/funds/:fund/:round/:page/changes/:number', 'public', (ask) => change(ask, partOf(ask))),
  ]
}

export const addressOf = (ask: Ask): RoundAddress => ({ fund: param(ask, 'fund'), round: param(ask, 'round') })

function partOf(ask: Ask): PageSlug {
  const slug = param(ask, 'page')
  if (!isPartSlug(slug)) throw notFound('page')
  return slug
}

/** @throws {NotFound} if the address names no page of a round */
export function pageOf(ask: Ask): PageSlug {
  const slug = param(ask, 'page')
  if (!isPageSlug(slug)) throw notFound('page')
  return slug
}

function numberOf(ask: Ask): number {
  const written = param(ask, 'number')
  if (!/^[1-9]\d{0,5}$/.test(written)) throw notFound('version')
  return Number(written)
}
