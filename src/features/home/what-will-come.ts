import { organisationsOf, type Role, type SignedIn } from '../../core/permissions/index.ts'

/** What will be on the list of work of whoever holds a role. */
const comesTo: Readonly<Record<Role, string>> = {
  administrator: 'Messages that did not go out, as soon as there are any.',
  'programme-team':
    'Questions to answer, people to confirm, complaints and requests for information, with the days by which they are due.',
  funder:
    'What your funder is asked to approve: its quote, rules, shortlists and awards. Complaints that you are named to look at.',
  assessor: 'The applications that you are given, once scoring opens, with the day by which they are due.',
  'panel-member': 'The interviews on whose panel you are: first when you can come, then what to score.',
  'decision-maker': 'What the panel recommends, once it waits for your decision.',
  auditor: 'Complaints that you are named to look at. What you audit is on the page of its fund.',
}

/** What somebody who has nothing to do now will find here, a line for each that they are. */
export function whatWillCome(actor: SignedIn): readonly string[] {
  const roles = [...new Set(actor.heldRoles.map(({ role }) => role))].map((role) => comesTo[role])
  const own =
    organisationsOf(actor).length === 0
      ? []
      : ['Applications to finish, sign-offs, interviews and awards of your organisation, with their dates.']
  const anybody = 'What somebody asks you by email to sign, write or join.'
  return [...own, ...roles, anybody]
}
