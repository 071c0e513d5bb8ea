declare const safeHtmlBrand: unique symbol

/**
 * HTML that may be sent as it is: everything in it was either written by us or escaped.
 *
 * An object and not a string, so that text from a person can never pass for it.
 */
export type SafeHtml = { readonly [safeHtmlBrand]: true }

/** What may stand between `${` and `}`. Text and numbers are escaped; nothing, null and false leave no trace. */
export type Interpolated = SafeHtml | string | number | null | undefined | false | readonly Interpolated[]

/** The key of the characters. Parsed input cannot hold a symbol, so nothing sent by a person can be forged into HTML. */
const characters = Symbol('characters')

type Fragment = { readonly [characters]: string }

const unsafe = /[&<>"']/
const unsafeEverywhere = /[&<>"']/g

function entityOf(character: string): string {
  switch (character) {
    case '&':
      return '&amp;'
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '"':
      return '&quot;'
    default:
      return '&#39;'
  }
}

/**
 * Text as it must be written in HTML, in an element or in a quoted attribute.
 *
 * Most text has nothing to escape, so it is tested first: that is several times quicker than a replacement.
 *
 * @example escapeHtml('Bath & "North East"') // => 'Bath &amp; &quot;North East&quot;'
 */
export function escapeHtml(text: string): string {
  return unsafe.test(text) ? text.replace(unsafeEverywhere, entityOf) : text
}

function write(value: Interpolated): string {
  if (typeof value === 'string') return unsafe.test(value) ? value.replace(unsafeEverywhere, entityOf) : value
  if (value === null || value === undefined || value === false) return ''
  const fragment = (value as unknown as Fragment)[characters]
  if (fragment !== undefined) return fragment
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    let text = ''
    for (const item of value) text += write(item)
    return text
  }
  throw new TypeError(`only text, numbers, SafeHtml and lists of them can be put in a page, not ${typeof value}`)
}

/**
 * The tag for every piece of a page. What is interpolated is escaped unless it is {@link SafeHtml} already.
 *
 * Attribute values must be quoted in the template: escaping protects quoted values only.
 *
 * @throws {TypeError} if something else than text, a number, SafeHtml or a list of them is interpolated: our fault
 * @example render(html`<p>${'<script>'}</p>`) // => '<p>&lt;script&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly Interpolated[]): SafeHtml {
  let text = strings[0] as string
  for (let index = 0; index < values.length; index++) text += write(values[index]) + strings[index + 1]
  return safe(text)
}

function safe(text: string): SafeHtml {
  return { [characters]: text } as unknown as SafeHtml
}

/**
 * Declares text to be safe without looking at it. Only for code in `src/ui`, on text that it escaped itself.
 *
 * @example render(raw('<br>')) // => '<br>'
 */
export function raw(text: string): SafeHtml {
  return safe(text)
}

/**
 * The characters to send.
 *
 * @example render(html`${['a', null, 1]}`) // => 'a1'
 */
export function render(fragment: SafeHtml): string {
  return (fragment as unknown as Fragment)[characters]
}

/** Whether a value is {@link SafeHtml}: for code that takes either text or HTML. */
export function isSafeHtml(value: unknown): value is SafeHtml {
  return typeof value === 'object' && value !== null && characters in value
}

/** No HTML at all. */
export const nothing: SafeHtml = safe('')
