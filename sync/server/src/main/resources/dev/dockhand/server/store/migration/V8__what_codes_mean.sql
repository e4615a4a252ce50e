-- When and by whom a parcel was closed or called off, and where a plate was put away: a station says what their codes mean.
ALTER TABLE shipment ADD COLUMN closed_at TIMESTAMPTZ;
ALTER TABLE shipment ADD COLUMN closed_by TEXT;

ALTER TABLE plate ADD COLUMN location TEXT;
ALTER TABLE plate ADD COLUMN made_at TIMESTAMPTZ NOT NULL DEFAULT now();
