-- How often the data was restored from a backup: each turns the end from which waybill numbers are taken, so that numbers that
-- were bound since the backup are not given out again before the stations have told of them.
ALTER TABLE server_meta ADD COLUMN restores INT NOT NULL DEFAULT 0;
