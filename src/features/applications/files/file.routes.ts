import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, attachment } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { inputNamed, openFile, type Uploader, uploadRoutes } from '../../files/index.ts'
import { formVersionById, takesOf } from '../../forms/index.ts'
import { roundByPath } from '../../funds/index.ts'
import { readClarified, repliedFileIds } from '../clarifying/read-clarified.ts'
import { openApplication, writesPage } from '../open-application.ts'
import { readSubmitted } from '../programme/read-submission.ts'
import { submittedFiles } from './submitted-files.ts'

/**
 * Files of applications: given to whoever may read what they belong to, and taken in pieces from scripts. What a script
 * has sent becomes part of the answer when its page is saved.
 */
export const fileRoutes = (services: Services): Route[] => [
  get('/applications/:reference/files/:file', 'application:write', async (ask) => {
    const asked = { reference: param(ask, 'reference'), questions: [], need: 'read', at: ask.receivedAt } as const
    const { application } = await openApplication(services.db, ask.actor, asked)
    return await sendFile(services, application.reference, param(ask, 'file'))
  }),
  get('/manage/funds/:fund/:round/applications/:reference/files/:file', 'application:list', async (ask) => {
    const round = await roundByPath(services.db, param(ask, 'fund'), param(ask, 'round'))
    if (round === undefined || !may(ask.actor, 'application:list', round.fundId)) throw notFound('round')
    const { reference, content, application } = await readSubmitted(services.db, round.id, param(ask, 'reference'))
    // What was taken out again before it was submitted is not theirs to read.
    const file = param(ask, 'file')
    const replied = async () => repliedFileIds(await readClarified(services.db, application, content, ask.receivedAt))
    if (!submittedFiles(content).some(({ id }) => id === file) && !(await replied()).includes(file))
      throw notFound('file')
    return await sendFile(services, reference, file)
  }),
  ...uploadRoutes(services, {
    pattern: '/applications/:reference/pages/:page/uploads',
    permission: 'application:write',
    becomes: 'file',
    uploader: async (ask) => await writerOf(services, ask),
  }),
]

async function sendFile(services: Services, reference: string, file: string): Promise<Answer> {
  return attachment(await openFile(services, { type: 'application', id: reference }, file))
}

/** Somebody who may write this page of an application, and the question they send a file for, if it is one that takes files. */
async function writerOf(services: Services, ask: Ask): Promise<Uploader> {
  const reference = param(ask, 'reference')
  const asked = { reference, questions: [], need: 'read', at: ask.receivedAt } as const
  const opened = await openApplication(services.db, ask.actor, asked)
  if (!writesPage(opened, param(ask, 'page'))) throw notFound('application')
  const { formVersionId, fundId, state } = opened.application
  const version = await formVersionById(services.db, formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === param(ask, 'page'))
  return {
    owner: { type: 'application', id: reference },
    by: opened.actor.personId,
    fundId,
    takes: page && takesOf(page.questions, inputNamed(ask)),
    ...(state === 'submitted' && { closed: 'This application has been submitted.' }),
  }
}
