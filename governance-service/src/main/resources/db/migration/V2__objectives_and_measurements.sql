-- What okr-service has told us of the objectives that link to our records.
CREATE TABLE objective_link (
    link      text NOT NULL,
    objective text NOT NULL,
    PRIMARY KEY (link, objective)
);
CREATE INDEX objective_link_objective ON objective_link (objective);

CREATE TABLE followed_key_result (
    reference text    PRIMARY KEY,
    objective text    NOT NULL,
    title     text    NOT NULL,
    unit      text,
    direction text    NOT NULL CHECK (direction IN ('UP', 'DOWN')),
    bound     boolean NOT NULL,
    baseline  numeric
);
CREATE INDEX followed_key_result_objective ON followed_key_result (objective);

CREATE TABLE measurement (
    key_result text        NOT NULL REFERENCES followed_key_result (reference),
    at         timestamptz NOT NULL,
    value      numeric     NOT NULL,
    PRIMARY KEY (key_result, at)
);

GRANT SELECT, INSERT, DELETE ON objective_link TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON followed_key_result TO "${runtimeRole}";
GRANT SELECT, INSERT ON measurement TO "${runtimeRole}";
