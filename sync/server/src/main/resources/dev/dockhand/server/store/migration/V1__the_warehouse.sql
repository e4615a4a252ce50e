-- The key of what a warehouse holds starts with company and warehouse, and of what a company has beyond them with company;
-- identifiers are made by the application; no triggers, no LISTEN/NOTIFY,
-- no advisory locks, no sequences as cursors. An absent lot or expiry is the empty text, so that keys hold no NULL.
-- An expiry is text in ISO form (2027-03-31), which sorts as the date does. What a brand names is written BRAND/NAME in one
-- column, so that no join can forget the brand.

-- Who is here ---------------------------------------------------------------------------------------------------

CREATE TABLE company (
    company    TEXT        NOT NULL,
    name       TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company)
);

-- The settings are one JSON object, as stations are told it.
CREATE TABLE warehouse (
    company    TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    settings   TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company, warehouse),
    FOREIGN KEY (company) REFERENCES company
);

CREATE TABLE brand (
    company    TEXT        NOT NULL,
    brand      TEXT        NOT NULL,
    name       TEXT        NOT NULL,
    -- What is done where not everything of an order is there.
    short_rule TEXT        NOT NULL CHECK (short_rule IN ('WAIT', 'SHIP_REST', 'CANCEL_REST', 'ASK')),
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company, brand),
    FOREIGN KEY (company) REFERENCES company
);

-- Where the goods of a brand lie, the warehouse that its orders go to first with rank 1.
CREATE TABLE brand_warehouse (
    company   TEXT NOT NULL,
    brand     TEXT NOT NULL,
    rank      INT  NOT NULL,
    warehouse TEXT NOT NULL,
    PRIMARY KEY (company, brand, rank),
    UNIQUE (company, brand, warehouse),
    FOREIGN KEY (company, brand) REFERENCES brand,
    FOREIGN KEY (company, warehouse) REFERENCES warehouse
);

-- Keys of programs and people that are no stations. Empty is: of all of them.
CREATE TABLE access_key (
    company    TEXT        NOT NULL,
    key_hash   TEXT        NOT NULL,
    name       TEXT        NOT NULL,
    role       TEXT        NOT NULL CHECK (role IN ('HOST', 'COMPANY', 'WAREHOUSE', 'BRAND')),
    warehouse  TEXT        NOT NULL,
    brand      TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    PRIMARY KEY (company, key_hash)
);
CREATE UNIQUE INDEX access_key_by_hash ON access_key (key_hash);
CREATE UNIQUE INDEX access_key_by_name ON access_key (company, name) WHERE revoked_at IS NULL;

-- The warehouse that an order went to: a brand's order number is one order, wherever it is told again.
CREATE TABLE order_warehouse (
    company   TEXT NOT NULL,
    order_id  TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    PRIMARY KEY (company, order_id)
);

-- People and keys -----------------------------------------------------------------------------------------------

-- Each restore from a backup turns the end from which waybill numbers are taken, so that numbers that were bound since the
-- backup are not given out again before the stations have told of them.
CREATE TABLE server_meta (
    company      TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    server_epoch BIGINT      NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    restores     INT         NOT NULL DEFAULT 0,
    PRIMARY KEY (company, warehouse)
);

-- Written now and then, to find out whether anything can be written.
CREATE TABLE heartbeat (
    one     INT         NOT NULL CHECK (one = 1),
    beat_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (one)
);

-- Which job of the server is due and which process has it in hand. The table is db-scheduler's, with its names.
CREATE TABLE scheduled_tasks (
    task_name            TEXT        NOT NULL,
    task_instance        TEXT        NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMPTZ NOT NULL,
    picked               BOOLEAN     NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMPTZ,
    last_failure         TIMESTAMPTZ,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMPTZ,
    version              BIGINT      NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);

CREATE TABLE station (
    company      TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    station      TEXT        NOT NULL,
    number       INT         NOT NULL CHECK (number BETWEEN 1 AND 999),
    key_hash     TEXT        NOT NULL,
    epoch        INT         NOT NULL CHECK (epoch >= 1),
    active       BOOLEAN     NOT NULL,
    enrolled_at  TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ,
    PRIMARY KEY (company, warehouse, station),
    UNIQUE (company, warehouse, number)
);
CREATE UNIQUE INDEX station_by_key ON station (key_hash);

CREATE TABLE enrolment_code (
    company    TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    code_hash  TEXT        NOT NULL,
    station    TEXT        NOT NULL,
    replaces   BOOLEAN     NOT NULL,
    made_at    TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ,
    PRIMARY KEY (company, warehouse, code_hash)
);
CREATE UNIQUE INDEX enrolment_code_by_hash ON enrolment_code (code_hash);

-- Tries of codes, each written before its code is looked at, and deleted when the code was right or the time is over.
CREATE TABLE enrolment_try (
    try_id TEXT        NOT NULL,
    caller TEXT        NOT NULL,
    at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (try_id)
);

-- Whoever counts tries holds this row, so that one at a time does.
CREATE TABLE enrolment_gate (
    one INT NOT NULL CHECK (one = 1),
    PRIMARY KEY (one)
);
INSERT INTO enrolment_gate (one) VALUES (1);

-- What every hash of a PIN is made with. Stations get it sealed for their own keys.
CREATE TABLE pin_pepper (
    company   TEXT  NOT NULL,
    warehouse TEXT  NOT NULL,
    pepper    BYTEA NOT NULL,
    PRIMARY KEY (company, warehouse)
);

CREATE TABLE operator (
    company     TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    operator_id TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    badge       TEXT    NOT NULL,
    pin_hash    TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('PICKER', 'SUPERVISOR')),
    active      BOOLEAN NOT NULL,
    PRIMARY KEY (company, warehouse, operator_id),
    UNIQUE (company, warehouse, badge)
);

-- Catalogue -----------------------------------------------------------------------------------------------------

CREATE TABLE item (
    company        TEXT    NOT NULL,
    warehouse      TEXT    NOT NULL,
    item           TEXT    NOT NULL,
    name_ko        TEXT    NOT NULL,
    name_en        TEXT    NOT NULL,
    lot_tracked    BOOLEAN NOT NULL,
    expiry_tracked BOOLEAN NOT NULL,
    unit_weight    NUMERIC,
    note           TEXT    NOT NULL,
    picture_source TEXT    NOT NULL DEFAULT '',
    -- A column, since the row-level security lets no index be asked by what a function says of a row.
    item_lower     TEXT    NOT NULL GENERATED ALWAYS AS (lower(item)) STORED,
    PRIMARY KEY (company, warehouse, item)
);
CREATE INDEX item_by_lower ON item (company, warehouse, item_lower);
CREATE INDEX item_by_picture ON item (company, warehouse, picture_source) WHERE picture_source <> '';

-- A picture's key is the SHA-256 of its bytes.
CREATE TABLE picture (
    company    TEXT  NOT NULL,
    warehouse  TEXT  NOT NULL,
    picture    TEXT  NOT NULL,
    media_type TEXT  NOT NULL,
    bytes      BYTEA NOT NULL,
    PRIMARY KEY (company, warehouse, picture)
);

-- Where pictures come from: an address, or the name of a file that is uploaded. What a source holds is the picture of the
-- items that name it. An address is asked when due_at has come; without one it was given up, or nothing is left to do.
CREATE TABLE picture_source (
    company   TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    source    TEXT        NOT NULL,
    picture   TEXT,
    told_at   TIMESTAMPTZ NOT NULL,
    tries     INT         NOT NULL DEFAULT 0,
    due_at    TIMESTAMPTZ,
    failure   TEXT        NOT NULL DEFAULT '',
    PRIMARY KEY (company, warehouse, source),
    FOREIGN KEY (company, warehouse, picture) REFERENCES picture
);
CREATE INDEX picture_source_due ON picture_source (company, warehouse, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX picture_source_picture ON picture_source (company, warehouse, picture) WHERE picture IS NOT NULL;

-- Of one brand a barcode belongs to one item; position keeps the order in which they were given.
CREATE TABLE item_barcode (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    barcode   TEXT NOT NULL,
    item      TEXT NOT NULL,
    position  INT  NOT NULL,
    PRIMARY KEY (company, warehouse, item, position),
    FOREIGN KEY (company, warehouse, item) REFERENCES item
);
CREATE UNIQUE INDEX item_barcode_of_brand ON item_barcode (company, warehouse, barcode, split_part(item, '/', 1));

CREATE TABLE location (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    location  TEXT NOT NULL,
    zone      TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('DOCK', 'STORAGE', 'DAMAGED')),
    walk      INT  NOT NULL,
    PRIMARY KEY (company, warehouse, location)
);

CREATE TABLE asn (
    company     TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    asn         TEXT    NOT NULL,
    supplier    TEXT    NOT NULL,
    expected_on DATE    NOT NULL,
    closed      BOOLEAN NOT NULL,
    PRIMARY KEY (company, warehouse, asn)
);

CREATE TABLE asn_line (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    asn       TEXT NOT NULL,
    line      INT  NOT NULL CHECK (line >= 1),
    item      TEXT NOT NULL,
    lot       TEXT NOT NULL,
    expiry    TEXT NOT NULL,
    expected  INT  NOT NULL CHECK (expected >= 0),
    received  INT  NOT NULL CHECK (received >= 0),
    PRIMARY KEY (company, warehouse, asn, line),
    FOREIGN KEY (company, warehouse, asn) REFERENCES asn
);

-- Stock ---------------------------------------------------------------------------------------------------------

-- The ledger. A cause is what wrote it: STATION/epoch/seq for an event, import:id for opening stock. Facts, never
-- changed and never deleted.
CREATE TABLE movement (
    company    TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    cause      TEXT        NOT NULL,
    line       INT         NOT NULL CHECK (line >= 1),
    item       TEXT        NOT NULL,
    lot        TEXT        NOT NULL,
    expiry     TEXT        NOT NULL,
    quantity   INT         NOT NULL CHECK (quantity >= 1),
    from_place TEXT        NOT NULL,
    to_place   TEXT        NOT NULL,
    event_id   TEXT,
    at         TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company, warehouse, cause, line)
);
CREATE INDEX movement_by_item ON movement (company, warehouse, item, at);

-- Derived from the ledger. May be negative: what people did on the floor is never refused.
CREATE TABLE balance (
    company   TEXT    NOT NULL,
    warehouse TEXT    NOT NULL,
    place     TEXT    NOT NULL,
    item      TEXT    NOT NULL,
    lot       TEXT    NOT NULL,
    expiry    TEXT    NOT NULL,
    quantity  BIGINT  NOT NULL,
    -- Units that pick lists lay claim to.
    allocated BIGINT  NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    -- Whether its lot counts as expired: what lies in it is not sellable. Expiry comes with time, so this is set by a sweep,
    -- in the transaction that counts again what can be sold.
    expired   BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (company, warehouse, place, item, lot, expiry)
);
CREATE INDEX balance_by_item ON balance (company, warehouse, item);
CREATE INDEX balance_to_expire ON balance (company, warehouse, expiry) WHERE NOT expired AND expiry <> '';
CREATE INDEX balance_expired ON balance (company, warehouse, expiry) WHERE expired;

-- License plates that were received, whether the goods on them can be sold, and where they were put away.
CREATE TABLE plate (
    company   TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    plate     TEXT        NOT NULL,
    condition TEXT        NOT NULL CHECK (condition IN ('GOOD', 'DAMAGED')),
    event_id  TEXT        NOT NULL,
    location  TEXT,
    made_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company, warehouse, plate)
);

-- What may be sold: sellable units on hand minus promised ones. Promising is refused below zero by a conditional
-- update; facts from the floor can still bring sellable under promised, which is an exception and no database error.
CREATE TABLE availability (
    company   TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    item      TEXT   NOT NULL,
    sellable  BIGINT NOT NULL,
    promised  BIGINT NOT NULL CHECK (promised >= 0),
    PRIMARY KEY (company, warehouse, item)
);

-- Opening stock as it was told last, so that telling it again changes nothing.
CREATE TABLE opening_stock (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    location  TEXT NOT NULL,
    item      TEXT NOT NULL,
    lot       TEXT NOT NULL,
    expiry    TEXT NOT NULL,
    quantity  INT  NOT NULL CHECK (quantity >= 0),
    PRIMARY KEY (company, warehouse, item, location, lot, expiry)
);

-- Imports -------------------------------------------------------------------------------------------------------

-- Large files are taken in behind their requests: what became of each so far, in every warehouse that it goes to. brand is
-- the one that its caller may speak for, rows_brand that of the rows that name none; empty for all and for none.
CREATE TABLE import (
    company    TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    import_id  TEXT        NOT NULL,
    kind       TEXT        NOT NULL,
    brand      TEXT        NOT NULL,
    rows_brand TEXT        NOT NULL,
    told_at    TIMESTAMPTZ NOT NULL,
    waiting    INT         NOT NULL CHECK (waiting >= 0),
    loaded     INT         NOT NULL,
    unchanged  INT         NOT NULL,
    refused    INT         NOT NULL,
    ended_at   TIMESTAMPTZ,
    PRIMARY KEY (company, warehouse, import_id)
);

-- What waits, as it came: an array of things, each an array of its rows. Gone with the transaction that takes it in.
CREATE TABLE import_chunk (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    chunk     INT  NOT NULL,
    import_id TEXT NOT NULL,
    body      TEXT NOT NULL,
    PRIMARY KEY (company, warehouse, chunk, import_id)
);

-- Rows that were refused, or read otherwise than they stand there.
CREATE TABLE import_row (
    company   TEXT    NOT NULL,
    warehouse TEXT    NOT NULL,
    import_id TEXT    NOT NULL,
    line      BIGINT  NOT NULL,
    field     TEXT    NOT NULL,
    code      TEXT    NOT NULL,
    message   TEXT    NOT NULL,
    brand     TEXT    NOT NULL,
    refused   BOOLEAN NOT NULL,
    PRIMARY KEY (company, warehouse, import_id, line, field, code),
    FOREIGN KEY (company, warehouse, import_id) REFERENCES import ON DELETE CASCADE
);

-- Orders and shipments --------------------------------------------------------------------------------------------

-- state, lacking and ready are derived from the quantities of the lines and from the holds, by one statement. lacking: units are
-- wanted that were not promised yet. ready: promised units stand on no pick list yet, and nobody holds the order.
CREATE TABLE orders (
    company      TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    order_id     TEXT        NOT NULL,
    carrier      TEXT        NOT NULL,
    service      TEXT        NOT NULL,
    cut_off      TIMESTAMPTZ NOT NULL,
    state        TEXT        NOT NULL CHECK (state IN ('WAITING', 'PROMISED', 'RELEASED', 'PICKED', 'PACKED', 'HANDED_OVER',
        'DELIVERED', 'RETURNED', 'CANCELLED')),
    lacking      BOOLEAN     NOT NULL,
    ready        BOOLEAN     NOT NULL,
    content_hash TEXT        NOT NULL,
    accepted_at  TIMESTAMPTZ NOT NULL,
    cancelled_at TIMESTAMPTZ,
    PRIMARY KEY (company, warehouse, order_id)
);
CREATE INDEX orders_by_state ON orders (company, warehouse, state, order_id);
CREATE INDEX orders_lacking ON orders (company, warehouse, cut_off, order_id) WHERE lacking;
CREATE INDEX orders_ready ON orders (company, warehouse, cut_off, order_id) WHERE ready;

-- Personal data stands alone, so that it can be erased: JSON of {sender, recipient, message}.
CREATE TABLE order_party (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    order_id  TEXT NOT NULL,
    body      TEXT,
    erased_at TIMESTAMPTZ,
    PRIMARY KEY (company, warehouse, order_id),
    FOREIGN KEY (company, warehouse, order_id) REFERENCES orders
);

-- Finds the people who are not yet erased without reading all the orders there ever were.
CREATE INDEX order_party_not_erased ON order_party (company, warehouse, order_id) WHERE body IS NOT NULL;

-- A unit counts in everything that it has passed: one in a parcel is promised, allocated, picked and packed.
CREATE TABLE order_line (
    company     TEXT NOT NULL,
    warehouse   TEXT NOT NULL,
    order_id    TEXT NOT NULL,
    line        INT  NOT NULL CHECK (line >= 1),
    item        TEXT NOT NULL,
    quantity    INT  NOT NULL CHECK (quantity >= 1),
    cancelled   INT  NOT NULL DEFAULT 0 CHECK (cancelled BETWEEN 0 AND quantity),
    promised    INT  NOT NULL CHECK (promised BETWEEN 0 AND quantity),
    allocated   INT  NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    picked      INT  NOT NULL DEFAULT 0 CHECK (picked >= 0),
    packed      INT  NOT NULL DEFAULT 0 CHECK (packed >= 0),
    handed_over INT  NOT NULL DEFAULT 0 CHECK (handed_over >= 0),
    delivered   INT  NOT NULL DEFAULT 0 CHECK (delivered >= 0),
    returned    INT  NOT NULL DEFAULT 0 CHECK (returned >= 0),
    PRIMARY KEY (company, warehouse, order_id, line),
    FOREIGN KEY (company, warehouse, order_id) REFERENCES orders
);
CREATE INDEX order_line_by_item ON order_line (company, warehouse, item);

-- Why nothing may be begun on an order for now. Work is released when none is left that was not lifted.
CREATE TABLE order_hold (
    company   TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    order_id  TEXT        NOT NULL,
    hold      TEXT        NOT NULL,
    source    TEXT        NOT NULL,
    -- Who is less may not lift it.
    role      TEXT        NOT NULL CHECK (role IN ('HOST', 'COMPANY', 'WAREHOUSE', 'BRAND')),
    note      TEXT        NOT NULL,
    held_at   TIMESTAMPTZ NOT NULL,
    lifted_at TIMESTAMPTZ,
    lifted_by TEXT,
    PRIMARY KEY (company, warehouse, order_id, hold, held_at),
    FOREIGN KEY (company, warehouse, order_id) REFERENCES orders
);
CREATE UNIQUE INDEX order_hold_open ON order_hold (company, warehouse, order_id, hold) WHERE lifted_at IS NULL;

-- What was decided where not everything of an order was there, by whom and when.
CREATE TABLE short_decision (
    company    TEXT        NOT NULL,
    warehouse  TEXT        NOT NULL,
    order_id   TEXT        NOT NULL,
    line       INT         NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    decision   TEXT        NOT NULL CHECK (decision IN ('WAIT', 'SHIP_REST', 'CANCEL_REST')),
    units      INT         NOT NULL,
    decided_by TEXT        NOT NULL,
    FOREIGN KEY (company, warehouse, order_id) REFERENCES orders
);
CREATE INDEX short_decision_by_order ON short_decision (company, warehouse, order_id, decided_at);

-- A shipment is also the task that a station leases. token is the newest lease token, 0 before the first grant;
-- holder is the station that has the lease now. packed_by is the event that closed the parcel: there is at most one.
CREATE TABLE shipment (
    company     TEXT        NOT NULL,
    warehouse   TEXT        NOT NULL,
    shipment    TEXT        NOT NULL,
    order_id    TEXT        NOT NULL,
    task        TEXT        NOT NULL,
    stage       TEXT        NOT NULL CHECK (stage IN ('RELEASED', 'PICKED', 'PACKED', 'CANCELLED')),
    carrier     TEXT        NOT NULL,
    cut_off     TIMESTAMPTZ NOT NULL,
    token       BIGINT      NOT NULL CHECK (token >= 0),
    holder      TEXT,
    waybill     TEXT,
    tote        TEXT,
    released_at TIMESTAMPTZ NOT NULL,
    packed_by   TEXT,
    packed_at   TIMESTAMPTZ,
    -- When the carrier took it, and who gave it.
    handed_over_at TIMESTAMPTZ,
    handed_over_by TEXT,
    -- When and by whom the parcel was closed or called off: a station says what its codes mean.
    closed_at   TIMESTAMPTZ,
    closed_by   TEXT,
    -- Whether an operator has answered the late cancel.
    cancel_seen BOOLEAN     NOT NULL DEFAULT FALSE,
    -- Whether the parcel waits for an answer to what is missing of it.
    waiting     BOOLEAN     NOT NULL DEFAULT FALSE,
    PRIMARY KEY (company, warehouse, shipment),
    UNIQUE (company, warehouse, order_id, shipment),
    UNIQUE (company, warehouse, task),
    UNIQUE (company, warehouse, waybill),
    FOREIGN KEY (company, warehouse, order_id) REFERENCES orders
);
CREATE INDEX shipment_free ON shipment (company, warehouse, cut_off, shipment)
    WHERE holder IS NULL AND stage IN ('RELEASED', 'PICKED');
CREATE INDEX shipment_held ON shipment (company, warehouse, holder) WHERE holder IS NOT NULL;
CREATE INDEX shipment_by_tote ON shipment (company, warehouse, tote) WHERE tote IS NOT NULL;
CREATE INDEX shipment_waiting ON shipment (company, warehouse, cut_off, shipment) WHERE waiting;

-- The pick list: what is allocated to a shipment, from which place.
CREATE TABLE pick_line (
    company     TEXT    NOT NULL,
    warehouse   TEXT    NOT NULL,
    shipment    TEXT    NOT NULL,
    line        INT     NOT NULL CHECK (line >= 1),
    item        TEXT    NOT NULL,
    lot         TEXT    NOT NULL,
    expiry      TEXT    NOT NULL,
    location    TEXT    NOT NULL,
    quantity    INT     NOT NULL CHECK (quantity >= 0),
    picked      INT     NOT NULL CHECK (picked >= 0),
    shorted     INT     NOT NULL CHECK (shorted >= 0),
    -- Missing units that a supervisor has taken off the books.
    written_off INT     NOT NULL DEFAULT 0 CHECK (written_off >= 0),
    -- Picked units that were missing or damaged at the packing bench.
    lost        INT     NOT NULL DEFAULT 0 CHECK (lost >= 0),
    -- Of units that were not found or are lost: those that others were allocated for, and those that the parcel goes without.
    replaced    INT     NOT NULL DEFAULT 0,
    given_up    INT     NOT NULL DEFAULT 0 CHECK (given_up >= 0),
    -- Whether the line stands in for such units. Where they are there after all, what it still wanted is taken off it again.
    refill      BOOLEAN NOT NULL DEFAULT FALSE,
    -- The line of the order that it is for.
    order_line  INT     NOT NULL CHECK (order_line >= 1),
    PRIMARY KEY (company, warehouse, shipment, line),
    FOREIGN KEY (company, warehouse, shipment) REFERENCES shipment
);
CREATE INDEX pick_line_by_stock ON pick_line (company, warehouse, location, item);

-- Every grant there ever was, and how it ended: HANDED_ON to the station that scanned the tote, ADOPTED by another one on a supervisor's
-- word, BROKEN by a supervisor.
CREATE TABLE lease (
    company      TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    task         TEXT        NOT NULL,
    token        BIGINT      NOT NULL CHECK (token >= 1),
    station      TEXT        NOT NULL,
    epoch        INT         NOT NULL,
    based_on_seq BIGINT      NOT NULL,
    granted_at   TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    how_ended    TEXT        CHECK (how_ended IN ('DONE', 'RETURNED', 'HANDED_ON', 'ADOPTED', 'BROKEN', 'CANCELLED')),
    -- The supervisor whose word ended it.
    ended_by     TEXT,
    PRIMARY KEY (company, warehouse, task, token)
);

-- A number is FREE, then BOUND to one shipment for ever; USED when a parcel was packed with it. RESERVED waits at a station for
-- a further box; what an enrolment before the present one had is VOID, since a box may carry it. One of a range has no row before.
CREATE TABLE waybill_pool (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    waybill   TEXT NOT NULL,
    carrier   TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('FREE', 'RESERVED', 'BOUND', 'USED', 'VOID')),
    shipment  TEXT,
    station   TEXT,
    epoch     INT,
    PRIMARY KEY (company, warehouse, waybill),
    CHECK ((state IN ('BOUND', 'USED')) = (shipment IS NOT NULL))
);
CREATE INDEX waybill_reserved ON waybill_pool (company, warehouse, station) WHERE state = 'RESERVED';
CREATE INDEX waybill_free ON waybill_pool (company, warehouse, carrier, waybill) WHERE state = 'FREE';
CREATE INDEX waybill_by_state ON waybill_pool (company, warehouse, carrier, state);

-- The boxes of a shipment as stations told of them. A number is absent where the box carries that of another shipment, as after a
-- restore; shipment.waybill is the number that the first box is to carry.
CREATE TABLE parcel (
    company   TEXT    NOT NULL,
    warehouse TEXT    NOT NULL,
    shipment  TEXT    NOT NULL,
    box       INT     NOT NULL CHECK (box >= 1),
    waybill   TEXT,
    grams     NUMERIC,
    packed    BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (company, warehouse, shipment, box),
    UNIQUE (company, warehouse, waybill),
    FOREIGN KEY (company, warehouse, shipment) REFERENCES shipment
);

-- What a contract gives: serials from low to high were not taken yet, and first and last say how a number looks.
CREATE TABLE waybill_range (
    company   TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    carrier   TEXT   NOT NULL,
    first     TEXT   NOT NULL,
    last      TEXT   NOT NULL,
    rule      TEXT   NOT NULL,
    low       BIGINT NOT NULL,
    high      BIGINT NOT NULL CHECK (high >= low - 1),
    PRIMARY KEY (company, warehouse, first)
);
CREATE INDEX waybill_range_left ON waybill_range (company, warehouse, carrier, first) WHERE low <= high;

-- Fewer numbers than these raise an exception.
CREATE TABLE waybill_mark (
    company   TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    carrier   TEXT NOT NULL,
    mark      INT  NOT NULL CHECK (mark >= 0),
    PRIMARY KEY (company, warehouse, carrier)
);

-- How a carrier sorts: postcodes from one to another, each with all that begin as the last one does.
CREATE TABLE carrier_route (
    company   TEXT             NOT NULL,
    warehouse TEXT             NOT NULL,
    carrier   TEXT             NOT NULL,
    first     TEXT COLLATE "C" NOT NULL,
    last      TEXT COLLATE "C" NOT NULL,
    routing   TEXT             NOT NULL,
    PRIMARY KEY (company, warehouse, carrier, first)
);

-- Every label that was sent to a printer.
CREATE TABLE label_print (
    company   TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    waybill   TEXT        NOT NULL,
    event_id  TEXT        NOT NULL,
    station   TEXT        NOT NULL,
    copy      INT         NOT NULL,
    outcome   TEXT        NOT NULL,
    proof     TEXT        NOT NULL,
    reason    TEXT        NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company, warehouse, waybill, event_id)
);

-- Events of the stations --------------------------------------------------------------------------------------------

CREATE TABLE station_head (
    company   TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    station   TEXT   NOT NULL,
    epoch     INT    NOT NULL,
    last_seq  BIGINT NOT NULL,
    last_hash TEXT   NOT NULL,
    PRIMARY KEY (company, warehouse, station, epoch)
);

-- The bytes as they came, and what became of them; repeats are answered from here. Columns that are NULL could not be
-- read from the bytes.
CREATE TABLE event (
    company      TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    station      TEXT        NOT NULL,
    epoch        INT         NOT NULL,
    seq          BIGINT      NOT NULL CHECK (seq >= 1),
    hash         TEXT        NOT NULL,
    raw          TEXT        NOT NULL,
    status       TEXT        NOT NULL CHECK (status IN ('ACCEPTED', 'EXCEPTION', 'QUARANTINED')),
    accepted_at  TIMESTAMPTZ NOT NULL,
    event_id     TEXT,
    type         TEXT,
    operator     TEXT,
    task         TEXT,
    at           TIMESTAMPTZ,
    undone_by    TEXT,
    -- The exception that it led to; several events may lead to one.
    exception_id TEXT,
    PRIMARY KEY (company, warehouse, station, epoch, seq)
);
CREATE UNIQUE INDEX event_by_id ON event (company, warehouse, event_id);
CREATE INDEX event_by_task ON event (company, warehouse, task) WHERE task IS NOT NULL;

-- Events that are not taken, such as those of the second of two machines under one name: kept for review, counted nowhere.
CREATE TABLE quarantine (
    company   TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    station   TEXT        NOT NULL,
    epoch     INT         NOT NULL,
    hash      TEXT        NOT NULL,
    seq       BIGINT      NOT NULL,
    raw       TEXT        NOT NULL,
    kept_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (company, warehouse, station, epoch, hash)
);

-- Telling the stations --------------------------------------------------------------------------------------------------

-- The counter row of the feed: updated last in a transaction, so numbers are without gap and in the order of commits.
CREATE TABLE feed_head (
    company   TEXT   NOT NULL,
    warehouse TEXT   NOT NULL,
    head      BIGINT NOT NULL,
    oldest    BIGINT NOT NULL,
    PRIMARY KEY (company, warehouse)
);

-- One row a transaction: its number is its place in the order of commits, so a page never ends inside one. The body is
-- one change a line.
CREATE TABLE feed (
    company   TEXT        NOT NULL,
    warehouse TEXT        NOT NULL,
    position  BIGINT      NOT NULL CHECK (position >= 1),
    changes   INT         NOT NULL CHECK (changes >= 1),
    body      TEXT        NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    mark      TEXT        NOT NULL,
    PRIMARY KEY (company, warehouse, position)
);

CREATE TABLE exception (
    company      TEXT        NOT NULL,
    warehouse    TEXT        NOT NULL,
    exception_id TEXT        NOT NULL,
    kind         TEXT        NOT NULL,
    about        TEXT        NOT NULL,
    station      TEXT,
    event_id     TEXT,
    detail       TEXT        NOT NULL,
    raised_at    TIMESTAMPTZ NOT NULL,
    settled_at   TIMESTAMPTZ,
    settled_by   TEXT,
    answer       TEXT,
    PRIMARY KEY (company, warehouse, exception_id)
);
CREATE INDEX exception_open ON exception (company, warehouse, raised_at, exception_id) WHERE settled_at IS NULL;
CREATE INDEX exception_by_age ON exception (company, warehouse, raised_at, exception_id);
CREATE INDEX exception_about ON exception (company, warehouse, kind, about) WHERE settled_at IS NULL;
