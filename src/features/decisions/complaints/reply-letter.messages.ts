import type { Reply, Stage, StageTexts } from '../../../core/complaints/index.ts'
import { ruleWordsOf } from '../deciding/decision-words.messages.ts'
import { findingWords, groundWords } from './complaints.messages.ts'

/** As much of a reply as its letter says. */
export type Letter = Pick<Reply, 'found' | 'remedy'> & {
  readonly departure: string
  readonly stage: Stage
  readonly texts: Pick<StageTexts, 'outsideBody' | 'outside'>
}

/** The reply to a complaint, a paragraph each: page, email and letter say the same. */
export const replyParagraphs = ({ found, remedy, departure, stage, texts }: Letter): readonly string[] => [
  ...found.map(({ ground, finding, reasons }) => `${groundWords[ground]}: ${findingWords[finding]}.\n${reasons}`),
  remedy === '' ? 'Nothing further is done.' : `What is done about it:\n${remedy}`,
  ...(departure === ''
    ? []
    : [
        `The decision maker is asked to look at the score or the decision again. If it changes, that is recorded as a departure under the rule “${ruleWordsOf(departure)}”, with its reason and its author. This reply itself changes neither.`,
      ]),
  stage === 'first'
    ? 'If you do not agree, you can ask on the page of the complaint that somebody else looks again.'
    : `This is our last reply. ${texts.outsideBody}: ${texts.outside}`,
]
