-- Files on their way into the ledger. No part of any log: a row goes when its import ends, and what
-- is lost here was never known to anybody. Personal fields are sealed here as they are in the log.
create table staging.import (
    id uuid primary key,
    -- READING: rows come in; STAGED: whole, to be confirmed; DECIDED: its facts are settled;
    -- APPENDING: from the first chunk on it can only go forward
    state text not null check (state in ('READING', 'STAGED', 'DECIDED', 'APPENDING')),
    -- the event that will end it, as the codec writes it
    completion bytea not null,
    request_hash text not null,
    asked_at timestamptz not null,
    -- facts of one append; fixed for each import, so that an append is recognised when repeated
    chunk int not null check (chunk between 1 and 2000),
    facts int not null default 0,
    digest bytea,
    -- counts to show before somebody confirms; no names
    summary text not null default '{}',
    created_at timestamptz not null default now()
);

-- What the rows say, in an order in which nothing comes before what it names.
create table staging.entry (
    import_id uuid not null references staging.import on delete cascade,
    seq int not null,
    leaf bytea not null,
    as_found text,
    sheet text not null,
    row_number int not null,
    column_heading text,
    primary key (import_id, seq)
);

-- What the ledger will record, settled before the first chunk: a restart appends exactly this.
create table staging.fact (
    import_id uuid not null references staging.import on delete cascade,
    seq int not null,
    leaf bytea not null,
    primary key (import_id, seq)
);

grant select, insert, update, delete on staging.import, staging.entry, staging.fact
to sovang_ledger;
