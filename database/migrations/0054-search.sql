-- 0054-search.sql
-- What everybody may read is found by its words: pages of rounds, what changed in them, and questions with their answers.
-- What is not for everybody is looked for among what one person may open, which is little, and needs no index.
--
-- Safe while people use the service: creates indexes on tables that are seldom written.
-- Undo: drop the indexes.

create index public_page_version_by_words on public_page_version
  using gin (to_tsvector('english', title || ' ' || summary || ' ' || body)) where published_at is not null;
create index public_page_version_by_change on public_page_version
  using gin (to_tsvector('english', change_note)) where published_at is not null;
create index clarification_by_words on clarification
  using gin (to_tsvector('english', published_question || ' ' || answer)) where published_at is not null;
