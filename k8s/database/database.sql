-- One database with its two roles: the owner runs the migrations, the run-time role has only what these grant to it.
-- psql 14 or newer reads it; it may run again at any time and then brings the passwords in line with the Secret.
\set ON_ERROR_STOP on
\getenv database DATABASE
\getenv owner_role OWNER_ROLE
\getenv owner_password OWNER_PASSWORD
\getenv runtime_role RUNTIME_ROLE
\getenv runtime_password RUNTIME_PASSWORD

SELECT format('CREATE ROLE %I', role)
    FROM unnest(ARRAY[:'owner_role', :'runtime_role']) AS role
    WHERE role NOT IN (SELECT rolname FROM pg_roles)
\gexec
SELECT format('ALTER ROLE %I LOGIN NOCREATEDB NOCREATEROLE PASSWORD %L', role, password)
    FROM (VALUES (:'owner_role', :'owner_password'), (:'runtime_role', :'runtime_password')) AS wanted (role, password)
\gexec

-- An administrator who is not superuser, as managed PostgreSQL has it, can only give away what is its own.
SELECT format('GRANT %I TO CURRENT_USER', :'owner_role')
    WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER)
\gexec
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8''', :'database', :'owner_role')
    WHERE :'database' NOT IN (SELECT datname FROM pg_database)
\gexec

REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"runtime_role";

\connect :"database"
ALTER SCHEMA public OWNER TO :"owner_role";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"runtime_role";
