-- Local accounts (tài khoản). Never deleted: their ids stand in both logs, and an id must not come to
-- mean somebody else.
create table door.account (
    -- opaque: never a person's name
    id text collate "C" primary key check (id ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    password_hash text not null,
    -- a password that somebody else has seen is good for one thing: changing it
    must_change boolean not null,
    -- an initial password is worth nothing after this; null for one its owner chose
    password_expires_at timestamptz,
    roles text[] not null,
    unit uuid,
    disabled boolean not null default false,
    -- raised by every change; a session that knows an older one is over
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    -- who runs the service does not also do the office's business
    check (not 'ADMINISTRATOR' = any (roles) or cardinality(roles) = 1)
);
grant select, insert, update on door.account to sovang_door;

-- Keys with which a program acts as an account.
create table door.api_key (
    sha256 bytea primary key check (octet_length(sha256) = 32),
    account text collate "C" not null references door.account,
    label text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked boolean not null default false
);
create index api_key_account on door.api_key (account);
grant select, insert, update on door.api_key to sovang_door;
