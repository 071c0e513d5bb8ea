/** What the browser script that saves while people type is told: see `src/ui/assets/scripts/autosave-request.ts`. */

import { type Answer, json } from './answer.ts'

/** @param versions of what is now saved, as the form carries them */
export const autosaved = (versions: string, savedAt: Date): Answer =>
  json({
    status: 'saved',
    savedAt: savedAt.toISOString(),
    version: /^\d+$/.test(versions) ? Number(versions) : versions,
  })

/** Somebody else, or another window, was first. @param theirs what is stored, by the item's id */
export const autosaveClash = (theirs: Readonly<Record<string, unknown>>): Answer => json({ status: 'clash', theirs })

/** It is not saved, and will not be. */
export const autosaveRefused = (message: string): Answer => json({ status: 'refused', message })
