import type { RetentionSection } from '../retention-rule.ts'

export const reviewing: RetentionSection = {
  title: 'Who works on a strategic review',
  rules: [
    {
      id: 'strategic-review-person',
      holds: {
        strategic_review_person: ['person_id', 'changed_by'],
        strategic_review_entry: ['changed_by', 'content'],
        strategic_review: ['started_by'],
      },
      what: 'Who works on a strategic review, for whom they speak, what they know, and who wrote which version of a page. Seen by the people of the review',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'strategic-review-version',
      holds: {
        strategic_review_version: ['frozen_by'],
        strategic_review_sign_off: ['person_id', 'statement'],
        strategic_review_run: ['made_by'],
        strategic_review_rank_run: ['made_by'],
      },
      what: 'Who froze a version of a strategic review, who signed it off as what and what they said to it: people in their work. Never changed. Seen by the people of the review',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'strategic-review-weights',
      holds: {
        strategic_review_weights: ['person_id'],
        strategic_review_scores: ['person_id', 'reason'],
        strategic_review_note: ['words', 'by'],
        strategic_review_weighing: ['begun_by'],
        strategic_review_weighing_stage: ['by'],
      },
      what: 'What scorers gave and why, every version, and what was said of it. Sealed from all others until weights are locked and scores revealed; then seen by the people of the review',
      basis: 'public-task',
      outcome: 'unname',
    },
  ],
}
