-- Everything about the schemas of the two logs that is not as the migrations and bootstrap.sql leave
-- it, one row each. `grave` is false for what is weaker than it could be, but not wrong.
-- Parameters: bodies of refuse_change, which is the same in both, and guard.refuse_ledger_ddl.
with expected as (
    select ?::text as refuse_change, ?::text as refuse_ddl
), installed as (
    -- by the catalogue: looking names up needs a right on the schema guard that nobody has
    select p.oid, n.nspname, p.proname
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.pronargs = 0
      and (n.nspname, p.proname) in
        (('ledger', 'refuse_change'), ('access', 'refuse_change'), ('guard', 'refuse_ledger_ddl'))
), log_schema as (
    select oid, nspname, nspowner, nspacl from pg_namespace
    where nspname in ('ledger', 'access')
), relation as (
    select c.oid, c.relname, c.relkind, c.relowner, c.relacl, s.nspname
    from pg_class c join log_schema s on s.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
), log_table as (
    select * from relation where relkind in ('r', 'p') and relname <> 'flyway_schema_history'
), wanted_trigger (tgname, tgtype) as (
    -- bits of pg_trigger.tgtype: 1 row, 2 before, 8 delete, 16 update, 32 truncate
    values ('refuse_change'::name, 1 + 2 + 8 + 16), ('refuse_truncate', 2 + 32)
), guard_trigger (evtname, evtevent) as (
    values ('ledger_ddl_guard'::name, 'ddl_command_end'::name), ('ledger_drop_guard', 'sql_drop')
)
select true as grave,
    format('schema %s is owned by %s', nspname, pg_get_userbyid(nspowner)) as what
from log_schema
where pg_get_userbyid(nspowner) <> 'sovang_owner'
union all
select true, format('%s.%s is owned by %s', nspname, relname, pg_get_userbyid(relowner))
from relation
where pg_get_userbyid(relowner) <> 'sovang_owner'
union all
select true, format('%s.%s is no table of the ledger', nspname, relname)
from relation
where relkind in ('v', 'm', 'f', 'S')
union all
select true, format('%s may %s on %s.%s',
    case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end,
    a.privilege_type, r.nspname, r.relname)
from relation r, aclexplode(r.relacl) a
where a.grantee <> r.relowner
  and not (a.grantee <> 0 and pg_get_userbyid(a.grantee) = 'sovang_ledger'
    and a.privilege_type in ('SELECT', 'INSERT') and not a.is_grantable
    and r.oid in (select oid from log_table))
union all
select true, format('%s may %s column %s of %s.%s',
    case when x.grantee = 0 then 'everybody' else pg_get_userbyid(x.grantee) end,
    x.privilege_type, a.attname, r.nspname, r.relname)
from relation r join pg_attribute a on a.attrelid = r.oid, aclexplode(a.attacl) x
union all
select true, format('%s may %s in schema %s',
    case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end,
    a.privilege_type, n.nspname)
from log_schema n, aclexplode(n.nspacl) a
where a.grantee <> n.nspowner
  and not (a.grantee <> 0 and pg_get_userbyid(a.grantee) = 'sovang_ledger'
    and a.privilege_type = 'USAGE')
union all
select true, format('trigger %s on %s.%s is %s', w.tgname, t.nspname, t.relname,
    case when g.oid is null then 'missing'
         when g.tgenabled = 'D' then 'disabled'
         else 'not the one that refuses every change, always' end)
from log_table t cross join wanted_trigger w
left join pg_trigger g on g.tgrelid = t.oid and g.tgname = w.tgname
where g.oid is null or g.tgenabled <> 'A' or g.tgtype <> w.tgtype or g.tgqual is not null
   or g.tgfoid <> coalesce((select i.oid from installed i
        where i.nspname = t.nspname and i.proname = 'refuse_change'), 0)
union all
select true, format('trigger %s on %s.%s is not ours', g.tgname, t.nspname, t.relname)
from log_table t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
where g.tgname not in (select tgname from wanted_trigger)
union all
select true, format('rule %s on %s.%s is not ours', w.rulename, r.nspname, r.relname)
from relation r join pg_rewrite w on w.ev_class = r.oid
where r.relkind in ('r', 'p')
union all
select true, format('%s.%s has row security', r.nspname, r.relname)
from relation r join pg_class c on c.oid = r.oid
where c.relrowsecurity
union all
select true, format('function %s.%s is %s', n.nspname, p.proname,
    case when p.proname in ('refuse_change', 'refuse_ledger_ddl')
        then 'not the one that was installed' else 'not ours' end)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace, expected e
where n.nspname in ('ledger', 'access', 'guard')
  and not (n.nspname in ('ledger', 'access') and p.proname = 'refuse_change'
    and btrim(p.prosrc, E'\n ') = btrim(e.refuse_change, E'\n ')
    and pg_get_userbyid(p.proowner) = 'sovang_owner')
  and not (n.nspname = 'guard' and p.proname = 'refuse_ledger_ddl'
    and btrim(p.prosrc, E'\n ') = btrim(e.refuse_ddl, E'\n ')
    and (select rolsuper from pg_roles where oid = p.proowner))
union all
select true, format('event trigger %s is %s', w.evtname,
    case when t.oid is null then 'missing'
         when t.evtenabled = 'D' then 'disabled' else 'not the one that was installed' end)
from guard_trigger w left join pg_event_trigger t on t.evtname = w.evtname
where exists (select from pg_namespace where nspname = 'guard')
  and (t.oid is null or t.evtenabled <> 'A' or t.evtevent <> w.evtevent
    or t.evttags is not null
    or t.evtfoid <> coalesce((select oid from installed where proname = 'refuse_ledger_ddl'), 0))
union all
select true, format('role %s has rights over the whole server', rolname)
from pg_roles
where rolname in ('sovang_owner', 'sovang_ledger', 'sovang_read', 'sovang_door')
  and (rolsuper or rolcreaterole or rolbypassrls or rolreplication)
union all
select true, format('role %s may act as sovang_owner', m.rolname)
from pg_roles m, pg_roles o
where o.rolname = 'sovang_owner' and m.rolname in (
    'sovang_ledger', 'sovang_read', 'sovang_keys', 'sovang_door')
  and pg_has_role(m.oid, o.oid, 'member')
union all
select false, format('login %s may act as the owner of the ledger''s schema', m.rolname)
from pg_roles m, pg_roles o
where o.rolname = 'sovang_owner' and m.rolcanlogin and not m.rolsuper
  and m.rolname not in (
    'sovang_ledger', 'sovang_read', 'sovang_keys', 'sovang_door')
  and pg_has_role(m.oid, o.oid, 'member')
union all
select false, 'no event trigger guards the schema: bootstrap.sql was not run by a superuser'
where not exists (select from pg_namespace where nspname = 'guard')
