import type { CopyPages } from '../funds/index.ts'
import { pagesInHand } from './pages.store.ts'
import { savePage } from './save-page.ts'

/** Takes what is published on the pages of a round into another round as drafts, to be read over and published there. */
export const copyPages: CopyPages = async (tx, services, { from, to, by, at }) => {
  for (const { slug, published } of await pagesInHand(tx, from)) {
    if (published === undefined) continue
    const { title, summary, body } = published
    await savePage(tx, services, { roundId: to, slug, title, summary, body, personId: by, at })
  }
}
