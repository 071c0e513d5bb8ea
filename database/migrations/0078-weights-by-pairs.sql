-- Whoever facilitates a round of weighing may have its criteria compared in pairs (the analytic hierarchy process), besides
-- swing points and typed percentages. What a person compared is kept beside the points that it comes to, so that how far their
-- comparisons contradict one another can be worked out again.
--
-- Safe while people use the service: adds a column that may be null, and lets a column hold one value more, which no row has yet.
-- A server of the release before reads and writes rounds of the two other methods as before; it has no words for a round by
-- pairs, so update every server before one is begun. The table of rounds is short: the check is looked at in no time.
-- Undo: while no round is by pairs, drop the column and make the check anew without 'pairs'.

alter table strategic_review_weighing
  drop constraint strategic_review_weighing_method_is_known,
  add constraint strategic_review_weighing_method_is_known check (method in ('swing', 'percentage', 'pairs'));

-- by criterion, how many times as much its step matters as that of each criterion after it; null for the other methods
alter table strategic_review_weights add column pairs jsonb;
