-- One key per person whose data the ledger holds sealed. Deleting the row is the erasure: every
-- leaf stays as it was written, and nobody can open it any more.
create table keystore.subject_key (
    subject uuid primary key,
    wrapped_key bytea not null,
    commitment bytea not null,
    created_at timestamptz not null default now()
);
grant select, insert, delete on keystore.subject_key to sovang_keys;
