-- Finds the people who are not yet erased without reading all the orders there ever were.
CREATE INDEX order_party_not_erased ON order_party (tenant, warehouse, order_number) WHERE body IS NOT NULL;
