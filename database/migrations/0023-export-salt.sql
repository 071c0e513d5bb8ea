-- What the hashes of values that are withheld from the published export of a round are salted with: made once, and kept,
-- so that each of those values can be shown later to be the one that was withheld.
create table assessment_export_salt (
  round_id uuid not null constraint assessment_export_salt_pk primary key
    constraint assessment_export_salt_round_exists references round,
  salt text not null constraint assessment_export_salt_is_64_hex_digits check (salt ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null
);
