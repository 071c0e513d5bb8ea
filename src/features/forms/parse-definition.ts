import { checkDefinition, type Form } from '../../core/forms/index.ts'
import { type Result, refused } from '../../core/result.ts'
import { describePlace } from './describe-place.ts'
import type { FormProblem } from './forms.messages.ts'

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
  try {
    return { ok: true, value: JSON.parse(pasted) }
  } catch (error) {
    // What is wrong is said in the words of the engine, which are no words for people; where it is can be had from them.
    const [, position] = /at position (\d+)/.exec(String(error)) ?? []
    if (position === undefined) return refused<FormProblem>({ code: 'json-wrong', line: null, column: null })
    const lines = pasted.slice(0, Number(position)).split('\n')
    return refused<FormProblem>({ code: 'json-wrong', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 })
  }
}
