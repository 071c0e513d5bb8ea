/**
 * What a language is called in itself, for those who read it.
 *
 * @param tag as BCP 47 has it
 * @example languageName('cy') // => 'Cymraeg'
 */
export function languageName(tag: string): string {
  const [language = tag] = tag.split('-')
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? tag
}
