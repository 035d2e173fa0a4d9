-- A unit is tagged in every award it ever gave, and a rule asks only for its founding, merging and
-- abolition: with the type in front of the position a look-up costs what it finds, not what the unit
-- has lived through. Matches of one type still come out in position order by themselves.
alter table ledger.event_tag drop constraint event_tag_pkey;
alter table ledger.event_tag add primary key (tag, type, position);
