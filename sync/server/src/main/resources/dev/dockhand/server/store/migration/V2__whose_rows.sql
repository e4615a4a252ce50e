-- A second wall behind the scope of each query: the server works as a role that owns nothing, and sees the rows of the scope
-- that its connection entered. Without one it sees none.

-- The roles are made beforehand, by who may make roles:
--   CREATE ROLE dockhand_server; CREATE ROLE dockhand_server_brand;
--   GRANT dockhand_server, dockhand_server_brand TO <the user that the server signs in as>;
-- The embedded PostgreSQL does that by itself.

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO dockhand_server, dockhand_server_brand', current_schema());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO dockhand_server', current_database());
END $$;

DO $$
DECLARE
    company_is   CONSTANT TEXT := 'company = (SELECT current_setting(''dockhand.company'', true))';
    warehouse_is CONSTANT TEXT := 'warehouse = (SELECT current_setting(''dockhand.warehouse'', true))';
    no_warehouse CONSTANT TEXT := '(SELECT current_setting(''dockhand.warehouse'', true)) = ''''';
    across_all   CONSTANT TEXT := '(SELECT current_setting(''dockhand.company'', true)) = ''''';
    brand_is     CONSTANT TEXT := 'split_part(%I, ''/'', 1) = (SELECT current_setting(''dockhand.brand'', true))';
    beyond       CONSTANT TEXT[] := ARRAY ['company', 'warehouse', 'brand', 'brand_warehouse', 'access_key',
        'order_warehouse'];
    known_across CONSTANT TEXT[] := ARRAY ['company', 'warehouse', 'access_key', 'station', 'enrolment_code',
        'feed_head'];
    name         TEXT;
    named_by     TEXT;
BEGIN
    FOR name IN
        SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
            AND relname NOT IN ('flyway_schema_history', 'heartbeat', 'enrolment_try', 'enrolment_gate',
                'scheduled_tasks')
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO dockhand_server', name);
        EXECUTE format('CREATE POLICY of_scope ON %I USING (%s)', name,
            company_is || CASE
                WHEN name = 'warehouse' THEN ' AND (' || warehouse_is || ' OR ' || no_warehouse || ')'
                WHEN name = ANY (beyond) THEN '' ELSE ' AND ' || warehouse_is END);
        IF name = ANY (known_across) THEN
            EXECUTE format('CREATE POLICY across ON %I TO dockhand_server USING (%s)', name, across_all);
        END IF;
        -- A brand reads what names it, and nothing else.
        SELECT attname INTO named_by FROM pg_attribute
        WHERE attrelid = name::regclass AND attname IN ('item', 'order_id', 'asn') AND NOT attisdropped
        ORDER BY attname = 'item' LIMIT 1;
        IF named_by IS NOT NULL AND NOT name = ANY (beyond) THEN
            EXECUTE format('GRANT SELECT ON %I TO dockhand_server_brand', name);
            EXECUTE format('CREATE POLICY of_brand ON %I AS RESTRICTIVE TO dockhand_server_brand USING (%s)', name,
                format(brand_is, named_by));
        END IF;
    END LOOP;
END $$;

-- These name nobody.
GRANT SELECT, INSERT, UPDATE, DELETE ON heartbeat, enrolment_try, enrolment_gate, scheduled_tasks TO dockhand_server;
GRANT SELECT ON brand, brand_warehouse, import, import_row TO dockhand_server_brand;
CREATE POLICY of_brand ON brand AS RESTRICTIVE TO dockhand_server_brand
    USING (brand = (SELECT current_setting('dockhand.brand', true)));
CREATE POLICY of_brand ON brand_warehouse AS RESTRICTIVE TO dockhand_server_brand
    USING (brand = (SELECT current_setting('dockhand.brand', true)));
GRANT SELECT ON parcel TO dockhand_server_brand;
CREATE POLICY of_brand ON parcel AS RESTRICTIVE TO dockhand_server_brand
    USING (split_part(shipment, '/', 1) = (SELECT current_setting('dockhand.brand', true)));
CREATE POLICY of_brand ON import AS RESTRICTIVE TO dockhand_server_brand
    USING (brand = (SELECT current_setting('dockhand.brand', true)));
CREATE POLICY of_brand ON import_row AS RESTRICTIVE TO dockhand_server_brand
    USING (brand = (SELECT current_setting('dockhand.brand', true)));
