import { foundKinds, markedPieces, readSearch } from '../../core/search/index.ts'
import { type Answer, show } from '../../platform/http/answer.ts'
import { type Ask, get, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { readSought } from '../../ui/patterns/index.ts'
import { type FoundOfKind, findEverything } from './find-everything.ts'
import { type FoundGroup, searchPage } from './pages/search.ts'
import { kindNames } from './search.messages.ts'
import { searchPath } from './search.paths.ts'

/** So many of each kind beside others, and alone. */
const mostBeside = 5
const mostAlone = 50

/** Searches a minute from one address: more than a person makes. */
const perMinute = 60

/** Everything that one may open, by its words. */
export const searchRoutes = (services: Services): Route[] => [
  get(searchPath, 'public', (ask) => showFound(services, ask), { perMinute }),
]

async function showFound({ db }: Services, ask: Ask): Promise<Answer> {
  const { problems } = readSought(ask.query, 'q')
  const words = readSearch(ask.query.get('q') ?? '')
  const kind = foundKinds.find((each) => each === ask.query.get('kind'))
  const limit = kind === undefined ? mostBeside + 1 : mostAlone
  const { actor, receivedAt: at } = ask
  const all = words === undefined ? [] : await findEverything(db, { words, actor, at, limit })
  const groups = all.filter((group) => kind === undefined || group.kind === kind)
  const query = words?.text ?? ''
  return show(
    searchPage({
      sought: { words: query, problems },
      kind: kind ?? '',
      kinds: foundKinds.map((each) => ({ value: each, text: kindNames[each] })),
      groups: groups.map((group) => shownGroup(group, kind === undefined ? mostBeside : mostAlone, query)),
      signedIn: actor.kind === 'person',
      action: searchPath,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

function shownGroup({ kind, items }: FoundOfKind, most: number, query: string): FoundGroup {
  return {
    id: kind,
    title: kindNames[kind],
    items: items.slice(0, most).map(({ excerpt, ...item }) => ({ ...item, excerpt: markedPieces(excerpt) })),
    moreHref: items.length > most ? `${searchPath}?${new URLSearchParams({ q: query, kind })}` : undefined,
  }
}
