import { type Answers, answerOf } from '../../forms/index.ts'
import type { Unfit } from '../../sheets/index.ts'

/**
 * What is wrong with the optimism bias of a line: that nothing says what it rests on, or that part of a bias is dealt with
 * which nobody entered. A bias of 0 is none.
 *
 * @example unfitBias({ bias: 41 }).length // => 1
 */
export function unfitBias(content: Answers): readonly Unfit[] {
  const over0 = (id: string): boolean => Number(answerOf(content, id) ?? 0) > 0
  const evidence = answerOf(content, 'evidence')
  if (over0('mitigated') && !over0('bias'))
    return [at('bias', 'Enter the optimism bias of which a part is dealt with, or leave that part blank')]
  const says = typeof evidence === 'string' && evidence.trim() !== ''
  return over0('bias') && !says ? [at('evidence', 'Say what the optimism bias rests on, and what deals with it')] : []
}

const at = (question: string, text: string): Unfit => ({ question, field: question, text })
