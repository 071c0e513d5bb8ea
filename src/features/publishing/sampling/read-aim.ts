import type { SampleAim } from '../../../core/evidence/index.ts'
import { readNumber } from '../../../core/rounds/field-problem.ts'

/** As most auditors have it, unless asked otherwise. */
const usual: SampleAim = { confidencePercent: 95, tolerablePercent: 5 }

export type AimField = 'confidence' | 'tolerable'

export type AimProblem = { readonly code: 'aim-unreadable'; readonly field: AimField }

/** How sure somebody wants to be, and what they typed of it that cannot be. */
export type ReadAim = { readonly aim: SampleAim; readonly problems: readonly AimProblem[] }

/** How sure somebody wants to be, as the address says it; as usual where it says nothing that can be. */
export function readAim(query: URLSearchParams): ReadAim {
  const confidence = readPercent(query, 'confidence', usual.confidencePercent)
  const tolerable = readPercent(query, 'tolerable', usual.tolerablePercent)
  return {
    aim: { confidencePercent: confidence.value, tolerablePercent: tolerable.value },
    problems: [confidence, tolerable].flatMap(({ problem }) => problem ?? []),
  }
}

function readPercent(query: URLSearchParams, field: AimField, otherwise: number) {
  const typed = query.get(field)
  if (typed === null) return { value: otherwise }
  const read = readNumber(field, typed, { least: 0, most: 100, decimals: 6 })
  if (read.ok && read.value > 0 && read.value < 100) return { value: read.value }
  return { value: otherwise, problem: { code: 'aim-unreadable' as const, field } }
}
