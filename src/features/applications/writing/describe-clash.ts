import { answerWords, type NameOf, type PostedFields } from '../../../core/forms/index.ts'
import { bothTexts } from '../../../core/text/both-texts.ts'
import { wordDiff } from '../../../core/text/word-diff.ts'
import type { Difference, MergedText } from './pages/clash.ts'
import { clashFields } from './read-choices.ts'
import type { Clash } from './save-answers.ts'

const isText = ({ question, mine, theirs }: Clash): boolean =>
  ['short-text', 'long-text'].includes(question.type) && typeof mine === 'string' && typeof theirs === 'string'

/** How what this person wrote differs from what is stored. */
export function differenceOf(clash: Clash, nameOf: NameOf): Difference {
  const { question, mine, theirs } = clash
  if (isText(clash)) return { kind: 'text', changes: wordDiff(String(theirs), String(mine)).segments }
  const [before, after] = [answerWords(question, theirs, nameOf), answerWords(question, mine ?? null, nameOf)]
  const linesOf = (lines: readonly string[], others: readonly string[]) =>
    lines.map((text) => ({ text, differs: !others.includes(text) }))
  return { kind: 'answers', theirs: linesOf(before, after), mine: linesOf(after, before) }
}

/**
 * The third text beside two, of which there is one where both are text.
 *
 * @param typed the page on which it was written and not chosen, if it was
 */
export function mergedOf(clash: Clash, typed: PostedFields | undefined): MergedText | undefined {
  if (!isText(clash)) return undefined
  const { question, mine, theirs } = clash
  const isLine = question.type === 'short-text'
  const names = clashFields(question.id)
  const offered = bothTexts(String(theirs), String(mine), isLine ? ' ' : '\n\n')
  const text = typed?.has(names.merged) ? typed.text(names.merged) : offered
  return { name: names.merged, replaces: question.id, text, offered: { name: names.offered, text: offered }, isLine }
}
