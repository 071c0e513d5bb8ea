import type { RetentionSection } from '../retention-rule.ts'

export const judging: RetentionSection = {
  title: 'Who judges and decides',
  rules: [
    {
      id: 'assignment',
      holds: {
        assignment: ['person_id', 'assigned_by', 'ended_reason'],
        review: ['person_id', 'scope_comment', 'overall_comment'],
        score: ['comment'],
        score_version: ['comment'],
      },
      what: 'Who was given what to score, and what they gave, every version. Nobody but the assessor reads it before scoring has closed; other assessors see it without names',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'practice-score',
      holds: {
        practice_score: ['agreed_by'],
        break_glass: ['person_id', 'reason'],
        assessment: ['opened_by', 'closed_by'],
      },
      what: 'Who agreed scores for practice, who opened and closed scoring, who looked at blind scores and why. The reason and the time are published, the name is not',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'score-moderation',
      holds: {
        score_moderation: ['reason', 'moderated_by'],
        review_set_aside: ['reason', 'decided_by'],
        moderation_note: ['note', 'noted_by'],
      },
      what: 'What a moderation meeting decided of scores, and why: public servants and panel members in their work. Kept as it was, and exported to auditors with names; for publication the names are replaced',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'shortlist-choice',
      holds: {
        shortlist_choice: ['reason', 'decided_by'],
        shortlist_comparison: ['reason', 'decided_by'],
        shortlist_draw: ['value', 'known_by'],
      },
      what: 'Decisions about a shortlist, with who decided',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'shortlist',
      holds: {
        shortlist: ['document', 'frozen_by'],
      },
      what: 'The shortlist as it was frozen and approved by funders. Applications that are not on it are named to the public nowhere',
      basis: 'public-task',
      outcome: 'keep',
      because:
        'It is part of the record of how public money was given, frozen with a hash so that anybody can check it',
    },
    {
      id: 'assessor',
      holds: {
        assessor: ['expertise', 'load_wanted', 'person_id', 'invited_by', 'ended_reason'],
        assessor_interest: ['person_id', 'note'],
      },
      what: 'Who was asked to assess, what they know; of assessors and members of panels, employers past and present, authorities and suppliers of interest and home council: to keep them from what they should not read. Seen by the programme team and auditors of the fund, never by applicants or others who assess or interview. What is taken back is kept',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'assessor-bid',
      holds: {
        assessor_bid: ['person_id'],
        conflict_release: ['person_id', 'reason', 'released_by'],
        conflict_declaration: ['person_id', 'statement'],
      },
      what: 'What an assessor wished to read, reads or read, why it ended, and the conflicts declared or released, with who decided and why',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'application-sift',
      holds: {
        application_sift: ['sifted_by', 'eligibility_reason', 'scope_reason'],
        assessment_run: ['input', 'requested_by', 'accepted_by'],
      },
      what: 'Who sifted and who asked for an assignment; the input holds ids of assessors with what they know',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'panel-member',
      holds: {
        panel_member: ['person_id', 'said_by', 'added_by'],
      },
      what: 'Who sits on a panel, what they know and when they can come',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'interview-place',
      holds: {
        interview_place: ['reason', 'published_by'],
        interview_answer: ['answer', 'reason', 'said_by'],
        interview_absence: ['person_id', 'reason', 'recorded_by'],
        interview_window: ['said_by'],
        interview_question: ['question', 'written_by'],
        interviewing: ['opened_by', 'closed_by', 'closed_reason'],
      },
      what: 'When somebody is interviewed and by whom, what applicants answered, who did not come and what is known of why',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'interview-invitation',
      holds: {
        interview_invitation: ['recipient'],
      },
      what: 'Which events were sent to whose address',
      basis: 'public-task',
      outcome: 'keep',
      because: 'The database keeps what was sent as it was sent',
    },
    {
      id: 'decision-declaration',
      holds: {
        decision_declaration: ['person_id', 'statement'],
        decision_choice: ['reason', 'decided_by'],
        accounting_note: ['officer', 'saved_by'],
        decision_submission: ['saved_by'],
        panel_recommendation: ['frozen_by'],
        portfolio_what_if: ['reason'],
      },
      what: 'What people who recommend or decide said of their conflicts, also what was recorded for a minister with the evidence, what they decided and why, with their names',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'decision',
      holds: {
        decision: ['document', 'recorded_by'],
      },
      what: 'What was decided and why, with the names of those who decided',
      basis: 'public-task',
      outcome: 'keep',
      because:
        'It is part of the record of how public money was given, frozen with a hash so that anybody can check it',
    },
    {
      id: 'interview-review',
      holds: {
        interview_review: ['person_id'],
        interview_score: ['comment'],
        interview_score_version: ['comment'],
      },
      what: 'What a member of the panel gave, and why',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'feedback',
      holds: {
        feedback: ['opened_by', 'ready_by', 'approved_by'],
        feedback_text: ['text', 'saved_by'],
        feedback_text_version: ['text', 'saved_by'],
        feedback_release: ['released_by'],
      },
      what: 'What an application is told of how it was judged, and who wrote, approved and released it. It may name nobody who judged',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'evidence-finding',
      holds: {
        evidence_finding: ['note', 'found_by'],
      },
      what: 'What an auditor drew of a round, with the names of whoever scored where scores were drawn, and what they found of each item',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'evidence-sample',
      holds: {
        evidence_sample: ['members', 'drawn_by'],
      },
      what: 'What an auditor drew of a round, with the names of whoever scored where scores were drawn, and what they found of each item',
      basis: 'public-task',
      outcome: 'keep',
      because: 'What an auditor drew must stay what it was; its document is the evidence',
    },
  ],
}
