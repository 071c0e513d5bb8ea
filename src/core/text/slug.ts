/**
 * Text as a part of an address: small Latin letters and digits with single hyphens.
 *
 * Accents go (ŵ becomes w), "&" becomes "and", apostrophes vanish, and anything else parts words. Cut at a word when
 * longer than `longest`.
 *
 * @param longest characters at most, 60 when not said; a first word longer than that is cut through
 * @returns '' when nothing is left (a title in another script): the caller says what to use then
 * @example slug('King’s Lynn & West Norfolk') // => 'kings-lynn-and-west-norfolk'
 * @example slug('Ynys Môn: gwŷdd') // => 'ynys-mon-gwydd'
 */
export function slug(text: string, longest = 60): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
  if (words.length <= longest) return words
  const cut = words.slice(0, longest + 1).lastIndexOf('-')
  return words.slice(0, cut > 0 ? cut : longest)
}
