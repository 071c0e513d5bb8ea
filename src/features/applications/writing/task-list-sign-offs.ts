import type { FrozenBody } from '../../../core/forms/index.ts'
import type { Services } from '../../../platform/services.ts'
import { signOffsAsked } from '../sign-off/check-sign-offs.ts'
import { describeStanding } from '../sign-off/describe-standing.ts'
import { type SignOff, signerName } from '../sign-off/read-sign-offs.ts'
import { signOffName } from '../sign-off/sign-offs.messages.ts'
import { signOffsPath } from '../sign-off/sign-offs.paths.ts'
import type { TaskList } from './read-task-list.ts'

/** The sign-offs of an application whose task list was read: one statement more if its round asks for any. */
export async function signOffsOfList(services: Services, list: TaskList): Promise<readonly SignOff[]> {
  const { application, partners, organisations, version, answers } = list
  const bodyOf = (id: string): FrozenBody => ({ id, name: organisations.get(id)?.name ?? id })
  return await signOffsAsked(services.db, services, application, {
    lead: bodyOf(application.leadId),
    partners: partners
      .filter(({ state }) => state === 'accepted')
      .map(({ organisationId }) => bodyOf(organisationId))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    form: version.definition,
    answers,
  })
}

/** The same as tasks. */
export const signOffTasks = (reference: string, list: readonly SignOff[]) =>
  list.map(({ slot, kind, organisation, kept, standing }) => ({
    title: signOffName(kind, organisation.name),
    hint: signerName({ kept }) || undefined,
    href: signOffsPath(reference, slot),
    status: describeStanding(standing),
  }))
