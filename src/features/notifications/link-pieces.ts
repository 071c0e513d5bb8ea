/** A piece of a text: words, or an address of this service. */
export type LinkPiece = { readonly text: string } | { readonly link: string; readonly href: string }

/** Splits the text at the addresses that lead back to this service, so that they can be followed from the page. */
export function piecesOf(body: string, origin: string): LinkPiece[] {
  const parts = body.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/)
  return parts.flatMap((text): LinkPiece[] => {
    if (text === '') return []
    return text.startsWith(`${origin}/`) ? [{ link: text, href: text.slice(origin.length) }] : [{ text }]
  })
}
