import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type PageSlug, pageSlugs, publishPage, savePage } from '../features/guidance/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { parseSeedPage, readSeed, type SeedPage, seedsFolder } from './read-seed.ts'

/**
 * Publishes the announcement and the eight parts of a round.
 *
 * @param own a folder of the seeds whose pages come instead of those of `delivering-differently`, where it has them
 */
export async function seedPages(tx: Tx, services: Services, roundId: string, at: Date, own?: string): Promise<void> {
  const instead = own === undefined ? [] : await readdir(join(seedsFolder, own))
  for (const slug of pageSlugs) {
    const page = own !== undefined && instead.includes(`${slug}.md`) ? await pageOf(slug, own) : await pageOf(slug)
    await publish(tx, services, { roundId, slug, at }, page)
  }
}

/** Publishes a second version of the announcement, so that a newcomer sees what a dated change looks like. */
export async function seedChange(tx: Tx, services: Services, roundId: string, at: Date): Promise<void> {
  const page = await pageOf('announcement')
  const body = page.body.replace(
    'Send an expression of interest by the deadline.',
    'Read the form before you start: every question is on its page, and a blank copy can be kept. Send an expression of interest by the deadline.',
  )
  if (body === page.body) throw new Error('the announcement of the seeds does not say what the change replaces')
  await publish(
    tx,
    services,
    { roundId, slug: 'announcement', at, changeNote: 'Made application form more prominent.' },
    { ...page, body },
  )
}

const pageOf = async (slug: PageSlug, folder = 'delivering-differently'): Promise<SeedPage> =>
  parseSeedPage(await readSeed(`${folder}/${slug}.md`))

type Target = { readonly roundId: string; readonly slug: PageSlug; readonly at: Date; readonly changeNote?: string }

async function publish(tx: Tx, services: Services, target: Target, page: SeedPage): Promise<void> {
  const saved = await savePage(tx, services, { ...page, ...target, personId: null })
  if (!saved.ok) throw new Error(`page ${target.slug} of the seeds is wrong: ${JSON.stringify(saved.problems)}`)
  const published = await publishPage(tx, services, { ...target, personId: null })
  if (!published.ok) throw new Error(`page ${target.slug} cannot be published: ${JSON.stringify(published.problems)}`)
}
