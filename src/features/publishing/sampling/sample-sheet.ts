import type { SampleItem } from '../../../core/evidence/index.ts'
import type { FoundItem, Sample } from './samples.store.ts'

/** A line of the work sheet: an item that was drawn, with what was last found of it. */
export type SheetRow = {
  readonly place: number
  readonly item: SampleItem
  readonly stratum: string
  readonly found: FoundItem | undefined
}

/** The work sheet of a sample, in the order in which its items were drawn. */
export function sheetOf(sample: Sample, found: readonly FoundItem[]): readonly SheetRow[] {
  const byId = new Map(sample.members.map((item) => [item.id, item]))
  const last = new Map(found.map((each) => [each.place, each]))
  return sample.drawn.flatMap((id, index) => {
    const item = byId.get(id)
    if (item === undefined) return []
    const stratum = sample.strata === 'none' ? '' : item[sample.strata]
    return [{ place: index + 1, item, stratum, found: last.get(index + 1) }]
  })
}
