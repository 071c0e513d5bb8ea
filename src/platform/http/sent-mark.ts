import type { Answer } from './answer.ts'
import type { Ask } from './route.ts'

/**
 * The mark that a script gave to the form it sent, by which it knows its own copy of the text again. A copy is deleted
 * only when a page that comes afterwards bears the mark in its address: to lead on is how a route says that it has
 * taken a form.
 */
export function sentMark({ form }: Pick<Ask, 'form'>): string | undefined {
  const mark = form.line('_sent')
  return /^[0-9a-f]{32}$/.test(mark) ? mark : undefined
}

/**
 * The answer, with the mark in the address if it leads on.
 *
 * @example acknowledged(seeOther('/a?b=1#c'), ask) // to '/a?b=1&_saved=…#c'
 */
export function acknowledged(answer: Answer, ask: Pick<Ask, 'form'>): Answer {
  const mark = sentMark(ask)
  if (answer.kind !== 'redirect' || mark === undefined || !answer.to.startsWith('/')) return answer
  const [, address = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(answer.to) ?? []
  return { ...answer, to: `${address}${address.includes('?') ? '&' : '?'}_saved=${mark}${fragment}` }
}
