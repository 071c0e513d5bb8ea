import { periods, type RetentionSection } from '../retention-rule.ts'

export const writing: RetentionSection = {
  title: 'What people write',
  rules: [
    {
      id: 'draft',
      name: 'Applications that were never submitted',
      holds: {
        answer: ['value', 'saved_by'],
        answer_version: ['value', 'saved_by'],
        answer_set_aside: ['value', 'written_by'],
      },
      what: 'What people of a council wrote into an application that was never submitted. Read by those who write it and by nobody else',
      basis: 'public-task',
      period: periods.application,
      outcome: 'delete',
      sweep: { clock: 'outcome-told', application: 'application_id', drafts: true },
    },
    {
      id: 'application',
      holds: {
        application: ['created_by', 'screened_by'],
        answer: ['value', 'saved_by'],
        answer_version: ['value', 'saved_by'],
        answer_set_aside: ['value', 'written_by'],
      },
      what: 'What people of a council write, every version, by whom and when. Answers hold contact details of a lead officer and a senior sponsor, and may hold whatever people put into free text',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'application-form-change',
      holds: {
        application_form_change: ['set_aside', 'dismissed_by'],
      },
      what: 'What changed in the form under an application while it was written, with the answers that have no place in it any more, shown to its writers; who said that they had read it',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'application-partner',
      holds: {
        application_partner: ['asked_by', 'decided_by'],
      },
      what: 'Who asked and who accepted for a partner',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'application-contributor',
      name: 'Who was invited to write an application, and their comments',
      holds: {
        application_contributor: ['email', 'invited_by', 'person_id'],
        page_assignment: ['person_id', 'given_by'],
        question_assignment: ['person_id', 'given_by'],
        application_comment: ['text', 'written_by', 'resolved_by'],
      },
      what: 'Whom the lead invited to write, who was given which page or question, and what they say to one another about it. Read by those who write the application and by nobody else; never part of what is submitted',
      basis: 'public-task',
      period: periods.application,
      outcome: 'delete',
      sweep: { clock: 'outcome-told', application: 'application_id', address: 'email' },
    },
    {
      id: 'page-presence',
      name: 'Who has a page open',
      holds: {
        page_presence: ['person_id'],
      },
      what: 'Who has a page open, to tell the others. Deleted after an hour, and not kept through a crash',
      basis: 'public-task',
      period: { days: 1, after: 'last-seen' },
      outcome: 'delete',
      byItself: 'as pages are opened',
    },
    {
      id: 'sign-off',
      name: 'Who was asked to sign an application',
      holds: {
        sign_off: ['name', 'job_title', 'email', 'reason', 'asked_by', 'decided_by'],
      },
      what: 'Whom the lead asks to sign an application off, to ask them by email; what they answered',
      basis: 'public-task',
      period: periods.application,
      outcome: 'blank',
      sweep: {
        clock: 'outcome-told',
        application: 'application_id',
        blank: ['name', 'job_title', 'email'],
        address: 'email',
      },
    },
    {
      id: 'sign-off-signature',
      holds: {
        sign_off_signature: ['signed_by', 'name', 'statement', 'read_statement', 'read_language'],
      },
      what: 'Who signed an application off and what they agreed to. It cannot be altered, and goes with the submission to the programme team and the assessors',
      basis: 'public-task',
      outcome: 'keep',
      because: 'A signature names who signed',
    },
    {
      id: 'submission',
      holds: {
        submission: ['content', 'words', 'submitted_by', 'withdrawn_by'],
      },
      what: 'Questions and answers as sent, frozen, with who sent them',
      basis: 'public-task',
      outcome: 'keep',
      because:
        'It is part of the record of how public money was given, frozen with a hash so that anybody can check it',
    },
    {
      id: 'clarification',
      holds: {
        clarification: ['asked_by', 'question', 'published_question', 'answer', 'answered_by', 'decline_reason'],
      },
      what: 'Who asked what. Published without saying who: `published_question` and `answer`',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'late-attempt',
      holds: {
        late_attempt: ['content', 'attempted_by'],
      },
      what: 'What somebody tried to submit after the deadline, frozen, with who sent it and when',
      basis: 'public-task',
      outcome: 'keep',
      because:
        'It is part of the record of how public money was given, frozen with a hash so that anybody can check it',
    },
    {
      id: 'keyed-application',
      name: 'Who sent an application on paper or by email',
      holds: {
        keyed_application: ['applicant_name', 'applicant_email', 'disowned_because', 'keyed_by'],
      },
      what: 'Who sent an application by email or on paper, to ask them whether what was keyed in is theirs; who keyed it, so that they do not assess it',
      basis: 'public-task',
      period: periods.application,
      outcome: 'blank',
      sweep: {
        clock: 'outcome-told',
        application: 'application_id',
        blank: ['applicant_name', 'applicant_email', 'disowned_because'],
        address: 'applicant_email',
      },
    },
    {
      id: 'paper-sign-off',
      holds: {
        paper_sign_off: ['name', 'job_title', 'signed_on', 'recorded_by'],
      },
      what: 'Whose signature the scan of a keyed-in application shows, so that what a round asks to be signed is; who recorded it and when',
      basis: 'public-task',
      outcome: 'keep',
      because: 'It says whose signature a scan shows',
    },
    {
      id: 'award-signer',
      holds: {
        award_signer: ['name', 'job_title', 'email', 'named_by'],
        award: ['offered_by', 'ended_by', 'reason'],
      },
      what: 'Whom a council names to sign the agreement about its award; who offered and ended it, and why',
      basis: 'public-task',
      outcome: 'keep',
      because: 'They stand behind a signed agreement, which both sides hold',
    },
    {
      id: 'award-signature',
      holds: {
        award_signature: ['name', 'job_title', 'signed_by', 'statement', 'read_statement', 'read_language'],
        award_agreement: ['document', 'reason', 'made_by'],
      },
      what: 'Who signed the agreement about an award, and what they agreed to',
      basis: 'public-task',
      outcome: 'keep',
      because: 'A signed agreement names who signed, and both sides hold it',
    },
    {
      id: 'complaint',
      holds: {
        complaint: ['words', 'wanted', 'made_by'],
        complaint_review: ['words', 'asked_by'],
        complaint_message: ['text', 'said_by'],
      },
      what: 'What an authority complained of, and what was asked and answered. Read by those who complained, by whoever looks at it, the programme team and auditors; published in numbers alone',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'complaint-handler',
      holds: {
        complaint_handler: ['person_id', 'reason', 'named_by'],
        complaint_reply: ['found', 'remedy', 'replied_by'],
        complaint_terms: ['saved_by'],
        complaint_texts: ['saved_by'],
      },
      what: 'Who was named to look at a complaint, what they found and what is done about it',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'answer-request',
      holds: {
        answer_request: ['note', 'author_id', 'closed_by'],
        answer_reply: ['value', 'replied_by'],
      },
      what: 'What was asked about answers and replied, by whom and when',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'deadline-reminder',
      name: 'Reminders of deadlines',
      holds: {
        deadline_reminder: ['person_id'],
      },
      what: 'Who was reminded of which deadline, so that nobody is reminded twice',
      basis: 'public-task',
      period: periods.application,
      outcome: 'delete',
      sweep: { clock: 'outcome-told', application: 'application_id' },
    },
    {
      id: 'stored-file',
      holds: {
        stored_file: ['name', 'uploaded_by'],
        upload: ['name', 'started_by'],
        upload_part: ['content'],
      },
      what: 'Files that people send with their answers, replies or complaints, or as evidence of a review or of what came of an award, and scans of what came by email or on paper, in `DATA_DIR/files` or the bucket: who sent each and when, its name, its content. Pieces of a file on its way go when it is whole, or after a day; a file that nothing refers to, after 30 days',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'award-terms-declined',
      holds: {
        award_terms_declined: ['declined_by', 'reason'],
      },
      what: 'Who declined changed terms of an award for a council, and why',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'debrief',
      holds: {
        debrief: ['asked_by', 'wants', 'answer', 'closed_by'],
        debrief_time: ['proposed_by'],
        debrief_note: ['note', 'written_by'],
        debrief_window: ['set_by'],
      },
      what: 'What applicants want to discuss, what was answered and said, who asked, answered and met. Notes are for those who run and audit the round',
      basis: 'public-task',
      outcome: 'unname',
    },
  ],
}
