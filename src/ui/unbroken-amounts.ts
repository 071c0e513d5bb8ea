const joiner = '\u2060'

/**
 * A page in whose sentences no line ends between a minus and its pounds, so that what is lost is not read as won.
 *
 * Amounts that stand alone, as in a table, stay as they are: they are on one line already, and are copied to spreadsheets.
 * So do attributes and what is typed in a text area, which are sent again.
 *
 * @param markup of our own making: no `>` within an attribute
 * @example unbrokenAmounts('<p>between -£2 and -£1</p>') // => '<p>between -\u2060£2 and -\u2060£1</p>'
 */
export const unbrokenAmounts = (markup: string): string =>
  markup.includes('-£')
    ? markup.replace(/>[^<]*-£[^<]*<(?!\/textarea)/g, (text) => text.replace(/(?<!>)-£/g, `-${joiner}£`))
    : markup
