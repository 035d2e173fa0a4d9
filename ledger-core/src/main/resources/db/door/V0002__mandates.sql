-- An inspector's mandate: the decision that gives it, whose records (none named: every unit's), from
-- one day to another. Who has none reads everything: the body that inspects the whole register.
alter table door.account
    add column mandate_decision text,
    add column mandate_units uuid[],
    add column mandate_from date,
    add column mandate_until date,
    add check (num_nulls(mandate_decision, mandate_units, mandate_from, mandate_until) in (0, 4)),
    add check (mandate_from <= mandate_until);
