import type { RetentionSection } from '../retention-rule.ts'

export const benefits: RetentionSection = {
  title: 'What came of awards',
  rules: [
    {
      id: 'award-entry',
      holds: {
        award_entry: ['changed_by', 'content'],
        actual_confirmation: ['confirmed_by'],
        actual_sent_back: ['reason', 'sent_back_by'],
      },
      what: 'Who wrote which version of a benefit, an actual, a milestone or a step to go-live, who answers for it by name or post, and who confirmed an actual for finance or sent it back, and why. Seen by the people of the council and those who run the fund',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'benefit-kept-apart',
      holds: {
        benefit_kept_apart: ['reason', 'decided_by'],
      },
      what: 'Who said that two benefits of different awards both count, or are counted once, and why. The reason is published',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'award-finance',
      holds: {
        award_finance: ['email', 'name', 'named_by'],
      },
      what: 'Whom a council named to confirm figures for its finance, to write to them and to let them in. Seen by the people of the council and those who run the fund',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'benefit-return',
      holds: {
        benefit_return: ['record', 'frozen_by'],
        benefit_return_step: ['said', 'done_by'],
      },
      what: 'What a council sent of the benefits of its award, frozen, and who made, confirmed, sent, questioned, accepted and published it',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It is part of the record of what came of public money, frozen with a hash so that anybody can check it',
    },
  ],
}
