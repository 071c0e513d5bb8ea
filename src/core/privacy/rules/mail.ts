import { periods, type RetentionSection } from '../retention-rule.ts'

export const mail: RetentionSection = {
  title: 'Who gets email',
  rules: [
    {
      id: 'message',
      name: 'Emails and notifications',
      holds: { message: ['recipient', 'subject', 'body', 'language', 'person_id', 'read_at'] },
      what: 'Every message as it was written, and in which language, to show that it was, and when whoever it was for read it here. The text of those for signing in, which holds a link and a code, goes once it is sent',
      basis: 'public-task',
      period: { months: 12, after: 'made' },
      outcome: 'blank',
      sweep: {
        clock: 'row',
        at: 'created_at',
        blank: ['recipient', 'subject', 'body'],
        people: ['person_id'],
        address: 'recipient',
        fund: 'fund_id',
      },
    },
    {
      id: 'notification-preference',
      holds: { notification_preference: ['person_id', 'message_group', 'delivery'] },
      what: 'How somebody wants to be told of what, and since when',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'subscription',
      name: 'Subscriptions to updates',
      holds: { subscription: ['email', 'language'], subscription_notice: ['subject'] },
      what: 'Who asked to be told of changes to a round, in which language, and what they were told. Confirmed by email and ended with one click',
      basis: 'consent',
      period: { months: 1, after: 'ended' },
      outcome: 'blank',
      sweep: { clock: 'row', at: 'ended_at', blank: ['email'], address: 'email', round: 'round_id' },
    },
    {
      id: 'invitation',
      name: 'Addresses of councils that were invited',
      holds: { invitation: ['email', 'invited_by'] },
      what: 'The address at which an authority was asked to apply, and what it said',
      basis: 'public-task',
      period: periods.application,
      outcome: 'blank',
      sweep: { clock: 'outcome-told', blank: ['email'], address: 'email', round: 'round_id' },
    },
    {
      id: 'organisation',
      holds: { organisation: ['contact_email'] },
      what: 'The address of an authority; may be that of a person. Written over when the register is brought up to date',
      basis: 'public-task',
      outcome: 'keep',
      because: 'An address of a public body by which it asks to be reached, while it is right',
    },
  ],
}
