-- The decision record of a round as it is published with its results: applications that were not awarded stand under
-- pseudonyms in it, and texts as whoever published them read them over. It is written with a version of the results.
--
-- Until now the record was made from the whole one each time that it was asked for, under the references of applications.
-- Results that were published so keep that file until they are published anew.
--
-- Safe while people use the service: creates only. A server of the release before publishes results without a record here,
-- and the file of those is made as before.
-- Undo: drop the table.

create table published_record (
  round_id uuid not null,
  number integer not null,
  -- canonical JSON, to the letter as it was hashed
  document text not null,
  sha256 text not null,
  constraint published_record_pk primary key (round_id, number),
  constraint published_record_results_exist foreign key (round_id, number) references published_results (round_id, number),
  constraint published_record_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);
create trigger published_record_kept before update or delete on published_record
  for each row execute function published_results_are_kept();
