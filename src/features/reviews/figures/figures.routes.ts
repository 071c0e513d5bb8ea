import { notFound } from '../../../core/errors.ts'
import { appraisalOf } from '../../../core/reviews/index.ts'
import { type Answer, download } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  type SpreadsheetKind,
  spreadsheetOf,
  spreadsheetTypes,
} from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { openReview } from '../open-review.ts'
import { openFrozen } from '../versions/open-frozen.ts'
import { readWhole } from '../weighing/read-whole.ts'
import { writeFigures } from './write-figures.ts'

/** The figures of a review as spreadsheets with live formulas. */
export const figuresRoutes = (services: Services): Route[] => [
  get('/reviews/:reference/figures.xlsx', 'review:work', async (ask) => await sendFigures(services, ask, 'xlsx')),
  get('/reviews/:reference/figures.ods', 'review:work', async (ask) => await sendFigures(services, ask, 'ods')),
]

/** Those of a frozen version where one is asked for. @throws {NotFound} while there are no figures, and of no such version */
async function sendFigures({ db }: Services, ask: Ask, kind: SpreadsheetKind): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const asked = ask.query.get('version')
  const frozen = asked === null ? undefined : await openFrozen(db, review, asked)
  const record = frozen?.record ?? (await readWhole(db, review))
  const appraisal = appraisalOf(record)
  if (appraisal === undefined) throw notFound('figures')
  const at = frozen?.frozenAt ?? ask.receivedAt
  const body = await spreadsheetOf(kind, writeFigures(review, appraisal, at, record), at)
  const ofVersion = frozen === undefined ? '' : `-version-${frozen.number}`
  return download({ name: `${review.reference}-figures${ofVersion}.${kind}`, type: spreadsheetTypes[kind], body })
}
