-- Whether a lot counts as expired: what lies in it is not sellable. Expiry comes with time, so this is set by a sweep, in the
-- transaction that counts again what can be sold.
ALTER TABLE balance ADD COLUMN expired BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX balance_to_expire ON balance (tenant, warehouse, expiry) WHERE NOT expired AND expiry <> '';
CREATE INDEX balance_expired ON balance (tenant, warehouse, expiry) WHERE expired;
