-- One value for all that the append-only promise rests on in this database; it changes when
-- anything of it does.
select encode(sha256(convert_to(string_agg(line, E'\n' order by line), 'UTF8')), 'hex')
from (
    select concat_ws('|', 'schema', nspname, nspowner, nspacl) as line
    from pg_namespace where nspname in ('ledger', 'access', 'guard')
    union all
    select concat_ws('|', 'relation', n.nspname, c.relname, c.relkind, c.relowner, c.relacl,
        c.relrowsecurity, c.relpersistence)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('ledger', 'access', 'guard')
    union all
    select concat_ws('|', 'column', a.attrelid, a.attname, a.atttypid, a.attnotnull, a.attacl)
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace in (to_regnamespace('ledger'), to_regnamespace('access')) and a.attnum > 0
    union all
    select concat_ws('|', 'constraint', conrelid, conname, convalidated,
        pg_get_constraintdef(oid))
    from pg_constraint where connamespace in (to_regnamespace('ledger'), to_regnamespace('access'))
    union all
    select concat_ws('|', 'trigger', t.tgrelid, t.tgname, t.tgenabled, t.tgtype, t.tgfoid)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace in (to_regnamespace('ledger'), to_regnamespace('access'))
    union all
    select concat_ws('|', 'rule', w.ev_class, w.rulename, w.ev_enabled)
    from pg_rewrite w join pg_class c on c.oid = w.ev_class
    where c.relnamespace in (to_regnamespace('ledger'), to_regnamespace('access'))
    union all
    select concat_ws('|', 'function', n.nspname, p.proname, p.proowner, p.prosecdef, p.proconfig,
        p.prosrc)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('ledger', 'access', 'guard')
    union all
    select concat_ws('|', 'event trigger', evtname, evtevent, evtenabled, evtfoid, evttags)
    from pg_event_trigger
    union all
    select concat_ws('|', 'role', rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
        rolreplication)
    from pg_roles where rolname like 'sovang\_%'
    union all
    select concat_ws('|', 'member', pg_get_userbyid(m.roleid), pg_get_userbyid(m.member))
    from pg_auth_members m where pg_get_userbyid(m.roleid) like 'sovang\_%'
) watched
