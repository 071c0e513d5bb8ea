import type { RetentionSection } from '../retention-rule.ts'

export const running: RetentionSection = {
  title: 'Who runs a fund',
  rules: [
    {
      id: 'person-totp-secret',
      holds: {
        person: ['totp_secret', 'totp_last_step'],
      },
      what: 'Secret of their authenticator app, sealed; for people who hold a role',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'published-results',
      holds: {
        published_results: ['published_by', 'document', 'reason'],
        published_record: ['document'],
      },
      what: 'Who published the results of a round, and what everybody was told: names of authorities that were awarded, of who decided and of the accounting officer. Applications that were not, assessors and other officials stand under pseudonyms; `results_salt` is the secret behind those',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It has been published',
    },
    {
      id: 'round-rules',
      holds: {
        round_rules: ['saved_by'],
        round_gate: ['owner', 'saved_by', 'statement'],
        round: ['cancelled_by', 'cancelled_reason'],
        question_set: ['created_by'],
      },
      what: 'Who wrote the rules, who answers for a gate and who called a round off, who kept a set of questions: public servants in their work',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'sealed-rules',
      holds: {
        sealed_rules: ['sealed_by', 'document', 'reason'],
      },
      what: 'Published with the rules: who put their name to them',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It has been published, and later versions are bound to it by their hashes',
    },
    {
      id: 'deadline-extension',
      holds: {
        deadline_extension: ['reason', 'notice', 'author_id'],
      },
      what: 'Why more time was given and by whom. Published: it must not name a person or say anything about anybody’s health',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'information-request',
      holds: {
        information_request: ['from_whom', 'asked', 'owner_id', 'logged_by'],
        request_draft: ['answer', 'saved_by'],
        request_answer: ['recorded_by'],
        request_clearance: ['cleared_by'],
        request_disclosure: ['answer', 'published_by'],
      },
      what: 'Who asked for information, as an organisation or a role, what they asked and what was answered; who drafted, cleared and sent it. Read by the programme team and auditors; published as retyped, without who asked',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'service-notice',
      holds: {
        service_notice: ['author_id', 'text', 'taken_down_by'],
      },
      what: 'Who put a notice on every page',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'fund',
      holds: {
        fund: ['senior_officer_name', 'senior_officer_title'],
      },
      what: 'The person who answers for the fund. Published',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It has been published',
    },
    {
      id: 'funder',
      holds: {
        funder: ['quote', 'quote_speaker'],
      },
      what: 'Who said what of the fund. Published',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It has been published',
    },
    {
      id: 'funder-approval',
      holds: {
        funder_approval: ['approved_by'],
        funder_refusal: ['refused_by', 'reason'],
      },
      what: 'Who approved for a funder, or did not and why',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'request-question',
      holds: {
        request_question: ['recorded_by', 'question'],
        request_question_answer: ['recorded_by'],
        request_extension: ['recorded_by', 'reason'],
      },
      what: 'What whoever made a request for information was asked back, why more time was taken for it, and who recorded it and the answer',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'letter-template',
      holds: {
        letter_template: ['saved_by', 'text'],
      },
      what: 'Who wrote the letters about outcomes',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'outcome-letter',
      holds: {
        outcome_letter: ['document'],
        telling_record: ['document'],
      },
      what: 'Each letter about an outcome as it was sent: council, project, outcome',
      basis: 'public-task',
      outcome: 'keep',
      because:
        'It is part of the record of how public money was given, frozen with a hash so that anybody can check it',
    },
    {
      id: 'funder-told',
      holds: {
        funder_told: ['person_id', 'told_by'],
      },
      what: 'Who was told for a funder what was decided, when and by whom',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'members-to-tell',
      holds: {
        members_to_tell: ['saved_by'],
      },
      what: 'Names, constituencies and public email addresses of Members of Parliament, from a list with its source and date',
      basis: 'public-task',
      outcome: 'keep',
      because: 'Members are public office holders, from a list that is public',
    },
    {
      id: 'webhook',
      holds: {
        webhook: ['created_by', 'pause_reason'],
      },
      what: 'Who set a webhook up, and is told when it is paused. What is sent is public, and goes after 90 days',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'public-page-version',
      holds: {
        public_page_version: ['author_id', 'body', 'change_note'],
        form_version: ['published_by', 'change_note'],
      },
      what: 'Who wrote or published it',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'round',
      holds: {
        round: ['contact_email'],
      },
      what: 'Where to write with questions. Published',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It has been published',
    },
    {
      id: 'service-cost',
      holds: { service_cost: ['source', 'entered_by'] },
      what: 'Who entered what running a fund on the service cost in a month, and where that stands',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'legal-hold',
      holds: {
        legal_hold: ['reason', 'placed_by', 'released_by', 'release_reason'],
        retention_switch: ['reason', 'asked_by', 'confirmed_by'],
      },
      what: 'What was put on legal hold, and who switched retention on: by whom, when and why',
      basis: 'legal-obligation',
      outcome: 'unname',
    },
    {
      id: 'subject-request',
      holds: { subject_request: ['person_id', 'identity_note', 'logged_by', 'closed_by', 'answer'] },
      what: 'Who asked what is kept about them, or to be forgotten; how it was made sure that it was they; what they were answered',
      basis: 'legal-obligation',
      outcome: 'unname',
    },
    {
      id: 'audit-event',
      holds: {
        audit_event: ['actor_id', 'object_id', 'facts'],
      },
      what: 'Who changed what and when, and who read which scores; to account for it. It holds ids and not the words of an answer. It cannot be altered: to erase somebody, their row in `person` is made anonymous, and the log keeps an id that leads nowhere',
      basis: 'public-task',
      outcome: 'unname',
    },
  ],
}
