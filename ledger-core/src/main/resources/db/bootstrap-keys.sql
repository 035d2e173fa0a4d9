-- The database of subject keys: apart from the ledger's, so that it has its own, short-lived
-- backups and an erased key does not come back. Run as a superuser; may be run again.
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to sovang_keys', current_database());
end
$$;
revoke create on schema public from public;

create schema if not exists keystore authorization sovang_owner;
grant usage on schema keystore to sovang_keys;
