/** What has been typed and not yet acknowledged, kept in this browser so that a crash or a sign-out loses nothing. */

import type { Fields } from './form-fields.ts'

export type Unsaved = {
  readonly fields: Fields
  /** The version of the answer that was being changed. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly keptAt: number
  /** Set when the whole form was sent: any later version then means that it arrived. */
  readonly sent: boolean
}

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
