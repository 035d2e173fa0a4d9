-- Filters that somebody keeps by a name (bộ lọc đã lưu). The address is a list of ours and
-- parameters that list knows; no search term is ever kept, it may be a person's name.
create table door.saved_search (
    id uuid primary key,
    -- whose it is: of an account, or of the office's identity provider
    owner text collate "C" not null,
    -- the owner's unit when it was kept; null for the office that keeps the register
    office uuid,
    name text not null check (length(name) between 1 and 100),
    path text not null,
    query text not null,
    shared boolean not null default false,
    created_at timestamptz not null default now(),
    unique (owner, name)
);
create index saved_search_office on door.saved_search (office) where shared;
grant select, insert, update, delete on door.saved_search to sovang_door;
