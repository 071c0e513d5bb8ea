/** Words that end in s and are no plural. */
const notPlural = /(?:ss|us|is)$/i

/**
 * A unit as one of it is said: `days a year` is `day a year`. What is counted is the word “people”, or else the first one.
 *
 * @param unit as a council writes it
 * @example singularUnit('days a year') // => 'day a year'
 */
export function singularUnit(unit: string): string {
  if (/\bpeople\b/i.test(unit)) return unit.replace(/\bpeople\b/i, 'person')
  const [first = '', ...rest] = unit.split(' ')
  return [singular(first), ...rest].join(' ')
}

function singular(word: string): string {
  if (notPlural.test(word)) return word
  if (/[^aeiou]ies$/i.test(word)) return word.replace(/ies$/i, 'y')
  if (/(?:x|ch|sh|ss)es$/i.test(word)) return word.replace(/es$/i, '')
  return word.replace(/s$/i, '')
}
