import type { RetentionSection } from '../retention-rule.ts'

export const networking: RetentionSection = {
  title: 'The network of a fund',
  rules: [
    {
      id: 'network-guest',
      holds: { network_guest: ['email', 'note', 'invited_by'] },
      what: 'Who is invited into the network of a fund though they hold no award: address and who they are. Seen by its members',
      basis: 'public-task',
      period: { months: 24, after: 'ended' },
      outcome: 'delete',
      sweep: { clock: 'row', at: 'ended_at', fund: 'fund_id' },
    },
    {
      id: 'network-conduct',
      holds: {
        network_conduct: ['text', 'published_by'],
        network_conduct_acceptance: ['person_id'],
      },
      what: 'Who published and who accepted which version of the code of conduct of a network',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'network-profile',
      holds: { network_profile: ['about', 'contact_id', 'saved_by'] },
      what: 'What a council says of its review to its peers, and whom to talk to there. Seen by members of the network',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'network-event',
      holds: {
        network_event: ['about', 'made_by'],
        network_place: ['person_id'],
      },
      what: 'Events of a network, who planned them, who was invited, has a place, waits for one and came. Members see how many, those who hold it see who',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'network-reply-address',
      holds: { network_reply_address: ['person_id'] },
      what: 'Whose answer a mail is that comes to an address of the service: the hash of the address, the person, and what it answers',
      basis: 'public-task',
      period: { months: 24, after: 'made' },
      outcome: 'delete',
      sweep: { clock: 'row', at: 'made_at', called: 'key_sha256', fund: 'fund_id' },
    },
    {
      id: 'network-post',
      holds: {
        network_thread: ['begun_by'],
        network_post: ['author_id'],
        network_post_version: ['text'],
        network_follow: ['person_id'],
      },
      what: 'What members of a network ask and tell each other, every version, and of what they want to be told. Read by its members',
      basis: 'public-task',
      outcome: 'keep',
      because: 'what a network has learned is no use without what was asked; posts are asked to name nobody',
    },
    {
      id: 'network-moderation',
      holds: {
        network_report: ['reported_by', 'reason', 'settled_by'],
        network_measure: ['person_id', 'reason', 'taken_by', 'appeal', 'answer', 'answered_by'],
        network_removal: ['person_id'],
      },
      what: 'What was reported in a network, what was done about whom and why, their appeal and its answer. Seen by its programme team and whom it is about',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'network-mail',
      holds: { network_mail: ['person_id', 'sender', 'content'] },
      what: 'Mails that came in to a network as they came, with their sender: to see who wrote what when a post or a refusal is disputed',
      basis: 'public-task',
      period: { months: 6, after: 'made' },
      outcome: 'blank',
      sweep: {
        clock: 'row',
        at: 'received_at',
        called: 'message_sha256',
        fund: 'fund_id',
        blank: ['sender', 'content'],
      },
    },
    {
      id: 'network-resource',
      holds: { network_resource: ['text', 'author', 'sent_by', 'review_note', 'reviewed_by'] },
      what: 'Resources and case studies of a network, as their authors want to be named, with who sent and who reviewed them. Read by its members, and by everybody once published',
      basis: 'public-task',
      outcome: 'keep',
      because: 'authors are named because they asked to be, as a licence demands',
    },
  ],
}
