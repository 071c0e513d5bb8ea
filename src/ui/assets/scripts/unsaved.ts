/** What has been typed and not yet acknowledged, kept in this browser so that a crash or a sign-out loses nothing. */

import type { Fields } from './form-fields.ts'

export type Unsaved = {
  readonly fields: Fields
  /** The names that these are all the fields of: those that were changed. Left out: all of the page. */
  readonly only?: readonly string[] | undefined
  /** They come from the page that shows two texts of one answer. */
  readonly twoTexts?: boolean | undefined
  /** Milliseconds since 1970. */
  readonly keptAt: number
  /** The mark of the form in which it was sent. */
  readonly sent?: string | undefined
}

/** What was found when its page was opened again, and waits for the person to say what becomes of it. */
export type SetAside = { readonly id: string; readonly unsaved: Unsaved }

const everyones = 'unsaved:'
/** Of whoever is signed in on this page: browsers are shared, and what one wrote is not for the next. */
const prefix = `${everyones}${document.body.dataset.person ?? ''}:`
const longestKeptMs = 30 * 24 * 60 * 60 * 1000

export function keepUnsaved(key: string, unsaved: Unsaved): void {
  attempt(() => localStorage.setItem(prefix + key, JSON.stringify(unsaved)))
}

export function forgetUnsaved(key: string): void {
  attempt(() => localStorage.removeItem(prefix + key))
}

export const findUnsaved = (key: string): Unsaved | undefined => read(prefix + key)

/** Moves it out of the way of what is typed next, which would take its place. */
export function setAside(key: string, unsaved: Unsaved): void {
  keepUnsaved(`${key}|${unsaved.keptAt}`, unsaved)
  forgetUnsaved(key)
}

export function findAside(key: string): readonly SetAside[] {
  const start = `${prefix}${key}|`
  const names = attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(start))) ?? []
  return names.sort().flatMap((name) => {
    const id = name.slice(prefix.length)
    const unsaved = findUnsaved(id)
    return unsaved === undefined ? [] : [{ id, unsaved }]
  })
}

/** The server has taken the form that bore this mark. */
export function forgetSent(mark: string): void {
  attempt(() => {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(prefix)) continue
      const key = name.slice(prefix.length)
      if (findUnsaved(key)?.sent === mark) forgetUnsaved(key)
    }
  })
}

export const anyUnsaved = (): boolean =>
  attempt(() => Object.keys(localStorage).some((name) => name.startsWith(prefix))) ?? false

export function forgetAllUnsaved(): void {
  attempt(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
  })
}

/** Nothing stays for more than a month, whosever it is. */
export function forgetOldUnsaved(now: number): void {
  attempt(() => {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(everyones)) continue
      const keptAt = read(name)?.keptAt
      if (keptAt === undefined || now - keptAt > longestKeptMs) localStorage.removeItem(name)
    }
  })
}

const read = (name: string): Unsaved | undefined =>
  attempt(() => JSON.parse(localStorage.getItem(name) ?? 'null') as Unsaved | null) ?? undefined

/** Storage may be full or forbidden. Then typing goes on and only the second copy is missing. */
function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
