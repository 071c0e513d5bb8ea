// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * The name of a file as it is kept: without folders, which some browsers send, and without characters that could change
 * how it reads. At most 200 characters, with its end.
 *
 * @example tidyFileName('C:\\plans\\../Tŷ  2.pdf') // => 'Tŷ 2.pdf'
 */
export function tidyFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const tidy = last.toWellFormed().replace(controls, '').normalize('NFC').replace(/\s+/g, ' ').trim() || 'file'
  if (tidy.length <= 200) return tidy
  const dot = tidy.lastIndexOf('.')
  const end = dot > 0 && tidy.length - dot <= 20 ? tidy.slice(dot) : ''
  return `${tidy.slice(0, 200 - end.length).toWellFormed()}${end}`
}
