-- License plates that were received, and whether the goods on them can be sold.
CREATE TABLE plate (
    tenant    TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    plate     TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (condition IN ('GOOD', 'DAMAGED')),
    event_id  TEXT NOT NULL,
    PRIMARY KEY (tenant, warehouse, plate)
);
