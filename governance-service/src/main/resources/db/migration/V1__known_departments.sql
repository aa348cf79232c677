-- What catalog-service has told us of departments, so that people can act while it is down.
CREATE TABLE known_department (
    code      text PRIMARY KEY,
    name      text NOT NULL,
    time_zone text NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON known_department TO "${runtimeRole}";
