-- When somebody last came in with the password of an account, so that whoever runs the service sees
-- which accounts nobody uses. Every sign-in stands in the access log; this is the newest.
alter table door.account add column last_sign_in_at timestamptz;
