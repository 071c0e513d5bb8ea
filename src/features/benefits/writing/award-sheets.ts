import { benefitSheetById } from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import { sheetIn } from '../../../core/sheets/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import type { OpenSheet, SheetAsked, SheetEvents, SheetsOwner, SheetWriter } from '../../sheets/index.ts'
import { benefitCrumbs } from '../benefit-crumbs.ts'
import { holdBenefits, type OpenedBenefits, openBenefits } from '../open-benefits.ts'
import { awardEntries, filesOfAward, readRecord } from './read-record.ts'

const events: SheetEvents = {
  objectType: 'award',
  written: 'benefits.written',
  moved: 'benefits.entry-moved',
  removed: 'benefits.entry-removed',
}

/** Somebody who writes of an award, as sheets need to know them. */
export const awardWriter = ({ actor, award }: Pick<OpenedBenefits, 'actor' | 'award'>): SheetWriter => ({
  actor,
  entries: awardEntries(award.id),
  events,
  reference: award.reference,
  fundId: award.fundId,
})

/** An award as what has sheets: its benefits, actuals and all else that is written of it. */
export const awardSheets = ({ clock }: Pick<Services, 'clock'>): SheetsOwner => ({
  pattern: '/applications/:reference',
  permission: 'benefits:work',
  events,
  home: applicationPath,
  open: async (db, asked) => await sheetOf(db, await openBenefits(db, { ...asked, at: clock() }), asked),
  hold: async (tx, asked) => await sheetOf(tx, await holdBenefits(tx, { ...asked, at: clock() }), asked),
})

async function sheetOf(db: Database | Tx, opened: OpenedBenefits, asked: SheetAsked): Promise<OpenSheet> {
  const sheet = benefitSheetById(asked.sheet)
  if (sheet === undefined) throw notFound('sheet')
  const { award, may } = opened
  return {
    ...awardWriter(opened),
    files: filesOfAward(award),
    sheet: sheetIn(sheet, await readRecord(db, award)),
    mayWrite: may.write,
    whoWrites: 'The people of the council that holds the award write it.',
    home: applicationPath(award.reference),
    illustrative: award.illustrative,
    breadcrumbs: benefitCrumbs(opened),
    whyItStays: () => undefined,
  }
}
