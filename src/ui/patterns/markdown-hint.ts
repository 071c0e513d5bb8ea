/** What whoever writes with Markdown must know of it, as a hint below a label. */
export const markdownHint =
  'A blank line begins a paragraph, a hyphen begins a line of a list, and [words](address) makes a link'
