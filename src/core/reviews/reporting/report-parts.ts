import type { Sheet } from '../sheets/sheet.ts'

/** Chapters of the report: the five cases among those that councils’ reports usually have. Their ids are for ever. */
export const reportParts = [
  { id: 'summary', title: 'Summary and recommendation' },
  { id: 'service', title: 'The service today' },
  { id: 'strategic', title: 'Strategic case' },
  { id: 'options', title: 'The options' },
  { id: 'weighing', title: 'What matters, and how it was weighed' },
  { id: 'economic', title: 'Economic case' },
  { id: 'risk', title: 'Risk' },
  { id: 'financial', title: 'Financial case' },
  { id: 'commercial', title: 'Commercial case' },
  { id: 'management', title: 'Management case' },
  { id: 'equality', title: 'Equality impact' },
  { id: 'engagement', title: 'Engagement and the reply of the staff side' },
  { id: 'challenge', title: 'Evidence, advice and challenge' },
  { id: 'method', title: 'How it was worked out' },
] as const
export type ReportPartId = (typeof reportParts)[number]['id']

/** Sheets that do not stand where their chapter does; null: printed otherwise, or not at all. */
const places: Readonly<Record<string, ReportPartId | null>> = {
  lines: null,
  money: 'method',
  risks: 'risk',
  engagement: 'engagement',
  'staff-reply': null,
  equality: 'equality',
  procurement: 'commercial',
  plan: null,
}

/** In which chapter of the report a sheet is printed as it was written; null for none. */
export function partOf({ id, chapter }: Pick<Sheet, 'id' | 'chapter'>): ReportPartId | null {
  if (Object.hasOwn(places, id)) return places[id] ?? null
  switch (chapter) {
    case 'baseline':
      return 'service'
    case 'options':
      return 'options'
    case 'criteria':
      return 'weighing'
    case 'money':
      return 'method'
    case 'judgement':
      return 'challenge'
    case 'report':
      return null
  }
}
