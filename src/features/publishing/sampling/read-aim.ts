import type { SampleAim } from '../../../core/evidence/index.ts'

/** As most auditors have it, unless asked otherwise. */
const usual: SampleAim = { confidencePercent: 95, tolerablePercent: 5 }

const percent = (written: string | null, otherwise: number): number => {
  const value = Number(written ?? '')
  return value > 0 && value < 100 ? value : otherwise
}

/** How sure somebody wants to be, as the address says it; as usual where it says nothing that can be. */
export const readAim = (query: URLSearchParams): SampleAim => ({
  confidencePercent: percent(query.get('confidence'), usual.confidencePercent),
  tolerablePercent: percent(query.get('tolerable'), usual.tolerablePercent),
})
