import type { Acknowledged } from './compare.ts'

/** Writes down what the service told people, while they are told it. */
export type Ledger = Acknowledged & {
  /** What is there before anyone comes. */
  readonly begin: (reference: string, question: string, text: string) => void
  /** A save was acknowledged, in which these answers were new. */
  readonly saved: (reference: string, answers: Readonly<Record<string, string>>) => void
  readonly submittedBy: (reference: string) => void
  /** How many saves and submissions were acknowledged in all. */
  readonly totals: () => { readonly saves: number; readonly submissions: number }
}

export function openLedger(): Ledger {
  const answers = new Map<string, Map<string, string[]>>()
  const saves = new Map<string, number>()
  const submitted = new Set<string>()
  const add = (reference: string, question: string, text: string): void => {
    const questions = answers.get(reference) ?? new Map<string, string[]>()
    answers.set(reference, questions)
    const texts = questions.get(question) ?? []
    questions.set(question, texts)
    texts.push(text)
  }
  return {
    answers,
    saves,
    submitted,
    begin: add,
    saved: (reference, written) => {
      for (const [question, text] of Object.entries(written)) add(reference, question, text)
      saves.set(reference, (saves.get(reference) ?? 0) + 1)
    },
    submittedBy: (reference) => submitted.add(reference),
    totals: () => ({
      saves: [...saves.values()].reduce((sum, count) => sum + count, 0),
      submissions: submitted.size,
    }),
  }
}
