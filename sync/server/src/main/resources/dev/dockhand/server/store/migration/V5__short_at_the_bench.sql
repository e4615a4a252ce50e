-- Picked units that were missing or damaged at the packing bench, and the lines that stand in for them. Where the units are
-- there after all, what such a line still wanted is taken off it again.
ALTER TABLE pick_line ADD COLUMN lost INT NOT NULL DEFAULT 0 CHECK (lost >= 0);
ALTER TABLE pick_line ADD COLUMN refill BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE pick_line DROP CONSTRAINT pick_line_quantity_check;
ALTER TABLE pick_line ADD CHECK (quantity >= 0);

-- Whether the parcel waits for stock in the place of such units.
ALTER TABLE shipment ADD COLUMN waiting BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX shipment_waiting ON shipment (tenant, warehouse, cut_off, shipment) WHERE waiting;
