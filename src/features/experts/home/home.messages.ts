import type { OwnPanel, QuestionWait } from './panels.store.ts'

/** What somebody is asked to do with a question. */
export const questionWaitWords: Readonly<Record<QuestionWait, string>> = {
  offer: 'Take it, or say why not',
  advise: 'Advise',
  answer: 'Answer the advice',
  consent: 'Say whether it may be published',
}

/** How much waits for somebody on a panel. */
export const waitsWords = ({ waits }: Pick<OwnPanel, 'waits'>): string =>
  waits === 1 ? '1 thing waits for you' : `${waits} things wait for you`
