import type { Ask } from './route.ts'

/** A part of a long list, with the addresses of the parts beside it. */
export type PageOfList = {
  /** The first row that is shown, counted from 0. */
  readonly from: number
  /** The row after the last that is shown. */
  readonly to: number
  /** Which rows these are, for people; '' of a list without any, which says so in words of its own. */
  readonly words: string
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** Rows on a page of a list that people read. */
export const rowsOnPage = 25

export type ListToPage = {
  readonly total: number
  /** The page that the list is on. Its filters are in the query, and stay there. */
  readonly path: string
  readonly rows?: number
  /** What the query calls the first row; a name of its own for each list of a page. */
  readonly name?: string
  /** The id of the part of the page that the list is in, where the page has more than the list. */
  readonly part?: string
}

/** The row that a query asks to begin with; 0 when it asks for nothing that can be. */
export function firstRow(query: URLSearchParams, name = 'from'): number {
  const asked = Number(query.get(name) ?? 0)
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 0
}

/**
 * An address that remembers which part of a list somebody came from, so that they can be led back to it.
 *
 * @param names of the query, which stay
 * @example withQuery('/bids/1', new URLSearchParams('from=25&other=1'), ['from']) // => '/bids/1?from=25'
 */
export function withQuery(path: string, query: URLSearchParams, names: readonly string[]): string {
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = query.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept.size === 0 ? path : `${path}?${kept}`
}

/**
 * The page of a list that a query asks for. One that begins after the end of the list is its last page: the list may have
 * got shorter since.
 *
 * @example pageOfList(ask.query, { total: 120, path: '/applications' }).words // 'Showing 1 to 25 of 120'
 */
export function pageOfList(query: Ask['query'], given: ListToPage): PageOfList {
  const { total, path, rows = rowsOnPage, name = 'from', part } = given
  const asked = firstRow(query, name)
  const last = Math.max(0, Math.floor((total - 1) / rows) * rows)
  const from = Math.min(asked, last)
  const to = Math.min(total, from + rows)
  const at = (row: number): string => {
    const next = new URLSearchParams(query)
    if (row === 0) next.delete(name)
    else next.set(name, String(row))
    return `${path}${next.size === 0 ? '' : `?${next}`}${part === undefined ? '' : `#${part}`}`
  }
  return {
    from,
    to,
    words: total === 0 ? '' : `Showing ${from + 1} to ${to} of ${total}`,
    previous: from > 0 ? at(Math.max(0, from - rows)) : undefined,
    next: to < total ? at(to) : undefined,
  }
}
