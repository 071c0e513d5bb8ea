import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

/** A webhook of the fund of a place with a message that was sent: as it was before, however often it is asked for. */
async function webhookOf({ fund }: Place, db: Database): Promise<Parts> {
  await sql`
    insert into webhook (id, fund_id, address, events, active_since, sealed_secret, created_at, created_by)
    select gen_random_uuid(), id, 'https://example.org/hooks', '{update.posted}', now(), 'sealed', now(), ${cast.team.id}::uuid
    from fund where slug = ${fund}
    on conflict (fund_id, address) where removed_at is null do update set state = 'active'`.execute(db)
  const { rows } = await sql<{ webhook: string }>`
    select w.id as webhook from webhook w join fund f on f.id = w.fund_id where f.slug = ${fund} and w.removed_at is null
    order by w.created_at, w.id limit 1`.execute(db)
  const { webhook = '' } = rows[0] ?? {}
  const { rows: messages } = await sql<{ message: string }>`
    insert into webhook_message (id, webhook_id, subject, event, body, made_at, state, tries, tried_at, status)
    values (gen_random_uuid(), ${webhook}::uuid, 'of the table', 'update.posted', '{}', now(), 'delivered', 1, now(), 204)
    on conflict on constraint webhook_message_is_told_once do update set state = 'delivered' returning id as message
    `.execute(db)
  return { webhook, message: messages[0]?.message ?? '' }
}

const all = '/manage/funds/:fund/webhooks'
const one: Row = { rule: 'runsFund', parts: webhookOf }

/** Who may look after the webhooks of a fund. */
export const webhookRows: Readonly<Record<string, Row>> = {
  [`GET ${all}`]: { rule: 'runsFund' },
  [`POST ${all}`]: { rule: 'runsFund' },
  [`GET ${all}/:webhook`]: one,
  [`POST ${all}/:webhook/address`]: one,
  [`POST ${all}/:webhook/events`]: one,
  [`POST ${all}/:webhook/secret`]: one,
  [`POST ${all}/:webhook/ping`]: one,
  [`POST ${all}/:webhook/pause`]: one,
  [`POST ${all}/:webhook/resume`]: one,
  [`POST ${all}/:webhook/messages/:message/again`]: one,
  [`POST ${all}/:webhook/remove`]: one,
}
