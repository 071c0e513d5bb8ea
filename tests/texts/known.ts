/** Pages that differ by more than the marks, each with why. The list may only shrink. */
export const knownDifferent: Readonly<Record<string, string>> = {
  'GET /manage/funds/:fund/:round/applications': 'kinds of body stand in the order of their words',
  'GET /manage/funds/:fund/:round/evidence/trail': 'reading it is an event, which it shows the next time',
  'GET /manage/funds/:fund/:round/evidence/trail/:reference': 'reading it is an event, which it shows the next time',
  'GET /manage/funds/:fund/:round/pages': 'the title that a page was published with is shown where it is not ours',
  'GET /manage/funds/:fund/:round/pages/:page':
    'the title that a page was published with is shown where it is not ours',
}
