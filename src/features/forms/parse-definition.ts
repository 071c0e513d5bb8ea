import { checkDefinition, type Form } from '../../core/forms/index.ts'
import { type Result, refused } from '../../core/result.ts'
import { describePlace } from './describe-place.ts'
import type { FormProblem } from './form-problem.ts'

/**
 * A form definition that was pasted as JSON, with every problem at its place in words.
 *
 * @example parseDefinition('') // => { ok: false, problems: [{ code: 'json-missing' }] }
 */
export function parseDefinition(pasted: string): Result<Form, FormProblem> {
  if (pasted.trim() === '') return refused<FormProblem>({ code: 'json-missing' })
  const read = readJson(pasted)
  if (!read.ok) return read
  const checked = checkDefinition(read.value)
  if (checked.ok) return checked
  return refused<FormProblem>(
    ...checked.problems.map((found) => ({
      code: 'definition-wrong' as const,
      ...found,
      place: describePlace(read.value, found.at),
    })),
  )
}

function readJson(pasted: string): Result<unknown, FormProblem> {
  const fault = faultOf(pasted)
  if (fault === undefined) return { ok: true, value: JSON.parse(pasted) }
  const position = positionOf(pasted, fault)
  if (position === undefined) return refused<FormProblem>({ code: 'json-wrong', line: null, column: null })
  const lines = pasted.slice(0, position).split('\n')
  return refused<FormProblem>({ code: 'json-wrong', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 })
}

/** What the engine says of text that is not JSON: no words for people, but they hold where it is. */
function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return String(error)
  }
}

/**
 * Where text stops being JSON. The engine gives the place of most faults, but of a token that it does not expect it gives
 * only the token: then the place is the end of the shortest beginning of the text that has the same fault.
 *
 * @returns undefined when it is whole as far as it goes, and ends too soon
 */
function positionOf(text: string, fault: string): number | undefined {
  const [, position] = /at position (\d+)/.exec(fault) ?? []
  if (position !== undefined) return Number(position)
  const unexpected = (length: number): boolean => faultOf(text.slice(0, length))?.includes('Unexpected token') === true
  if (!unexpected(text.length)) return undefined
  let [whole, wrong] = [0, text.length]
  while (wrong - whole > 1) {
    const middle = Math.floor((whole + wrong) / 2)
    if (unexpected(middle)) wrong = middle
    else whole = middle
  }
  return wrong - 1
}
