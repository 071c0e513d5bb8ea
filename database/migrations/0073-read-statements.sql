-- Whoever reads the service in another language signs what they read. What was agreed to is kept in English, as it always
-- was, and beside it the words that were read.
--
-- Safe while people use the service: adds columns that may be empty. A server of the release before leaves them empty, and
-- takes no signature in another language at all.
-- Undo: drop the columns, once no signature has them.

alter table sign_off_signature
  -- what the signer read, and in which language (a BCP 47 tag), where that was not English
  add column read_statement text,
  add column read_language text,
  add constraint sign_off_signature_read_has_a_language check ((read_statement is null) = (read_language is null));

alter table award_signature
  add column read_statement text,
  add column read_language text,
  add constraint award_signature_read_has_a_language check ((read_statement is null) = (read_language is null));

alter table grant_statement
  add column read_statement text,
  add column read_language text,
  add constraint grant_statement_read_has_a_language check ((read_statement is null) = (read_language is null));
