-- What witnesses signed beside our checkpoints (C2SP tlog-cosignature). A witness may cosign the
-- same checkpoint again: the later time proves that the log had not gone on. Append-only like every
-- table of the log.
create table ledger.cosignature (
    size bigint not null references ledger.checkpoint (size),
    -- name and id of the witness's key, as in the line
    witness text collate "C" not null,
    key_id text collate "C" not null check (key_id ~ '^[0-9a-f]{8}$'),
    -- the time inside the signature, by the witness's clock
    cosigned_at timestamptz not null,
    line text not null,
    stored_at timestamptz not null,
    primary key (size, witness, key_id, cosigned_at)
);
-- what a witness cosigned last
create index cosignature_by_witness on ledger.cosignature (witness, key_id, size);

create trigger refuse_change before update or delete on ledger.cosignature
    for each row execute function ledger.refuse_change();
create trigger refuse_truncate before truncate on ledger.cosignature
    for each statement execute function ledger.refuse_change();
alter table ledger.cosignature enable always trigger refuse_change;
alter table ledger.cosignature enable always trigger refuse_truncate;
grant select, insert on ledger.cosignature to sovang_ledger;
