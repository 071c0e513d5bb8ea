/** A reply by mail in two parts: what its writer wrote, and what a mail program or a signature added. */
export type CutReply = { readonly kept: string; readonly cut: string }

/** "On Monday Ann wrote:" and the same of mail programs in other words; it may be broken over several lines. */
const attribution = /^(On\b.{4,300}\bwrote:|Le\b.{4,300}a écrit\s?:|Am\b.{4,300}schrieb.{0,200}:)$/s
/** The same with the name first, on one line. */
const nameFirst = /^.{1,200}<[^<>\s]+@[^<>\s]+> wrote:$/
const originalMessage = /^-{2,}\s*(Original Message|Forwarded message|Original Appointment)\s*-{2,}$/i
const headerOfOriginal = /^(From|Sent|To|Subject|Date|Cc):\s/i
const rule = /^_{10,}$/
const device = /^(Sent from my |Sent from Outlook|Get Outlook for |Sent via )/i

/** Lines that an attribution may be broken over. */
const mostBroken = 3

const isQuoted = (line: string): boolean => line.startsWith('>')

/**
 * Cuts what is quoted below a reply, and its signature, and keeps the rest. Answers between quoted lines are kept with
 * the lines that they answer: only what ends the mail is cut.
 *
 * @param markers the lines that mails of ours may carry, in each language: what is below one was not written now
 * @example cutReply('Yes.\n\nOn Monday Ann wrote:\n> Can we?', []) // => { kept: 'Yes.', cut: 'On Monday Ann wrote:\n> Can we?' }
 */
export function cutReply(text: string, markers: readonly string[]): CutReply {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  const end = endOfAnswer(lines.slice(0, signatureAt(lines)), markers)
  return { kept: lines.slice(0, end).join('\n').trim(), cut: lines.slice(end).join('\n').trim() }
}

/** The first line that was not written now. */
function endOfAnswer(lines: readonly string[], markers: readonly string[]): number {
  const marked = lines.findIndex((line) => markers.some((marker) => line.includes(marker)))
  const within = marked < 0 ? lines : lines.slice(0, marked)
  for (const [at, line] of within.entries()) {
    const trimmed = line.trim()
    if (originalMessage.test(trimmed) || isHeaderBlock(within, at)) return at
    const length = attributionLength(within, at)
    // Below it may stand answers between the quoted lines: then it is no end.
    if (length > 0 && onlyQuoted(within.slice(at + length), marked >= 0)) return at
  }
  return startOfTrailingQuote(within)
}

/** How many lines from here are an attribution; 0 for none. */
function attributionLength(lines: readonly string[], at: number): number {
  for (let count = 1; count <= mostBroken && at + count <= lines.length; count += 1) {
    const parts = lines.slice(at, at + count).map((line) => line.replace(/^>\s?/, '').trim())
    if (parts.includes('')) return 0
    if (attribution.test(parts.join(' ')) || (count === 1 && nameFirst.test(parts[0] ?? ''))) return count
  }
  return 0
}

/** Whether nothing here was written now: quoted lines and empty ones. Above a marker some programs do not quote at all. */
const onlyQuoted = (lines: readonly string[], marked: boolean): boolean =>
  marked
    ? lines.every((line) => line.trim() === '' || isQuoted(line)) || !lines.some(isQuoted)
    : lines.every((line) => line.trim() === '' || isQuoted(line))

/** The headers with which some programs begin what is answered: at least three, one below the other. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const from = rule.test(lines[at]?.trim() ?? '') ? at + 1 : at
  const block = lines.slice(from, from + 5).filter((line) => line.trim() !== '')
  return (
    /^From:\s/i.test(block[0]?.trim() ?? '') && block.filter((line) => headerOfOriginal.test(line.trim())).length >= 3
  )
}

function startOfTrailingQuote(lines: readonly string[]): number {
  let end = lines.length
  while (end > 0 && (lines[end - 1]?.trim() === '' || isQuoted(lines[end - 1] ?? ''))) end -= 1
  return lines.slice(end).some(isQuoted) ? end : lines.length
}

/** Where the signature begins: at "-- ", or at what a telephone adds. */
function signatureAt(lines: readonly string[]): number {
  const found = lines.findIndex((line, at) => line === '-- ' || (line === '--' && at > 0) || device.test(line.trim()))
  return found < 0 ? lines.length : found
}
