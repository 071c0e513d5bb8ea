import type { Actor, Role } from '../../core/permissions/index.ts'

const words: Readonly<Record<Role, string>> = {
  administrator:
    'Administrators: the status of the service, mail that did not go out and the register are in the menu.',
  'programme-team':
    'Programme team: each page of a round says what comes next; questions from councils are under Questions.',
  funder: 'Funders: what waits for your approval is on the page of the fund, under Approvals.',
  assessor: 'Assessors: the criteria and their bands stand beside each answer, and in the pack that you can print.',
  'panel-member': 'Panel members: your page of the interviews has the questions, the criteria and who sits when.',
  'decision-maker': 'Decision makers: the recommendation has the scores, the reasons and what they cannot tell apart.',
  auditor: 'Auditors: the evidence of a round has its trail and everything to replay its figures with.',
}

/** Where those are guided who hold a role. */
export function roleHelp(actor: Actor): readonly string[] {
  if (actor.kind !== 'person') return []
  return [...new Set(actor.heldRoles.map(({ role }) => role))].map((role) => words[role])
}
