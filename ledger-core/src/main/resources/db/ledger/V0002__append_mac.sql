-- Each append's seal: an HMAC, under a key that is in no database, over its first and last position
-- and the root of its leaves. The sealer signs nothing that lacks one, so that a row inserted by
-- hand never becomes part of a checkpoint.
create table ledger.append_mac (
    first_position bigint primary key check (first_position > 0),
    last_position bigint not null unique check (last_position >= first_position),
    root bytea not null check (octet_length(root) = 32),
    key_id text collate "C" not null,
    mac bytea not null check (octet_length(mac) = 32)
);

create trigger refuse_change before update or delete on ledger.append_mac
for each row execute function ledger.refuse_change();
create trigger refuse_truncate before truncate on ledger.append_mac
for each statement execute function ledger.refuse_change();
alter table ledger.append_mac enable always trigger refuse_change;
alter table ledger.append_mac enable always trigger refuse_truncate;
grant select, insert on ledger.append_mac to sovang_ledger;
