/** A text as a part of a regular expression that means the text itself. @example literalPattern('a.b') // => 'a\\.b' */
export const literalPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
