-- 0065-words-of-submissions.sql
-- Whoever runs a fund finds an application by its words without every submission of the fund being read again for each
-- search: a submission keeps its words as they are looked for, and an index leads to them. The names of the authority, the
-- fund and the round are as on the day of the submission. Of what one person takes part in there is little: it is read.
--
-- Safe while people use the service: adds a column that is empty at first, which older servers neither read nor write (a
-- trigger fills it in for them), and fills it in for what is there. Nobody can submit while that is done: of a thousand
-- submissions some five seconds.
-- Undo: drop the trigger, the functions, the index and the column.

create function words_of_content(content jsonb) returns text language sql immutable as $$
  select string_agg(line #>> '{}', ' ')
  from jsonb_path_query(content, '$.pages[*].questions[*]') question,
    lateral (
      select jsonb_path_query(question, '$.shown[*]')
      union all select jsonb_path_query(question, '$.items[*].questions[*].shown[*]')
    ) as each (line)
$$;

-- So much of a submission is looked through that its words always fit into what PostgreSQL can keep of them.
create function words_of_submission(of_application uuid, content jsonb) returns tsvector language sql stable as $$
  select to_tsvector('english', left(concat_ws(' ', 'application', a.reference, o.name, f.name, r.name,
    words_of_content(content)), 100000))
  from application a join organisation o on o.id = a.lead_id join round r on r.id = a.round_id
    join fund f on f.id = r.fund_id
  where a.id = of_application
$$;

alter table submission add column words tsvector;

create function submission_has_words() returns trigger language plpgsql as $$
begin
  new.words := words_of_submission(new.application_id, new.content);
  return new;
end
$$;
create trigger submission_has_words before insert on submission
  for each row execute function submission_has_words();

update submission set words = words_of_submission(application_id, content) where withdrawn_at is null;

create index submission_by_words on submission using gin (words) where withdrawn_at is null;
