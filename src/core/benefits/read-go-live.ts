import { type AnsweredFile, answerOf, filesOf } from '../forms/index.ts'
import { entriesOf, evidenceFiles } from '../sheets/index.ts'
import type { IsoDay } from '../time/day.ts'
import type { BenefitRecord } from './benefit-record.ts'
import { numberOf, textOf } from './read-answers.ts'
import { goLiveSteps } from './sheets/go-live.ts'

/** A step on the way to go-live. */
export type GoLiveStep = {
  readonly id: string
  readonly title: string
  /** Undefined until somebody has written it. */
  readonly planned: IsoDay | undefined
  readonly done: IsoDay | undefined
  readonly evidence: string
  readonly files: readonly AnsweredFile[]
  readonly payer: string
  readonly cost: number | undefined
  readonly note: string
}

/** Every step, in the order in which they usually come, as far as they are written. */
export function goLiveOf(record: BenefitRecord): readonly GoLiveStep[] {
  const entries = entriesOf(record, 'go-live')
  return goLiveSteps.map(({ id, title }) => {
    const content = entries.find((entry) => entry.id === id)?.content ?? {}
    return {
      id,
      title,
      planned: textOf(content, 'planned') || undefined,
      done: textOf(content, 'done') || undefined,
      evidence: textOf(content, 'evidence'),
      files: filesOf(answerOf(content, evidenceFiles.id)),
      payer: textOf(content, 'payer'),
      cost: numberOf(content, 'cost'),
      note: textOf(content, 'note'),
    }
  })
}

/** What falls to others than the fund: the cost of all steps whose cost is known. */
export const costOfGoLive = (steps: readonly Pick<GoLiveStep, 'cost'>[]): number =>
  steps.reduce((sum, { cost = 0 }) => sum + cost, 0)
