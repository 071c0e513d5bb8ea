import { sql } from 'kysely'
import { departuresOf } from './departures.store.ts'
import type { PartQuery, PartRow } from './part-query.ts'

/** The lists of the pack about recommending and deciding. */
export const decisionParts = {
  'decision/declarations.json': ({ id }) => sql<PartRow>`
    select person_id as "personId", number, stage, application_ids::text[] as "applicationIds", statement,
      declared_at as "declaredAt", decider, evidence, taken_back_for as "takenBackFor"
    from decision_declaration where round_id = ${id}::uuid order by declared_at, person_id, number`,
  'decision/portfolios-tried.json': ({ id }) => sql<PartRow>`
    select u.number as run, w.name, w.reason from portfolio_what_if w join assessment_run u on u.id = w.run_id
    where u.round_id = ${id}::uuid order by u.number`,
  'decision/choices.json': ({ id }) => sql<PartRow>`
    select a.reference, c.stage, c.number, c.outcome, c.pounds, c.reserve_place as "reservePlace", c.rule, c.reason,
      c.decided_at as "decidedAt", c.decided_by as "by"
    from decision_choice c join application a on a.id = c.application_id
    where c.round_id = ${id}::uuid order by c.stage desc, a.reference, c.number`,
  'decision/recommendation.json': ({ id }) => sql<PartRow>`
    select u.number as run, p.sha256, p.frozen_at as "frozenAt", p.frozen_by as "by", p.outcomes
    from panel_recommendation p join assessment_run u on u.id = p.run_id where p.round_id = ${id}::uuid`,
  'decision/notes.json': ({ id }) => sql<PartRow>`
    select number, regularity, propriety, value_for_money as "valueForMoney", feasibility, officer,
      saved_at as "savedAt", saved_by as "by"
    from accounting_note where round_id = ${id}::uuid order by number`,
  'decision/submissions.json': ({ id }) => sql<PartRow>`
    select number, summary, options, lines_to_take as "linesToTake", saved_at as "savedAt", saved_by as "by"
    from decision_submission where round_id = ${id}::uuid order by number`,
  'decision/approvals.json': ({ fundId }) => sql<PartRow>`
    select organisation_id as "funderId", subject, subject_sha256 as sha256, approved_at as "approvedAt",
      approved_by as "by"
    from funder_approval where fund_id = ${fundId}::uuid order by approved_at, id`,
  'decision/funders-told.json': ({ id }) => sql<PartRow>`
    select organisation_id as "funderId", person_id as "personId", sha256, told_at as "toldAt", told_by as "by"
    from funder_told where round_id = ${id}::uuid order by told_at, organisation_id, person_id`,
  'departures.json': ({ id }) => sql<PartRow>`${departuresOf(id)} order by stage desc, reference`,
} as const satisfies Readonly<Record<string, PartQuery>>
