/** The language of the service itself, as addresses, cookies and rows name it. */
export const ownTag = 'en'

/**
 * Gives a function or a table of words as the program of one language has it. Whoever writes for others says everything by
 * it, so that each reader reads it in their own language, whoever acts.
 *
 * @example (say: Say) => say(signInMessage)({ link, code })
 */
export type Say = <Words extends object>(words: Words) => Words

/** Says it as it is written here. */
export const sayOwn: Say = (words) => words

/** A language beside that of the service. */
export type OtherLanguage = {
  /** Its BCP 47 tag, such as `cy`. */
  readonly tag: string
  /** Whether people are asked if they want it. One that is not translated far enough is there for those who know of it. */
  readonly offered: boolean
  readonly say: Say
}

/** The languages in which the service writes to people, beside its own. */
export type Languages = readonly OtherLanguage[]

/** Whether the service speaks a language. */
export const isSpoken = (languages: Languages, tag: string): boolean =>
  tag === ownTag || languages.some((each) => each.tag === tag)

/** How to say something in a language; in the service's own where it does not speak it. */
export const sayIn = (languages: Languages, tag: string | null | undefined): Say =>
  languages.find((each) => each.tag === tag)?.say ?? sayOwn

/**
 * In which language something stands on a page that is in another, for whoever has it read out.
 *
 * @param written of it; null for the service's own
 * @param read that of the page; undefined for the service's own
 * @returns undefined where it is in that of the page
 * @example otherThan(null, 'cy') // => 'en'
 */
export const otherThan = (written: string | null, read: string | undefined): string | undefined =>
  (written ?? ownTag) === (read ?? ownTag) ? undefined : (written ?? ownTag)
