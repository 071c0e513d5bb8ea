/** A piece of a text: words, or an address of this service. */
export type LinkPiece = { readonly text: string } | { readonly link: string; readonly href: string }

/**
 * The same to be read on a page: what stands on the line above an address is the link, and an address that stands by itself
 * is a link in words.
 *
 * @param alone what an address by itself is called
 */
export function linksInWords(pieces: readonly LinkPiece[], alone: string): LinkPiece[] {
  const said: LinkPiece[] = []
  for (const piece of pieces) {
    const before = said.at(-1)
    const lead = 'href' in piece && before !== undefined && 'text' in before ? leadOf(before.text) : undefined
    if (lead !== undefined) {
      said.pop()
      if (lead.rest !== '') said.push({ text: lead.rest })
    }
    said.push('href' in piece ? { link: lead?.words ?? alone, href: piece.href } : piece)
  }
  return said
}

/** The line that leads to an address, without its colon, and what stands before it. */
function leadOf(text: string): { readonly rest: string; readonly words: string } | undefined {
  const [, rest = '', words] = /^([\s\S]*?)([^\n]+):\s*$/.exec(text) ?? []
  return words === undefined ? undefined : { rest, words }
}

/** Splits the text at the addresses that lead back to this service, so that they can be followed from the page. */
export function piecesOf(body: string, origin: string): LinkPiece[] {
  const parts = body.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/)
  return parts.flatMap((text): LinkPiece[] => {
    if (text === '') return []
    return text.startsWith(`${origin}/`) ? [{ link: text, href: text.slice(origin.length) }] : [{ text }]
  })
}
