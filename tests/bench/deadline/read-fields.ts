/** A name and a value of a form, as a browser sends them. */
export type Field = readonly [name: string, value: string]

/**
 * What a browser would send of the form that is being filled in: hidden fields, boxes as they are filled, what is chosen.
 * Buttons are left to whoever presses one.
 *
 * @param page a page of ours, whose HTML is as our own components write it
 * @returns undefined when there is no form with an anti-forgery token inside the main part
 */
export function readFields(page: string): readonly Field[] | undefined {
  const main = /<main\b[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
  const form = [...main.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes('name="_csrf"'))
  if (form === undefined) return undefined
  return [...form.matchAll(control)].flatMap(({ groups = {} }): readonly Field[] => {
    const { input, area, select, text, options } = groups
    const tag = input ?? area ?? select ?? ''
    const name = attribute(tag, 'name')
    if (name === undefined || /\sdisabled(?=[\s>])/.test(tag)) return []
    if (text !== undefined) return [[name, decode(text)]]
    if (options !== undefined) return [[name, chosen(options)]]
    const type = attribute(tag, 'type')
    if ((type === 'radio' || type === 'checkbox') && !/\schecked(?=[\s>])/.test(tag)) return []
    return [[name, attribute(tag, 'value') ?? '']]
  })
}

/** The fields with some of them filled in anew, each list of values in the place of those of its name. */
export const filledIn = (
  fields: readonly Field[],
  values: Readonly<Record<string, string | readonly string[]>>,
): URLSearchParams =>
  new URLSearchParams([
    ...fields.filter(([name]) => !Object.hasOwn(values, name)).map(([name, value]): string[] => [name, value]),
    ...Object.entries(values).flatMap(([name, list]) => [list].flat().map((value) => [name, value])),
  ])

/** The first value of a name. */
export const fieldIn = (fields: readonly Field[], name: string): string | undefined =>
  fields.find(([each]) => each === name)?.[1]

const control =
  /<(?:input\b(?<input>[^>]*>)|textarea\b(?<area>[^>]*>)\n?(?<text>[^<]*)<\/textarea>|select\b(?<select>[^>]*>)(?<options>[\s\S]*?)<\/select>)/g

function chosen(options: string): string {
  const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag)
  return attribute(tags.find((tag) => /\sselected(?=[\s>])/.test(tag)) ?? tags[0] ?? '', 'value') ?? ''
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

const decode = (text: string): string => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => entities[name] ?? '')
