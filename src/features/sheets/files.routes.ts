import { notFound } from '../../core/errors.ts'
import { attachment } from '../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { inputNamed, openFile, type Uploader, uploadRoutes } from '../files/index.ts'
import { takesOf } from '../forms/index.ts'
import { newPage } from './sheets.paths.ts'
import type { SheetsOwner } from './sheets-owner.ts'

/**
 * Files of what has sheets: given to whoever may read the sheet once they are clean, and taken in pieces from scripts. What
 * a script has sent becomes part of what is written when its page is saved.
 */
export const sheetFileRoutes = (services: Services, owner: SheetsOwner): Route[] => [
  ...givingRoutes(services, owner),
  ...uploadRoutes(services, {
    pattern: `${owner.pattern}/sheets/:sheet/uploads/:page`,
    permission: owner.permission,
    becomes: 'file',
    uploader: async (ask) => await writerOf(services, owner, ask),
  }),
]

const givingRoutes = (services: Services, { pattern, permission, open }: SheetsOwner): Route[] => [
  get(`${pattern}/sheets/:sheet/files/:file`, permission, async (ask) => {
    const [reference, sheet] = [param(ask, 'reference'), param(ask, 'sheet')]
    const { files } = await open(services.db, { actor: ask.actor, reference, sheet, need: 'read' })
    return attachment(await openFile(services, files, param(ask, 'file')))
  }),
]

/** Somebody who may write a page of a sheet, and what the question takes for which they send a file. */
async function writerOf({ db }: Services, { open }: SheetsOwner, ask: Ask): Promise<Uploader> {
  const [reference, sheet, page] = [param(ask, 'reference'), param(ask, 'sheet'), param(ask, 'page')]
  const opened = await open(db, { actor: ask.actor, reference, sheet, need: 'write' })
  const isNew = page === newPage && opened.sheet.list !== undefined
  if (!isNew && !opened.sheet.pages.some(({ id }) => id === page)) throw notFound('entry')
  return {
    owner: opened.files,
    by: opened.actor.personId,
    fundId: opened.fundId ?? null,
    takes: takesOf(opened.sheet.questions(isNew ? undefined : page), inputNamed(ask)),
  }
}
