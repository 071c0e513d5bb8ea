/** What has been typed and not yet acknowledged, kept in this browser so that a crash or a sign-out loses nothing. */

import type { Fields } from './form-fields.ts'

export type Unsaved = {
  readonly fields: Fields
  /** Milliseconds since 1970. */
  readonly keptAt: number
  /** The mark of the form in which it was sent. */
  readonly sent?: string | undefined
}

/** What was found when its page was opened again, and waits for the person to say what becomes of it. */
export type SetAside = { readonly id: string; readonly unsaved: Unsaved }

const prefix = 'unsaved:'
const longestKeptMs = 30 * 24 * 60 * 60 * 1000

export function keepUnsaved(key: string, unsaved: Unsaved): void {
  attempt(() => localStorage.setItem(prefix + key, JSON.stringify(unsaved)))
}

export function forgetUnsaved(key: string): void {
  attempt(() => localStorage.removeItem(prefix + key))
}

export function findUnsaved(key: string): Unsaved | undefined {
  return attempt(() => JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Unsaved | null) ?? undefined
}

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

/** Nothing stays for more than a month. */
export function forgetOldUnsaved(now: number): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue
      const unsaved = findUnsaved(key.slice(prefix.length))
      if (unsaved === undefined || now - unsaved.keptAt > longestKeptMs) localStorage.removeItem(key)
    }
  })
}

/** Storage may be full or forbidden. Then typing goes on and only the second copy is missing. */
function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
