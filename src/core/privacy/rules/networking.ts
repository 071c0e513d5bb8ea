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
      sweep: { clock: 'row', at: 'made_at', fund: 'fund_id' },
    },
  ],
}
