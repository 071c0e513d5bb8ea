/** What the components share: how options are typed, and how content, classes and attributes are written. */
import { html, isSafeHtml, nothing, raw, render, type SafeHtml } from '../html.ts'

/** Every property may be left out or be undefined, so that callers can pass on what they may not have. */
export type Optional<Shape> = { readonly [Key in keyof Shape]?: Shape[Key] | undefined }

/** Text, which is escaped, or HTML, which takes its place. */
export type Content = Optional<{ text: string | number; html: SafeHtml }>

/** Values by attribute name. `true` writes `"true"`; for an attribute without a value give `''`; undefined and null leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Classes to add to the component's own, separated by spaces, and more attributes for its outermost element. */
export type Styled = Optional<{ classes: string; attributes: Attributes }>

/** An entry of a list that a condition may take away. */
export type Maybe<Item> = Item | null | undefined | false | ''

/** The HTML of some content, or else its text. */
export function contentOf(content: Content | undefined): SafeHtml | string | number | undefined {
  return content === undefined ? undefined : content.html || content.text
}

/** Whether there is anything to show. */
export function hasContent(content: Content | undefined | null): content is Content {
  return Boolean(content?.html || content?.text)
}

/** ` first second` of the classes there are, ready to stand behind the component's own class. */
export function more(...classes: readonly (string | undefined | null | false)[]): string {
  let text = ''
  for (const name of classes) if (name) text += ` ${name}`
  return text
}

/** ` name="value"`, or nothing without a value: undefined, null, false and the empty text. */
export function attribute(name: string, value: string | number | boolean | null | undefined): SafeHtml {
  return value || value === 0 ? html` ${raw(name)}="${String(value)}"` : nothing
}

/** ` name` when the claim holds. */
export function flag(name: string, holds: unknown): SafeHtml {
  return holds ? raw(` ${name}`) : nothing
}

/** ` name="value"` for each attribute given; SafeHtml of attributes is written as it is. */
export function attributesOf(attributes: Attributes | SafeHtml | undefined): SafeHtml {
  if (attributes === undefined || attributes === null) return nothing
  if (isSafeHtml(attributes)) return attributes
  let text = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined && value !== null) text += render(html` ${name}="${String(value)}"`)
  }
  return raw(text)
}

/** Text by plural rule: `one`, `other`, and the rest of CLDR's. */
export type Plurals = Readonly<Record<string, string>>

/** `data-i18n.<key>` with the words that a browser script shows: one text, or one for each plural rule. */
export function wordsFor(key: string, words: string | Plurals | undefined): Attributes {
  if (!words) return {}
  if (typeof words === 'string') return { [`data-i18n.${key}`]: words }
  return Object.fromEntries(Object.entries(words).map(([rule, text]) => [`data-i18n.${key}.${rule}`, text]))
}

/** A heading of a level that the caller chooses. */
export function heading(level: number | string | undefined, attributes: SafeHtml, content: SafeHtml): SafeHtml {
  const tag = raw(`h${Number(level) || 2}`)
  return html`<${tag}${attributes}>${content}</${tag}>`
}
