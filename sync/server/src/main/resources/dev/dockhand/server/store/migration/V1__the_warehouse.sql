-- Every key starts with tenant and warehouse; identifiers are made by the application; no triggers, no LISTEN/NOTIFY,
-- no advisory locks, no sequences as cursors. An absent lot or expiry is the empty text, so that keys hold no NULL.
-- An expiry is text in ISO form (2027-03-31), which sorts as the date does.

-- People and keys -----------------------------------------------------------------------------------------------

CREATE TABLE server_meta (
    tenant       TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    server_epoch BIGINT      NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse)
);

-- Written now and then, to find out whether anything can be written.
CREATE TABLE heartbeat (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    beat_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse)
);

CREATE TABLE admin_key (
    tenant     TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    key_hash   TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse, key_hash)
);

CREATE TABLE station (
    tenant       TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    station      TEXT        NOT NULL,
    number       INT         NOT NULL CHECK (number BETWEEN 1 AND 999),
    key_hash     TEXT        NOT NULL,
    epoch        INT         NOT NULL CHECK (epoch >= 1),
    active       BOOLEAN     NOT NULL,
    enrolled_at  TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ,
    PRIMARY KEY (tenant, warehouse, station),
    UNIQUE (tenant, warehouse, number)
);

CREATE TABLE enrolment_code (
    tenant     TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    code_hash  TEXT        NOT NULL,
    station    TEXT        NOT NULL,
    replaces   BOOLEAN     NOT NULL,
    made_at    TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ,
    PRIMARY KEY (tenant, warehouse, code_hash)
);

-- Tries of codes, each written before its code is looked at, and deleted when the code was right or the time is over.
CREATE TABLE enrolment_try (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    try_id    TEXT        NOT NULL,
    caller    TEXT        NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse, try_id)
);

-- What every hash of a PIN is made with. Stations get it sealed for their own keys.
CREATE TABLE pin_pepper (
    tenant    TEXT  NOT NULL,
    warehouse TEXT  NOT NULL,
    pepper    BYTEA NOT NULL,
    PRIMARY KEY (tenant, warehouse)
);

CREATE TABLE operator (
    tenant      TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    operator_id TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    badge       TEXT    NOT NULL,
    pin_hash    TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('PICKER', 'SUPERVISOR')),
    active      BOOLEAN NOT NULL,
    PRIMARY KEY (tenant, warehouse, operator_id),
    UNIQUE (tenant, warehouse, badge)
);

-- Catalogue -----------------------------------------------------------------------------------------------------

CREATE TABLE item (
    tenant         TEXT    NOT NULL,
    warehouse      TEXT    NOT NULL,
    sku            TEXT    NOT NULL,
    owner          TEXT    NOT NULL,
    name_ko        TEXT    NOT NULL,
    name_en        TEXT    NOT NULL,
    lot_tracked    BOOLEAN NOT NULL,
    expiry_tracked BOOLEAN NOT NULL,
    unit_weight    NUMERIC,
    note           TEXT    NOT NULL,
    picture_source TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, warehouse, sku)
);
CREATE INDEX item_by_lower_sku ON item (tenant, warehouse, lower(sku));
CREATE INDEX item_by_picture ON item (tenant, warehouse, picture_source) WHERE picture_source <> '';

-- A picture's key is the SHA-256 of its bytes.
CREATE TABLE picture (
    tenant     TEXT  NOT NULL,
    warehouse  TEXT  NOT NULL,
    picture    TEXT  NOT NULL,
    media_type TEXT  NOT NULL,
    bytes      BYTEA NOT NULL,
    PRIMARY KEY (tenant, warehouse, picture)
);

-- Where pictures come from: an address, or the name of a file that is uploaded. What a source holds is the picture of the
-- items that name it. An address is asked when due_at has come; without one it was given up, or nothing is left to do.
CREATE TABLE picture_source (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    source    TEXT        NOT NULL,
    picture   TEXT,
    told_at   TIMESTAMPTZ NOT NULL,
    tries     INT         NOT NULL DEFAULT 0,
    due_at    TIMESTAMPTZ,
    failure   TEXT        NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, warehouse, source),
    FOREIGN KEY (tenant, warehouse, picture) REFERENCES picture
);
CREATE INDEX picture_source_due ON picture_source (tenant, warehouse, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX picture_source_picture ON picture_source (tenant, warehouse, picture) WHERE picture IS NOT NULL;

-- One barcode belongs to one item; position keeps the order in which they were given.
CREATE TABLE item_barcode (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    barcode   TEXT NOT NULL,
    sku       TEXT NOT NULL,
    position  INT  NOT NULL,
    PRIMARY KEY (tenant, warehouse, barcode),
    UNIQUE (tenant, warehouse, sku, position),
    FOREIGN KEY (tenant, warehouse, sku) REFERENCES item
);

CREATE TABLE location (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    location  TEXT NOT NULL,
    zone      TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('DOCK', 'STORAGE', 'DAMAGED')),
    walk      INT  NOT NULL,
    PRIMARY KEY (tenant, warehouse, location)
);

CREATE TABLE asn (
    tenant      TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    asn         TEXT    NOT NULL,
    supplier    TEXT    NOT NULL,
    expected_on DATE    NOT NULL,
    closed      BOOLEAN NOT NULL,
    PRIMARY KEY (tenant, warehouse, asn)
);

CREATE TABLE asn_line (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    asn       TEXT NOT NULL,
    line      INT  NOT NULL CHECK (line >= 1),
    sku       TEXT NOT NULL,
    lot       TEXT NOT NULL,
    expiry    TEXT NOT NULL,
    expected  INT  NOT NULL CHECK (expected >= 0),
    received  INT  NOT NULL CHECK (received >= 0),
    PRIMARY KEY (tenant, warehouse, asn, line),
    FOREIGN KEY (tenant, warehouse, asn) REFERENCES asn
);

-- Stock ---------------------------------------------------------------------------------------------------------

-- The ledger. A cause is what wrote it: STATION/epoch/seq for an event, import:id for opening stock. Facts, never
-- changed and never deleted.
CREATE TABLE movement (
    tenant     TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    cause      TEXT        NOT NULL,
    line       INT         NOT NULL CHECK (line >= 1),
    sku        TEXT        NOT NULL,
    lot        TEXT        NOT NULL,
    expiry     TEXT        NOT NULL,
    quantity   INT         NOT NULL CHECK (quantity >= 1),
    from_place TEXT        NOT NULL,
    to_place   TEXT        NOT NULL,
    event_id   TEXT,
    at         TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse, cause, line)
);
CREATE INDEX movement_by_sku ON movement (tenant, warehouse, sku, at);

-- Derived from the ledger. May be negative: what people did on the floor is never refused.
CREATE TABLE balance (
    tenant    TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    place     TEXT   NOT NULL,
    sku       TEXT   NOT NULL,
    lot       TEXT   NOT NULL,
    expiry    TEXT   NOT NULL,
    quantity  BIGINT NOT NULL,
    PRIMARY KEY (tenant, warehouse, place, sku, lot, expiry)
);
CREATE INDEX balance_by_sku ON balance (tenant, warehouse, sku);

-- What may be sold: sellable units on hand minus promised ones. Promising is refused below zero by a conditional
-- update; facts from the floor can still bring sellable under promised, which is an exception and no database error.
CREATE TABLE availability (
    tenant    TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    sku       TEXT   NOT NULL,
    sellable  BIGINT NOT NULL,
    promised  BIGINT NOT NULL CHECK (promised >= 0),
    PRIMARY KEY (tenant, warehouse, sku)
);

-- Opening stock as it was told last, so that telling it again changes nothing.
CREATE TABLE opening_stock (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    location  TEXT NOT NULL,
    sku       TEXT NOT NULL,
    lot       TEXT NOT NULL,
    expiry    TEXT NOT NULL,
    quantity  INT  NOT NULL CHECK (quantity >= 0),
    PRIMARY KEY (tenant, warehouse, sku, location, lot, expiry)
);

-- Orders and shipments --------------------------------------------------------------------------------------------

-- state: WAITING (stock does not suffice yet), PROMISED, RELEASED (a shipment exists), PACKED, CANCELLED.
CREATE TABLE orders (
    tenant       TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    order_number TEXT        NOT NULL,
    carrier      TEXT        NOT NULL,
    service      TEXT        NOT NULL,
    cut_off      TIMESTAMPTZ NOT NULL,
    state        TEXT        NOT NULL CHECK (state IN ('WAITING', 'PROMISED', 'RELEASED', 'PACKED', 'CANCELLED')),
    content_hash TEXT        NOT NULL,
    accepted_at  TIMESTAMPTZ NOT NULL,
    cancelled_at TIMESTAMPTZ,
    PRIMARY KEY (tenant, warehouse, order_number)
);
CREATE INDEX orders_waiting ON orders (tenant, warehouse, cut_off, order_number) WHERE state IN ('WAITING', 'PROMISED');

-- Personal data stands alone, so that it can be erased: JSON of {sender, recipient, message}.
CREATE TABLE order_party (
    tenant       TEXT NOT NULL,
    warehouse    TEXT NOT NULL,
    order_number TEXT NOT NULL,
    body         TEXT,
    erased_at    TIMESTAMPTZ,
    PRIMARY KEY (tenant, warehouse, order_number),
    FOREIGN KEY (tenant, warehouse, order_number) REFERENCES orders
);

CREATE TABLE order_line (
    tenant       TEXT NOT NULL,
    warehouse    TEXT NOT NULL,
    order_number TEXT NOT NULL,
    line         INT  NOT NULL CHECK (line >= 1),
    sku          TEXT NOT NULL,
    quantity     INT  NOT NULL CHECK (quantity >= 1),
    promised     INT  NOT NULL CHECK (promised >= 0 AND promised <= quantity),
    PRIMARY KEY (tenant, warehouse, order_number, line),
    FOREIGN KEY (tenant, warehouse, order_number) REFERENCES orders
);
CREATE INDEX order_line_by_sku ON order_line (tenant, warehouse, sku);

-- A shipment is also the task that a station leases. token is the newest lease token, 0 before the first grant;
-- holder is the station that has the lease now. packed_by is the event that closed the parcel: there is at most one.
CREATE TABLE shipment (
    tenant       TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    shipment     TEXT        NOT NULL,
    order_number TEXT        NOT NULL,
    task         TEXT        NOT NULL,
    stage        TEXT        NOT NULL CHECK (stage IN ('RELEASED', 'PICKED', 'PACKED', 'CANCELLED')),
    carrier      TEXT        NOT NULL,
    cut_off      TIMESTAMPTZ NOT NULL,
    token        BIGINT      NOT NULL CHECK (token >= 0),
    holder       TEXT,
    waybill      TEXT,
    routing      TEXT        NOT NULL,
    tote         TEXT,
    released_at  TIMESTAMPTZ NOT NULL,
    packed_by    TEXT,
    packed_at    TIMESTAMPTZ,
    weight_grams NUMERIC,
    PRIMARY KEY (tenant, warehouse, shipment),
    UNIQUE (tenant, warehouse, order_number, shipment),
    UNIQUE (tenant, warehouse, task),
    UNIQUE (tenant, warehouse, waybill),
    FOREIGN KEY (tenant, warehouse, order_number) REFERENCES orders
);
CREATE INDEX shipment_free ON shipment (tenant, warehouse, cut_off, shipment)
    WHERE holder IS NULL AND stage IN ('RELEASED', 'PICKED');
CREATE INDEX shipment_held ON shipment (tenant, warehouse, holder) WHERE holder IS NOT NULL;

-- The pick list: what is allocated to a shipment, from which place.
CREATE TABLE pick_line (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    shipment  TEXT NOT NULL,
    line      INT  NOT NULL CHECK (line >= 1),
    sku       TEXT NOT NULL,
    lot       TEXT NOT NULL,
    expiry    TEXT NOT NULL,
    location  TEXT NOT NULL,
    quantity  INT  NOT NULL CHECK (quantity >= 1),
    picked    INT  NOT NULL CHECK (picked >= 0),
    shorted   INT  NOT NULL CHECK (shorted >= 0),
    PRIMARY KEY (tenant, warehouse, shipment, line),
    FOREIGN KEY (tenant, warehouse, shipment) REFERENCES shipment
);
CREATE INDEX pick_line_by_stock ON pick_line (tenant, warehouse, location, sku);

-- Every grant there ever was. how_ended: DONE, RETURNED, BROKEN, CANCELLED.
CREATE TABLE lease (
    tenant       TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    task         TEXT        NOT NULL,
    token        BIGINT      NOT NULL CHECK (token >= 1),
    station      TEXT        NOT NULL,
    epoch        INT         NOT NULL,
    based_on_seq BIGINT      NOT NULL,
    granted_at   TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    how_ended    TEXT CHECK (how_ended IN ('DONE', 'RETURNED', 'BROKEN', 'CANCELLED')),
    PRIMARY KEY (tenant, warehouse, task, token)
);

-- A number is FREE, then BOUND to one shipment for ever; USED when the parcel was packed with it.
CREATE TABLE waybill_pool (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    waybill   TEXT NOT NULL,
    carrier   TEXT NOT NULL,
    routing   TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('FREE', 'BOUND', 'USED')),
    shipment  TEXT,
    PRIMARY KEY (tenant, warehouse, waybill),
    CHECK ((state = 'FREE') = (shipment IS NULL))
);
CREATE INDEX waybill_free ON waybill_pool (tenant, warehouse, carrier, waybill) WHERE state = 'FREE';

-- Events of the stations --------------------------------------------------------------------------------------------

CREATE TABLE station_head (
    tenant    TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    station   TEXT   NOT NULL,
    epoch     INT    NOT NULL,
    last_seq  BIGINT NOT NULL,
    last_hash TEXT   NOT NULL,
    PRIMARY KEY (tenant, warehouse, station, epoch)
);

-- The bytes as they came, and what became of them; repeats are answered from here. Columns that are NULL could not be
-- read from the bytes.
CREATE TABLE event (
    tenant      TEXT        NOT NULL,
    warehouse   TEXT        NOT NULL,
    station     TEXT        NOT NULL,
    epoch       INT         NOT NULL,
    seq         BIGINT      NOT NULL CHECK (seq >= 1),
    hash        TEXT        NOT NULL,
    raw         TEXT        NOT NULL,
    status      TEXT        NOT NULL CHECK (status IN ('ACCEPTED', 'EXCEPTION', 'QUARANTINED')),
    accepted_at TIMESTAMPTZ NOT NULL,
    event_id    TEXT,
    type        TEXT,
    operator    TEXT,
    task        TEXT,
    at          TIMESTAMPTZ,
    undone_by   TEXT,
    PRIMARY KEY (tenant, warehouse, station, epoch, seq)
);
CREATE UNIQUE INDEX event_by_id ON event (tenant, warehouse, event_id);
CREATE INDEX event_by_task ON event (tenant, warehouse, task) WHERE task IS NOT NULL;

-- Events that are not taken, such as those of the second of two machines under one name: kept for review, counted nowhere.
CREATE TABLE quarantine (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    station   TEXT        NOT NULL,
    epoch     INT         NOT NULL,
    hash      TEXT        NOT NULL,
    seq       BIGINT      NOT NULL,
    raw       TEXT        NOT NULL,
    kept_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse, station, epoch, hash)
);

-- Telling the stations --------------------------------------------------------------------------------------------------

-- The counter row of the feed: updated last in a transaction, so numbers are without gap and in the order of commits.
CREATE TABLE feed_head (
    tenant    TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    head      BIGINT NOT NULL,
    oldest    BIGINT NOT NULL,
    PRIMARY KEY (tenant, warehouse)
);

-- batch is the position of the transaction's last change: a page never ends inside a transaction.
CREATE TABLE feed (
    tenant    TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    position  BIGINT      NOT NULL,
    batch     BIGINT      NOT NULL,
    type      TEXT        NOT NULL,
    body      TEXT        NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, warehouse, position)
);

CREATE TABLE exception (
    tenant     TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    exception_id TEXT        NOT NULL,
    kind       TEXT        NOT NULL,
    about      TEXT        NOT NULL,
    station    TEXT,
    event_id   TEXT,
    detail     TEXT        NOT NULL,
    raised_at  TIMESTAMPTZ NOT NULL,
    settled_at TIMESTAMPTZ,
    settled_by TEXT,
    answer     TEXT,
    PRIMARY KEY (tenant, warehouse, exception_id)
);
CREATE INDEX exception_open ON exception (tenant, warehouse, raised_at) WHERE settled_at IS NULL;
CREATE INDEX exception_about ON exception (tenant, warehouse, kind, about) WHERE settled_at IS NULL;
