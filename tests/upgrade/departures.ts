/**
 * What newer migrations do that servers of the release before could trip over, each with why they do not. A line is what
 * `breaksBetween` says; recording another release empties this list.
 */
export const departures: Readonly<Record<string, string>> = {
  "message: message_digested_has_digest is new or narrower: CHECK (((state = 'digested'::text) = (digest_id IS NOT NULL)))":
    'they know neither the state nor the column: both sides are false',
  "message: message_held_has_digest is new or narrower: CHECK (((state <> 'held'::text) OR ((digest_at IS NOT NULL) AND (person_id IS NOT NULL))))":
    'they do not know the state',
  'submission: the trigger submission_has_words is new or another':
    'It fills in a column that older servers do not name, from what they write, and refuses nothing.',
}
