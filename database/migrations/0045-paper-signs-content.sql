-- 0045-paper-signs-content.sql
-- A signature on paper is for the money, the scope and the partners that were keyed in when it was recorded, as one that
-- is given here is for what was shown. What was recorded before says nothing of that, and holds as it did.
--
-- Safe while people use the service: adds columns that may be empty. Servers of the release before leave them alone.
-- Undo: drop the columns.

alter table paper_sign_off
  add column material jsonb,
  add column material_sha256 text,
  add constraint paper_sign_off_content_has_its_hash check ((material is null) = (material_sha256 is null));
