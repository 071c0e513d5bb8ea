import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actingFor } from '../../accounts/index.ts'
import { expertsOnPanels } from '../../experts/index.ts'

/** Why somebody is a member of the network of a fund. */
export type MemberKind = 'programme-team' | 'award-holder' | 'expert' | 'guest'

/**
 * Who is in which network on a day, as rows of `fund_id`, `person_id`, `kind`, `organisation_id` (of an award holder: the
 * council of the award) and `note` (of a guest), to be joined. Somebody may be there for several reasons. A guest is
 * whoever signs in with the address that was invited. Who was removed or is anonymous is none.
 */
export const membersOn = (on: IsoDay): RawBuilder<unknown> => sql`(
  select * from (select r.fund_id, r.person_id, 'programme-team' as kind, null::text as organisation_id, '' as note
  from role_assignment r where r.role = 'programme-team' and r.ended_at is null
  union
  select d.fund_id, m.person_id, 'award-holder', w.organisation_id, ''
  from award w join round d on d.id = w.round_id join ${actingFor(on)} as acting on acting.body_id = w.organisation_id
    join membership m on m.organisation_id = acting.acting_id and m.state = 'confirmed'
  where w.state = 'accepted'
  union
  select e.fund_id, e.person_id, 'expert', null, '' from ${expertsOnPanels} as e
  union
  select g.fund_id, p.id, 'guest', null, g.note from network_guest g join person p on p.email = g.email
  where g.ended_at is null) as m
  where not exists (select from network_removal x where x.fund_id = m.fund_id and x.person_id = m.person_id)
    and not exists (select from person p where p.id = m.person_id and p.anonymised_at is not null))`

/** Somebody for whom the networks are looked up that they may open. */
export type NetworkReader = {
  readonly personId: string
  /** The funds whose network they run: their role counts there, and nowhere before the second step. */
  readonly runsFundIds: readonly string[]
  readonly on: IsoDay
}

/** The funds whose network somebody may open, as rows of `fund_id`. The same as of `openNetwork`, of all of them. */
export const networksOpenTo = ({ personId, runsFundIds, on }: NetworkReader): RawBuilder<unknown> => sql`(
  select m.fund_id from ${membersOn(on)} as m
  where m.person_id = ${personId}::uuid
    and (m.kind <> 'programme-team' or m.fund_id = any(${[...runsFundIds]}::uuid[])))`

/** What somebody is in a network. */
export type Member = {
  readonly kinds: readonly MemberKind[]
  /** The councils of accepted awards for which they act. */
  readonly organisationIds: readonly string[]
  /** The code of conduct that is in force; 0 is the one that comes with the service. */
  readonly conduct: number
  /** Whether they have accepted that version. */
  readonly accepted: boolean
}

/** What this person is in the network of a fund; undefined for no member. */
export async function memberOf(
  db: Database | Tx,
  of: { readonly fundId: string; readonly personId: string; readonly on: IsoDay },
): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    select array_agg(distinct m.kind order by m.kind) as kinds,
      coalesce(array_agg(distinct m.organisation_id) filter (where m.organisation_id is not null), '{}') as "organisationIds",
      c.number as conduct,
      exists (select from network_conduct_acceptance a
        where a.fund_id = ${of.fundId}::uuid and a.person_id = ${of.personId}::uuid and a.number = c.number) as accepted
    from ${membersOn(of.on)} as m,
      (select coalesce(max(number), 0) as number from network_conduct where fund_id = ${of.fundId}::uuid) as c
    where m.fund_id = ${of.fundId}::uuid and m.person_id = ${of.personId}::uuid
    group by c.number`.execute(db)
  return rows[0]
}

/** A fund whose network somebody is in. */
export type OwnNetwork = {
  readonly fundId: string
  readonly slug: string
  readonly name: string
  readonly illustrative: boolean
}

/** The networks that one person may open, by name. One statement. */
export async function networksOf(db: Database, reader: NetworkReader): Promise<readonly OwnNetwork[]> {
  const { rows } = await sql<OwnNetwork>`
    select f.id as "fundId", f.slug, f.name, f.illustrative from fund f
    where f.id in ${networksOpenTo(reader)} order by f.name`.execute(db)
  return rows
}

/** Somebody in the directory of a network. */
export type ListedMember = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly kinds: readonly MemberKind[]
  readonly councils: readonly string[]
  /** What is said of a guest; ''. */
  readonly note: string
}

/** Everybody in the network of a fund, by name. */
export async function listMembers(db: Database | Tx, fundId: string, on: IsoDay): Promise<readonly ListedMember[]> {
  const { rows } = await sql<ListedMember>`
    select p.id as "personId", p.name, p.email, p.job_title as "jobTitle",
      array_agg(distinct m.kind order by m.kind) as kinds,
      coalesce(array_agg(distinct o.name order by o.name) filter (where o.name is not null), '{}') as councils,
      max(m.note) as note
    from ${membersOn(on)} as m join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id
    where m.fund_id = ${fundId}::uuid group by p.id order by lower(p.name), p.email`.execute(db)
  return rows
}
