-- The results of a round as they were published, every version, and the secret behind their pseudonyms.
--
-- A version is what everybody was told: it is never altered or removed, a later one says why it is another, and the first
-- comes no earlier than the embargo of the decision. The salt is made once and never told, so that a pseudonym is the same
-- in every version and nobody can try names until one fits.
--
-- Safe while people use the service: creates only.
-- Undo: drop the tables and the functions.

create table results_salt (
  round_id uuid not null constraint results_salt_pk primary key constraint results_salt_round_exists references round,
  salt text not null constraint results_salt_is_64_hex_digits check (salt ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null
);

create table published_results (
  round_id uuid not null constraint published_results_round_exists references round,
  number integer not null,
  -- canonical JSON, to the letter as it was hashed
  document text not null,
  sha256 text not null,
  reason text not null default '',
  published_at timestamptz not null,
  published_by uuid constraint published_results_publisher_exists references person,
  constraint published_results_hash_is_of_document check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  constraint published_results_pk primary key (round_id, number),
  constraint published_results_number_counts_from_one check (number >= 1),
  constraint published_results_change_has_a_reason check (number = 1 or reason <> '')
);

create function published_results_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'results that were published are never altered' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger published_results_kept before update or delete on published_results
  for each row execute function published_results_are_kept();

create function results_after_embargo() returns trigger language plpgsql as $$
begin
  if not exists (select from decision d where d.round_id = new.round_id and d.tell_at <= new.published_at) then
    raise exception 'results are published after the embargo of a decision' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger published_results_after_embargo before insert on published_results
  for each row execute function results_after_embargo();
