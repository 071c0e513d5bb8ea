/** Every text answer, in UTF-16 code units, whatever the form allows: about six pages. Checked before anything else is. */
export const MOST_CHARACTERS = 20_000

/** All text of one application together, in UTF-16 code units. */
export const MOST_CHARACTERS_IN_FORM = 500_000

/** Items of one repeating group or money table. */
export const MOST_ITEMS = 100

/** Files in one answer. */
export const MOST_FILES = 20

/** The largest file that any question takes. Servers take no longer requests, and scanners are set to it. */
export const MOST_MEGABYTES = 25
