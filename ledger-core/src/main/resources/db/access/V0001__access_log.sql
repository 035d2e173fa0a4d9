-- The log of who read what (nhật ký truy cập). The same tables as the ledger's, because the same code
-- writes, seals and checks them; nobody cosigns it. Append-only like them.
create table access.event (
    position bigint primary key check (position > 0),
    recorded_at timestamptz not null,
    type text collate "C" not null,
    leaf bytea not null check (octet_length(leaf) <= 65535),
    leaf_hash bytea not null check (leaf_hash = sha256('\x00'::bytea || leaf))
);
create index event_type on access.event (type, position);
create index event_recorded_at on access.event (recorded_at);

-- by user and by whose record it is
create table access.event_tag (
    tag text collate "C" not null,
    position bigint not null,
    type text collate "C" not null,
    primary key (tag, type, position)
);

create table access.request (
    request_id uuid primary key,
    body_hash bytea not null,
    first_position bigint not null,
    last_position bigint not null check (last_position >= first_position),
    recorded_at timestamptz not null
);

create table access.tile (
    level int not null check (level between 0 and 7),
    idx bigint not null check (idx >= 0),
    root bytea not null check (octet_length(root) = 32),
    data bytea not null check (octet_length(data) = 8192),
    primary key (level, idx)
);
alter table access.tile alter column data set storage external;

create table access.checkpoint (
    size bigint primary key check (size >= 0),
    root bytea not null check (octet_length(root) = 32),
    note text not null,
    signed_at timestamptz not null
);

create table access.append_mac (
    first_position bigint primary key check (first_position > 0),
    last_position bigint not null unique check (last_position >= first_position),
    root bytea not null check (octet_length(root) = 32),
    key_id text collate "C" not null,
    mac bytea not null check (octet_length(mac) = 32)
);

create function access.refuse_change() returns trigger
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
    foreach name in array
        array['event', 'event_tag', 'request', 'tile', 'checkpoint', 'append_mac']
    loop
        execute format(
            'create trigger refuse_change before update or delete on access.%I '
            'for each row execute function access.refuse_change()',
            name);
        execute format(
            'create trigger refuse_truncate before truncate on access.%I '
            'for each statement execute function access.refuse_change()',
            name);
        execute format('alter table access.%I enable always trigger refuse_change', name);
        execute format('alter table access.%I enable always trigger refuse_truncate', name);
        execute format('grant select, insert on access.%I to sovang_ledger', name);
    end loop;
end
$$;
