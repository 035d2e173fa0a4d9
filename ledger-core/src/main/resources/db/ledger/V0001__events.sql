-- The log. Every table here is append-only: rows are inserted once and never touched again.

-- leaf is the event as written and as hashed; PostgreSQL recomputes the hash the service gives.
create table ledger.event (
    position bigint primary key check (position > 0),
    recorded_at timestamptz not null,
    type text collate "C" not null,
    leaf bytea not null check (octet_length(leaf) <= 65535),
    leaf_hash bytea not null check (leaf_hash = sha256('\x00'::bytea || leaf))
);
create index event_type on ledger.event (type, position);
-- 'as known at': the last position at an instant
create index event_recorded_at on ledger.event (recorded_at);

-- Look-up of events by tag, for decisions. Matches come out in position order by themselves,
-- whatever the planner believes about the data. No foreign key: one writer fills both tables in one
-- transaction, and a row trigger per tag would cost more than the insert.
create table ledger.event_tag (
    tag text collate "C" not null,
    position bigint not null,
    type text collate "C" not null,
    primary key (tag, position) include (type)
);

-- Requests that were carried out: a repetition is answered from here.
create table ledger.request (
    request_id uuid primary key,
    body_hash bytea not null,
    first_position bigint not null,
    last_position bigint not null check (last_position >= first_position),
    recorded_at timestamptz not null
);

-- Full tiles of the Merkle tree, 256 hashes of 32 bytes; partial tiles need no row.
create table ledger.tile (
    level int not null check (level between 0 and 7),
    idx bigint not null check (idx >= 0),
    root bytea not null check (octet_length(root) = 32),
    data bytea not null check (octet_length(data) = 8192),
    primary key (level, idx)
);
-- Hashes do not compress.
alter table ledger.tile alter column data set storage external;

-- Every signed checkpoint is kept; a size can be signed once.
create table ledger.checkpoint (
    size bigint primary key check (size >= 0),
    root bytea not null check (octet_length(root) = 32),
    note text not null,
    signed_at timestamptz not null
);

create function ledger.refuse_change() returns trigger
language plpgsql
as $$
begin
    raise exception 'the ledger is append-only: % on %.% is refused',
        tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['event', 'event_tag', 'request', 'tile', 'checkpoint'] loop
        execute format(
            'create trigger refuse_change before update or delete on ledger.%I '
            'for each row execute function ledger.refuse_change()',
            name);
        execute format(
            'create trigger refuse_truncate before truncate on ledger.%I '
            'for each statement execute function ledger.refuse_change()',
            name);
        -- always: also where session_replication_role is 'replica'
        execute format('alter table ledger.%I enable always trigger refuse_change', name);
        execute format('alter table ledger.%I enable always trigger refuse_truncate', name);
        execute format('grant select, insert on ledger.%I to sovang_ledger', name);
    end loop;
end
$$;
