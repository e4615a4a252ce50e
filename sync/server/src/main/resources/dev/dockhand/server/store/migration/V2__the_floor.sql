-- What the floor's side of the server needs beside the first version.

-- One row a transaction: its number is its place in the order of commits, so a page never ends inside one. The body is
-- one change a line.
DROP TABLE feed;
CREATE TABLE feed (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    position  BIGINT      NOT NULL CHECK (position >= 1),
    changes   INT         NOT NULL CHECK (changes >= 1),
    body      TEXT        NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    mark      TEXT        NOT NULL,
    PRIMARY KEY (tenant, warehouse, position)
);

-- Units of a balance that pick lists lay claim to.
ALTER TABLE balance ADD COLUMN allocated BIGINT NOT NULL DEFAULT 0 CHECK (allocated >= 0);

-- Missing units that a supervisor has taken off the books.
ALTER TABLE pick_line ADD COLUMN written_off INT NOT NULL DEFAULT 0 CHECK (written_off >= 0);

-- Whether an operator has answered the late cancel.
ALTER TABLE shipment ADD COLUMN cancel_seen BOOLEAN NOT NULL DEFAULT FALSE;

-- The exception that an event led to; several events may lead to one.
ALTER TABLE event ADD COLUMN exception_id TEXT;

-- Every label that was sent to a printer.
CREATE TABLE label_print (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    waybill   TEXT        NOT NULL,
    event_id  TEXT        NOT NULL,
    station   TEXT        NOT NULL,
    copy      INT         NOT NULL,
    outcome   TEXT        NOT NULL,
    proof     TEXT        NOT NULL,
    reason    TEXT        NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse, waybill, event_id)
);
