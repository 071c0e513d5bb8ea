import type { RetentionSection } from '../retention-rule.ts'

export const advising: RetentionSection = {
  title: 'Who advises, and what is asked',
  rules: [
    {
      id: 'expert',
      holds: {
        expert: ['person_id', 'invited_by', 'ended_reason'],
        expert_profile: ['content'],
        expert_hour: ['person_id'],
        expert_terms: ['text', 'made_by'],
      },
      what: 'Who was invited to the expert panel of a fund; what experts know, the councils that they have to do with, when they are away and when they can be booked, to match them with questions and keep them from those of their own councils. Seen by whoever runs, funds or audits the fund, every version',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'expert-request',
      holds: {
        expert_request: ['words', 'asked_by', 'withdrawn_by', 'withdrawn_reason'],
        expert_offer: ['reason', 'offered_by', 'answer', 'answer_reason'],
        expert_post: ['words', 'posted_by'],
        expert_note_answer: ['answer', 'words', 'answered_by'],
        expert_follow_up: ['words', 'answered_by'],
        expert_booking: ['booked_by', 'cancelled_by'],
        expert_booked_hour: ['person_id'],
      },
      what: 'What a council asked an expert, to whom it was offered and why, hours that were booked, what was said and advised, and what came of it. Read by the council, its expert and the programme team, and by others only where whoever wrote it chose so',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'expert-publication',
      holds: {
        expert_publication: ['question', 'prepared_by'],
        expert_consent: ['given_by'],
      },
      what: 'The text of an answer without names, for the other councils of the fund; who took the names out, and who consented',
      basis: 'consent',
      outcome: 'unname',
    },
  ],
}
