-- 0075-mailbox.sql
-- Mail that comes in can be read from a mailbox by IMAP. One worker at a time has it, and the page of the status says how it
-- stands.
--
-- Safe while people use the service: adds a table that servers of the release before do not know. They read no mailbox.
-- Undo: drop the table.

-- The mailbox of the service: its row is made when it is first read.
create table network_mailbox (
  id integer constraint network_mailbox_pk primary key constraint network_mailbox_is_one check (id = 1),
  -- until when a worker has it
  claimed_until timestamptz not null,
  -- when it was last read without a problem
  read_at timestamptz,
  problem text constraint network_mailbox_problem_is_known check (
    problem in ('unreachable', 'not-trusted', 'refused-sign-in', 'no-folder')),
  problem_since timestamptz,
  constraint network_mailbox_problem_has_time check ((problem is null) = (problem_since is null))
);
