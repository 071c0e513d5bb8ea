import type { Answers } from '../forms/index.ts'

/** A risk as an appraisal of options has it. `probability`: from 0 to 1. */
export type AppraisedRisk = {
  readonly title: string
  readonly probability: number
  readonly owner: string
  readonly response: string
}

/**
 * How likely a risk is in the words of a register of delivery: by thirds.
 *
 * @example likelihoodOf(0.3) // => 'low'
 */
export const likelihoodOf = (probability: number): 'low' | 'medium' | 'high' =>
  probability < 1 / 3 ? 'low' : probability < 2 / 3 ? 'medium' : 'high'

/**
 * A risk of delivery that begins as one of the appraisal. How bad it would be for the benefits, how it stands and why is not
 * said there, and is left to be answered.
 */
export const beginRisk = ({ title, probability, owner, response }: AppraisedRisk): Answers =>
  Object.fromEntries(
    Object.entries({ title, likelihood: likelihoodOf(probability), owner, response }).filter(([, said]) => said !== ''),
  )
