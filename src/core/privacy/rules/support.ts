import type { RetentionSection } from '../retention-rule.ts'

export const support: RetentionSection = {
  title: 'Support that is bought for awards',
  rules: [
    {
      id: 'support-supplier-person',
      holds: {
        support_supplier_person: ['person_id', 'added_by'],
        support_supplier: ['added_by'],
        support_lot: ['added_by'],
      },
      what: 'Who works for a supplier of a fund, so that they see its orders; who named them. Seen by those who run and look at the fund',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'support-order',
      holds: {
        support_interest: ['declared_by', 'what'],
        support_waiver: ['reason', 'waived_by'],
        support_need: ['said_by', 'what'],
        support_order: ['ordered_by', 'withdrawn_by', 'reason', 'closed_by', 'closed_reason'],
        support_order_terms: ['asked_by', 'reason'],
        support_terms_answer: ['answered_by', 'reason'],
        support_deliverable: ['added_by'],
        support_delivery: ['delivered_by', 'note'],
        support_delivery_answer: ['answered_by', 'reason'],
        support_invoice: ['name', 'sent_by', 'answered_by', 'paid_by', 'reason'],
      },
      what: 'Who declared an interest for a supplier, who waived it and why, who said what a council needs, and who ordered, changed, withdrew or closed support: people in their work. Never changed. Seen by those who run and look at the fund, the council and, of its own orders, the supplier',
      basis: 'public-task',
      outcome: 'unname',
    },
    {
      id: 'grant-claim',
      holds: {
        grant_schedule: ['made_by', 'reason'],
        grant_condition_met: ['met_by', 'reason'],
        grant_claim: ['what', 'sent_by', 'checked_by', 'checked_reason', 'answered_by', 'reason', 'paid_by'],
        grant_return: ['recorded_by', 'reason'],
        grant_statement: [
          'signed_by',
          'name',
          'job_title',
          'what',
          'less_because',
          'statement',
          'read_statement',
          'read_language',
        ],
        grant_year_end: ['made_by', 'reason'],
      },
      what: 'Who set the instalments of a grant, claimed, checked, approved, paid or returned its money, stated what was spent and reviewed a year, and why: people in their work. Never changed. Seen by those who run and look at the fund, and the council',
      basis: 'public-task',
      outcome: 'unname',
    },
  ],
}
