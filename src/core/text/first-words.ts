/**
 * How a text begins, on one line. Words of more than 30 characters are cut.
 *
 * @param most how many words
 * @example firstWords('Demand for the service\nhas doubled.', 3) // => 'Demand for the…'
 */
export function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const shown = words
    .slice(0, most)
    .map((word) => ([...word].length > 30 ? `${[...word].slice(0, 30).join('')}…` : word))
  return `${shown.join(' ')}${words.length > most ? '…' : ''}`
}
