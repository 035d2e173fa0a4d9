-- What an office said that headings of its own mean, so that it says so once. Headings only, nothing
-- of what stands under them.
create table staging.heading (
    -- id of the unit; empty for the office that keeps the register
    office text not null,
    -- hash of the kind of sheet and of all its headings in their order
    signature text not null,
    column_key text not null,
    -- name of what it means; empty for a column to leave out
    field text not null,
    by_user text not null,
    chosen_at timestamptz not null default now(),
    primary key (office, signature, column_key)
);

grant select, insert, update, delete on staging.heading to sovang_ledger;

comment on column staging.import.chunk is 'facts of one append at most';
