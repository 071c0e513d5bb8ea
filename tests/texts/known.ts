/** Pages that differ by more than the marks, each with why. The list may only shrink. */
export const knownDifferent: Readonly<Record<string, string>> = {
  'GET /manage/funds/:fund/:round/applications': 'kinds of body stand in the order of their words',
  'GET /manage/funds/:fund/:round/evidence/trail': 'reading it is an event, which it shows the next time',
  'GET /manage/funds/:fund/:round/evidence/trail/:reference': 'reading it is an event, which it shows the next time',
  'GET /manage/funds/:fund/:round/pages': 'the title that a page was published with is shown where it is not ours',
  'GET /manage/funds/:fund/:round/pages/:page':
    'the title that a page was published with is shown where it is not ours',
}

/**
 * What actions say that is the same in every language, each with why. Everything else that they say stands in modules of
 * words, which are in the catalogue. The list may only shrink.
 */
export const knownInActions: Readonly<Record<string, string>> = {
  'src/features/funds/sealing/seal-rules.ts': 'kept with the sealed rules, whose hash counts it',
  'src/features/funds/choose-form.ts': 'kept as the reason of a change, as its author would have written it',
  'src/features/forms/create-form.ts': 'the name of a page of a form, until its author gives another',
  'src/features/forms/building/copy-part.ts': 'the name of a part of a form, until its author gives another',
  'src/features/assessment/sifting/record-sift.ts': 'kept as the reason of a finding',
  'src/features/assessment/scoring/declare-conflict.ts': 'kept as what somebody declared',
  'src/features/assessment/understanding/request-understanding.ts': 'the name of a method, which replaying it compares',
  'src/features/assessment/understanding/work-out-understanding.ts': 'kept as what became of a run',
  'src/features/assessment/assigning/work-out-assignment.ts': 'kept as what became of a run',
  'src/features/decisions/interviewing/settle-panel.ts': 'kept as the reason of a change',
  'src/features/decisions/interviewing/declare-panel-conflict.ts': 'kept as what somebody declared',
  'src/features/publishing/webhooks/send-to-webhook.ts': 'the name by which a program calls another',
}
