/** What a person sent with a form: text, always; the form engine and the actions say whether it will do. */
export type FormBody = {
  /** Text of several lines: line ends as `\n`, composed letters (NFC), no control characters but tab and newline. */
  readonly text: (name: string) => string
  /** Text of one line, trimmed. */
  readonly line: (name: string) => string
  /** Every value sent under a name, each as {@link FormBody.line} gives it. */
  readonly all: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g

/** Text as a form gives it: see {@link FormBody.text}. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed().normalize('NFC')

const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

/**
 * Reads the fields of a form that a browser sent.
 *
 * @example formBody(new URLSearchParams('a=1%0D%0A2')).text('a') // => '1\n2'
 */
export function formBody(fields: URLSearchParams): FormBody {
  return {
    text: (name) => cleanText(fields.get(name) ?? ''),
    line: (name) => oneLine(fields.get(name) ?? ''),
    all: (name) => fields.getAll(name).map(oneLine),
    has: (name) => fields.has(name),
    names: () => [...new Set(fields.keys())],
  }
}
