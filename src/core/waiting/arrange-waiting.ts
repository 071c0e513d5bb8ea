/** Something on somebody's list of work, as far as its place depends on it. */
export type Listed = {
  readonly href: string
  /** Something is asked of them now. Left out: it goes on without them. */
  readonly asks?: boolean | undefined
  /** When it is due, or happens. */
  readonly dueAt?: Date | undefined
  /** The application that it is about. */
  readonly about?: string | undefined
  /** It says no more than that there is such an application: anything else about that is enough. */
  readonly general?: boolean | undefined
}

/** What is asked of somebody, and what goes on. */
export type Arranged<Item> = { readonly asked: readonly Item[]; readonly underWay: readonly Item[] }

/**
 * A list of work in its order: what is asked first, and of that what is due first; what has no date comes after what has
 * one. Nothing stands there twice.
 */
export function arrangeWaiting<Item extends Listed>(items: readonly Item[]): Arranged<Item> {
  const named = new Set(items.filter(({ general }) => general !== true).map(({ about }) => about))
  const once = new Map<string, Item>()
  for (const item of items) {
    const said = item.general === true && item.asks !== true && item.about !== undefined && named.has(item.about)
    const other = once.get(item.href)
    if (!said && (other === undefined || (item.asks === true && other.asks !== true))) once.set(item.href, item)
  }
  const list = [...once.values()]
  return {
    asked: list.filter(({ asks }) => asks === true).toSorted(byDue),
    underWay: list.filter(({ asks }) => asks !== true).toSorted(byDue),
  }
}

const byDue = (one: Listed, other: Listed): number =>
  (one.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER) - (other.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER)
