/** An element of an SVG document of our own. */
export type DrawnElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: DrawnElement[]
  text: string
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }),
)

/** What markup says, without what stands for characters. */
const plain = (text: string): string =>
  text.replaceAll(/&(#39|\w+);/g, (whole, name: string) => entities.get(name) ?? whole)

/** The text of an element, apart from that of elements within. */
export const textIn = (element: DrawnElement | undefined): string => plain(element?.text ?? '')

/** The outermost element of an SVG document of our own, which is well formed and has no comments. */
export function readElements(svg: string): DrawnElement {
  const top: DrawnElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [top]
  let end = 0
  for (const match of svg.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/gi)) {
    const inside = open.at(-1) ?? top
    inside.text += svg.slice(end, match.index)
    end = match.index + match[0].length
    const [, closing, name = '', attributes = '', empty] = match
    if (closing === '/') {
      open.pop()
      continue
    }
    const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)]
    const element: DrawnElement = {
      name,
      attributes: new Map(pairs.map(([, key = '', value = '']) => [key, plain(value)])),
      children: [],
      text: '',
    }
    inside.children.push(element)
    if (empty !== '/') open.push(element)
  }
  const [root] = top.children
  if (root === undefined) throw new Error('a drawing without an element')
  return root
}

/** A rule of a style sheet whose selectors are single classes. */
export type ClassRule = { readonly classes: readonly string[]; readonly set: readonly (readonly [string, string])[] }

/** @example readRules('.a,.b{fill:none}') // => [{ classes: ['a', 'b'], set: [['fill', 'none']] }] */
export const readRules = (style: string): readonly ClassRule[] =>
  [...style.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, names = '', body = '']) => ({
    classes: names.split(',').map((name) => name.trim().replace(/^\./, '')),
    set: body
      .split(';')
      .filter((each) => each.includes(':'))
      .map((each): [string, string] => {
        const [key = '', value = ''] = each.split(':', 2)
        return [key.trim(), value.trim()]
      }),
  }))
