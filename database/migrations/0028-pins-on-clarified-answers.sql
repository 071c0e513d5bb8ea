-- A passage can be pinned from what an applicant clarified after the deadline. Which request and which reply to it the
-- passage stands in is kept with it; both are null for an answer as it was submitted.
--
-- Safe while people use the service: adds columns that may be empty. A server from before leaves them so.
-- Undo: drop the columns.

alter table score_evidence
  add column reply_request integer,
  add column reply_version integer,
  add constraint score_evidence_names_a_reply check ((reply_request is null) = (reply_version is null));
