import { attachment } from '../../platform/http/answer.ts'
import { get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { openFile } from '../files/index.ts'
import type { SheetsOwner } from './sheets-owner.ts'

/** A file of what has sheets, once it is clean, for whoever may read the sheet. */
export const sheetFileRoutes = (services: Services, { pattern, permission, open }: SheetsOwner): Route[] => [
  get(`${pattern}/sheets/:sheet/files/:file`, permission, async (ask) => {
    const [reference, sheet] = [param(ask, 'reference'), param(ask, 'sheet')]
    const { files } = await open(services.db, { actor: ask.actor, reference, sheet, need: 'read' })
    return attachment(await openFile(services, files, param(ask, 'file')))
  }),
]
