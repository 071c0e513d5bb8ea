import type { Form } from '../../../core/forms/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { possessive } from '../applications.messages.ts'
import {
  applicationEligibilityPath,
  checkPath,
  colleaguesPath,
  formChangesPath,
  keyedPath,
  owesPath,
  partnerPath,
  partnersPath,
  questionPath,
  receiptPath,
  submissionPath,
  wordPath,
  yourWorkPath,
} from '../applications.paths.ts'
import type { ApplicationInRound } from '../applications.store.ts'
import { keysInFor } from '../keying/key-for-applicant.ts'
import { keyedInWords } from '../keying/keying.messages.ts'
import { formChanges } from '../migrating/pages/form-changes.ts'
import { readFormChanges } from '../migrating/read-form-changes.ts'
import { forWords, questionsForWords } from '../owing/owing.messages.ts'
import type { PartnerState } from '../partners/partners.store.ts'
import { sayDeadline, sayWritten } from '../say-deadline.ts'
import type { WhatCame } from '../what-came.ts'
import { taskListPage } from './pages/task-list.ts'
import { readTaskList, type Task, type TaskList } from './read-task-list.ts'
import { signOffsOfList, signOffTasks } from './task-list-sign-offs.ts'

/** How a partner's state is called. */
export const partnerStates: Readonly<Record<PartnerState, string>> = {
  asked: 'asked, not answered yet',
  accepted: 'partner',
  declined: 'declined',
  removed: 'removed',
}

/** The task list of an application. */
export const taskListRoutes = (services: Services, whatCame: WhatCame): Route[] => [
  get('/applications/:reference', 'application:write', async (ask) => {
    const list = await readTaskList(services.db, ask.actor, param(ask, 'reference'), ask.receivedAt)
    const { application, organisations, tasks } = list
    const { reference, deadlineAt } = application
    const changed = await readFormChanges(services.db, application.id)
    const keying = await keyingOf(services, ask, application)
    const nameOf = (id: string) => organisations.get(id)?.name ?? id
    return show(
      taskListPage({
        reference,
        heading: `${possessive(nameOf(application.leadId))} application`,
        fund: application.fundName,
        round: application.roundName,
        state: application.state,
        came:
          application.state === 'submitted' ? await whatCame(services.db, { ...application, access: list.access }) : [],
        readOnly: list.access !== 'write',
        contributes: contributionOf(list),
        joined: application.contribution !== null,
        illustrative: application.illustrative,
        isTest: application.mode === 'test',
        keyed: application.keyedFrom === null ? undefined : keyedInWords[application.keyedFrom],
        keyedHref: keying?.href,
        formChanges:
          changed &&
          formChanges(changed, {
            action: formChangesPath(reference),
            csrf: ask.csrf,
            mayDismiss: list.access === 'write',
          }),
        // What came in time is not late by being keyed in after it.
        deadline: deadlineAt === null || keying?.inTime === true ? undefined : sayDeadline(deadlineAt, ask.receivedAt),
        eligibility:
          application.screenerVersionId === null
            ? undefined
            : { href: applicationEligibilityPath(reference), done: application.screened },
        sections: sectionsOf(list.version.definition, tasks).map(({ title, tasks: own }) => ({
          title,
          tasks: own.map((task) => taskOf(task, list)),
        })),
        done: tasks.filter(({ status }) => status === 'completed').length,
        total: tasks.filter(({ status }) => status !== 'optional').length,
        optional: tasks.filter(({ status }) => status === 'optional').length,
        partners: list.partners
          .filter(({ state }) => state !== 'removed')
          .map(({ organisationId, state }) => ({ name: nameOf(organisationId), state: partnerStates[state] })),
        signOffs: signOffTasks(reference, await signOffsOfList(services, list)),
        invited: list.access === 'write' ? list.invited : 0,
        links: {
          home: yourWorkPath,
          colleagues: colleaguesPath(reference),
          owes: owesPath(reference),
          check: checkPath(reference),
          partners: partnersPath(reference),
          partner: partnerPath(reference),
          word: wordPath(reference),
          receipt: receiptPath(reference),
          submission: submissionPath(reference),
        },
      }),
    )
  }),
]

/** For those who key it in: where they see what came, and the deadline, if it came too late. */
async function keyingOf({ db }: Services, ask: Ask, { reference, keyedFrom, deadlineAt }: ApplicationInRound) {
  const keyed = keyedFrom === null ? undefined : await keysInFor(db, ask.actor, reference)
  if (keyed === undefined) return undefined
  const inTime = deadlineAt === null || keyed.receivedAt <= deadlineAt
  return { href: keyedPath(keyed.fundSlug, keyed.roundSlug, reference), inTime }
}

/** The tasks under the headings of the form; all under one when it has none. */
function sectionsOf(form: Form, tasks: readonly Task[]): readonly { title: string; tasks: readonly Task[] }[] {
  const sections = form.sections ?? [{ id: 'all', title: form.title, pages: form.pages.map(({ id }) => id) }]
  return sections
    .map(({ title, pages }) => ({ title, tasks: tasks.filter(({ page }) => pages.includes(page.id)) }))
    .filter((section) => section.tasks.length > 0)
}

/** What somebody of a partner writes; undefined for the lead and for those who only read. */
const contributionOf = ({ access, writes }: TaskList): 'all' | 'some' | undefined =>
  access === 'contribute' ? (writes === 'all' ? 'all' : 'some') : undefined

function taskOf({ page, questions, status, lastSaved }: Task, list: TaskList) {
  const { application, people, writes, access } = list
  const given = list.given.pages.get(page.id)
  const byThemselves = questions.flatMap(({ id }) => list.given.questions.get(id)?.name ?? [])
  const comments = list.comments.get(page.id) ?? 0
  const person = lastSaved && people.get(lastSaved.personId)
  return {
    title: page.title,
    status,
    href:
      application.state === 'submitted'
        ? submissionPath(application.reference)
        : questionPath(application.reference, page.id, { all: status === 'has-problems' }),
    hint:
      [
        ...(access === 'contribute' && writes !== 'all' && writes.includes(page.id) ? ['Yours to write'] : []),
        ...(given === undefined ? [] : [forWords(given.name, given.dueOn)]),
        ...(byThemselves.length === 0 ? [] : [questionsForWords(byThemselves)]),
        ...(comments === 0 ? [] : [comments === 1 ? '1 open comment' : `${comments} open comments`]),
        ...(lastSaved
          ? [
              `Last saved by ${person?.name || person?.email || 'somebody'} at ${sayWritten(lastSaved.at, application.deadlineAt)}`,
            ]
          : []),
      ].join('. ') || undefined,
  }
}
