-- Which account of an identity provider is whose. It is linked once, by an address that the provider has verified;
-- from then on the account counts and not the address, which may be given to somebody else one day.
create table identity (
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  person_id uuid not null references person,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (person_id, issuer)
);
