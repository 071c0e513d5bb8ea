/** Text that XML can hold: no control characters but tabs, and no half of a surrogate pair. */
export const writable = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\t]|[\uFFFE\uFFFF]/gu, '')
