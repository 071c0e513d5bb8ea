import { sql } from 'kysely'
import { fundsWith, organisationsOf, type SignedIn } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'

/** An expert panel that somebody may open. */
export type OwnPanel = {
  readonly slug: string
  readonly name: string
  /**
   * What waits for them: an invitation or terms to accept, questions to take or to advise on, advice to answer, a text to
   * consent to, questions to find an expert for.
   */
  readonly waits: number
}

/** What waits for somebody in a question: to take it or not, to advise, to answer advice, to consent to a text. */
export type QuestionWait = 'offer' | 'advise' | 'answer' | 'consent'

/** What waits for somebody in the questions of a panel, by the number of the question: as {@link panelsOf} counts it. */
export async function questionWaits(
  db: Database,
  actor: SignedIn,
  fundId: string,
): Promise<ReadonlyMap<number, QuestionWait>> {
  const { rows } = await sql<{ readonly number: number; readonly what: QuestionWait }>`
    with request as (${requestsWith(actor)}), own as (
      select e.id as expert_id from expert e
      where e.fund_id = ${fundId}::uuid and e.person_id = ${actor.personId}::uuid and e.ended_at is null)
    select r.number, case
      when r.expert_id = own.expert_id and r.state = 'offered' then 'offer'
      when r.expert_id = own.expert_id and r.state = 'taken' and not r.note_waits then 'advise'
      when r.asked and r.state = 'taken' and r.note_waits then 'answer'
      else 'consent' end as what
    from request r left join own on true
    where r.fund_id = ${fundId}::uuid
      and (r.asked and (r.state = 'taken' and r.note_waits or r.may_publish and not 'council' = any(r.consents))
        or r.expert_id = own.expert_id and (r.state = 'offered' or r.state = 'taken' and not r.note_waits
          or r.may_publish and not 'expert' = any(r.consents)))`.execute(db)
  return new Map(rows.map(({ number, what }) => [number, what]))
}

/** The questions of all panels, with what of them may wait for somebody. */
const requestsWith = (actor: SignedIn) => sql`
      select q.fund_id, q.number, q.state, q.organisation_id = any(${[...organisationsOf(actor)]}::text[]) as asked, o.expert_id,
        n.number is not null and a.number is null as note_waits,
        u.version is not null and not exists (select from expert_consent c where c.request_id = q.id and c.version = u.version
          and not c.consents) as may_publish,
        array(select c.side from expert_consent c where c.request_id = q.id and c.version = u.version) as consents
      from expert_request q
        left join lateral (select * from expert_offer each where each.request_id = q.id order by number desc limit 1) o
          on o.answer is null or o.answer = 'accepted'
        left join lateral (select * from expert_note each where each.request_id = q.id order by number desc limit 1) n on true
        left join lateral (select * from expert_publication each where each.request_id = q.id order by version desc limit 1) u
          on true
        left join expert_note_answer a on a.request_id = n.request_id and a.number = n.number`

/**
 * The panels of funds that have terms: those somebody is an expert of or invited to, those of funds in which their councils hold
 * an accepted award, and those they run, by name.
 */
export async function panelsOf(db: Database, actor: SignedIn): Promise<readonly OwnPanel[]> {
  const runs = fundsWith(actor, 'experts:run')
  const { rows } = await sql<OwnPanel>`
    with own as (
      select f.id, f.slug, f.name, e.id as expert_id, f.id = any(${[...runs]}::uuid[]) as runs,
        (select max(number) from expert_terms t where t.fund_id = f.id) as terms
      from fund f left join expert e on e.fund_id = f.id and e.person_id = ${actor.personId}::uuid and e.ended_at is null
      where exists (select from expert_terms t where t.fund_id = f.id)),
    request as (${requestsWith(actor)})
    select slug, name,
      ((expert_id is not null and not exists (select from expert_acceptance a where a.expert_id = own.expert_id
          and a.number = own.terms))::int
       + (select count(*) from request r where r.fund_id = own.id and (own.runs and r.state = 'asked'
          or r.asked and (r.state = 'taken' and r.note_waits or r.may_publish and not 'council' = any(r.consents))
          or r.expert_id = own.expert_id and (r.state = 'offered' or r.state = 'taken' and not r.note_waits
            or r.may_publish and not 'expert' = any(r.consents)))))::int as waits
    from own
    where runs or expert_id is not null or exists (select from award w join round r on r.id = w.round_id
      where r.fund_id = own.id and w.state = 'accepted' and w.organisation_id = any(${[...organisationsOf(actor)]}::text[]))
    order by name, slug`.execute(db)
  return rows
}
