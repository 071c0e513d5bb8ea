/** A text as it is stored, or as somebody posts it: then with the version that their page had shown. */
export type TextVersion = { readonly text: string; readonly version: number }

/** What comes of a posted text. `untouched`: it was left as it had been shown, while somebody else changed it. */
export type TextVerdict = 'write' | 'same' | 'untouched' | 'clash'

/**
 * Whether a posted text takes the place of the stored one, so that of two who write at once neither loses anything.
 *
 * @param base the text of the version that was shown; undefined where there is none such
 * @example judgeText({ text: 'Theirs', version: 2 }, { text: 'Mine', version: 1 }, 'Before') // => 'clash'
 */
export function judgeText(stored: TextVersion, posted: TextVersion, base: string | undefined): TextVerdict {
  if (posted.text === stored.text) return 'same'
  if (posted.version === stored.version) return 'write'
  return posted.text === base ? 'untouched' : 'clash'
}
