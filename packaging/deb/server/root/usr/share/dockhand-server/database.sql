-- What the administrator of a PostgreSQL runs once, before the server's first start there, as a superuser; again does no harm:
--   psql -X -v ON_ERROR_STOP=1 -f /usr/share/dockhand-server/database.sql postgres
--   psql -X -c '\password dockhand' postgres
-- The server gets that password in a file (server.conf). Other names for the user and the database are yours to choose; those of
-- the two roles are not.

-- Who the server signs in as: it owns its database and has no right outside of it.
SELECT 'CREATE ROLE dockhand LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dockhand') \gexec

-- Who it works as from then on. They own nothing and nobody signs in as them; row-level security shows them the rows of the one
-- company and warehouse that the work is for, and the second one those of one brand alone, to read.
SELECT 'CREATE ROLE ' || name FROM (VALUES ('dockhand_server'), ('dockhand_server_brand')) AS needed (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
GRANT dockhand_server, dockhand_server_brand TO dockhand;

SELECT 'CREATE DATABASE dockhand OWNER dockhand ENCODING ''UTF8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'dockhand') \gexec
REVOKE ALL ON DATABASE dockhand FROM PUBLIC;
