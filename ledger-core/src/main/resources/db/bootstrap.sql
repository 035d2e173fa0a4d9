-- Roles, schemas and guards of the ledger's database. Run as a superuser; may be run again.
-- The passwords of the logins are set apart from this file.
set sovang.bootstrap = 'on';

do $$
begin
    if not exists (select from pg_roles where rolname = 'sovang_owner') then
        create role sovang_owner nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'sovang_ledger') then
        create role sovang_ledger login;
    end if;
    if not exists (select from pg_roles where rolname = 'sovang_read') then
        create role sovang_read login;
    end if;
    if not exists (select from pg_roles where rolname = 'sovang_keys') then
        create role sovang_keys login;
    end if;
    if not exists (select from pg_roles where rolname = 'sovang_door') then
        create role sovang_door login;
    end if;
end
$$;

-- A node that hangs with the log's lock is cut off after 10 s, and the others wait a little longer.
alter role sovang_ledger set idle_in_transaction_session_timeout = '10s';
alter role sovang_ledger set lock_timeout = '20s';
alter role sovang_ledger set timezone = 'UTC';
alter role sovang_read set idle_in_transaction_session_timeout = '60s';
alter role sovang_read set timezone = 'UTC';
alter role sovang_keys set idle_in_transaction_session_timeout = '10s';
alter role sovang_keys set timezone = 'UTC';
alter role sovang_door set idle_in_transaction_session_timeout = '10s';
alter role sovang_door set timezone = 'UTC';

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to sovang_ledger', current_database());
    execute format('grant connect on database %I to sovang_door', current_database());
    -- Each read model lives in a schema of its own that is built and dropped by this role.
    execute format(
        'grant connect, create, temporary on database %I to sovang_read', current_database());
end
$$;
revoke create on schema public from public;

create schema if not exists ledger authorization sovang_owner;
grant usage on schema ledger to sovang_ledger;
-- The log of who read what: tables of its own, the same login.
create schema if not exists access authorization sovang_owner;
grant usage on schema access to sovang_ledger;
-- Local accounts. No part of any log: who may sign in changes, and nothing is proved by it.
create schema if not exists door authorization sovang_owner;
grant usage on schema door to sovang_door;
-- Files on their way into the ledger. No part of any log: rows go when their import has ended.
create schema if not exists staging authorization sovang_owner;
grant usage on schema staging to sovang_ledger;
create schema if not exists read authorization sovang_read;

-- The guard stops hands that slip, not a superuser: whoever may disable an event trigger may do
-- anything, and is caught by the checkpoints outside the database.
create schema if not exists guard;
revoke all on schema guard from public;

create or replace function guard.refuse_ledger_ddl() returns event_trigger
language plpgsql
as $$
declare
    touched text;
begin
    if current_setting('sovang.migrating', true) = 'on' and current_user = 'sovang_owner' then
        return;
    end if;
    if tg_event = 'sql_drop' then
        select object_identity into touched
        from pg_event_trigger_dropped_objects()
        where schema_name in ('ledger', 'access', 'guard')
           or (object_type = 'schema' and object_name in ('ledger', 'access', 'guard'))
           -- rules and triggers are named 'x on ledger.event' and may carry no schema
           or object_identity ~ '(^| )(ledger|access|guard)\.'
        limit 1;
    else
        select coalesce(object_identity, command_tag) into touched
        from pg_event_trigger_ddl_commands()
        where schema_name in ('ledger', 'access', 'guard')
           or (object_type = 'schema' and object_identity in ('ledger', 'access', 'guard'))
           or object_identity ~ '(^| )(ledger|access|guard)\.'
           -- a grant does not say on what; the owner has no other business here
           or (command_tag in ('GRANT', 'REVOKE') and current_user = 'sovang_owner')
        limit 1;
        -- this script itself, run again by a superuser
        if touched is not null and current_setting('sovang.bootstrap', true) = 'on'
            and (select rolsuper from pg_roles where rolname = current_user) then
            touched := null;
        end if;
    end if;
    if touched is not null then
        raise exception 'the ledger''s schema is changed by migrations only: % on % is refused',
            tg_tag, touched
            using errcode = 'insufficient_privilege';
    end if;
end
$$;

do $$
begin
    if not exists (select from pg_event_trigger where evtname = 'ledger_ddl_guard') then
        create event trigger ledger_ddl_guard on ddl_command_end
            execute function guard.refuse_ledger_ddl();
        alter event trigger ledger_ddl_guard enable always;
    end if;
    if not exists (select from pg_event_trigger where evtname = 'ledger_drop_guard') then
        create event trigger ledger_drop_guard on sql_drop
            execute function guard.refuse_ledger_ddl();
        alter event trigger ledger_drop_guard enable always;
    end if;
end
$$;

reset sovang.bootstrap;
