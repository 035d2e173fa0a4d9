-- Where the office's printer puts each text on a printed blank (phôi bằng, giấy khen). Every change
-- is a row of its own, so that it can be told which layout a certificate was printed with.
create table door.blank_layout (
    award text collate "C" not null,
    artifact text collate "C" not null,
    version integer not null check (version > 0),
    layout jsonb not null,
    changed_by text collate "C" not null,
    changed_at timestamptz not null default now(),
    primary key (award, artifact, version)
);
grant select, insert on door.blank_layout to sovang_door;
