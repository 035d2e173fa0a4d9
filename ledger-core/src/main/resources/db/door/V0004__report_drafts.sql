-- Reports that an office is writing (dự thảo báo cáo). Nothing was done yet, so they are no events;
-- what is issued from one is.
create table door.report_draft (
    id uuid primary key,
    -- whose draft it is; null for the office that keeps the register
    office uuid,
    period text not null,
    policy text not null,
    authority uuid not null,
    -- by when the ledger must have been told; null for now
    known_at text,
    -- what people wrote, by the part of the paper it belongs to
    words jsonb not null,
    -- position of the log whose figures stood beside the words when they were saved
    saved_at_position bigint not null check (saved_at_position >= 0),
    -- raised by every save; whoever saves over an older one is told
    version bigint not null default 1,
    created_by text collate "C" not null,
    created_at timestamptz not null,
    changed_by text collate "C" not null,
    changed_at timestamptz not null,
    -- the report that was issued from it; then it is only read
    report uuid
);
create index report_draft_office on door.report_draft (office);
grant select, insert, update, delete on door.report_draft to sovang_door;
