-- Purpose and outcome have a number of their own: what a department confirmed stands only while the number does.
ALTER TABLE value_stream
    ADD COLUMN wording           bigint      NOT NULL DEFAULT 1,
    ADD COLUMN worded_at         timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN confirmation_days integer     NOT NULL DEFAULT 180 CHECK (confirmation_days BETWEEN 1 AND 1096),
    ADD COLUMN respond_within    bigint      NOT NULL DEFAULT 172800 CHECK (respond_within > 0),
    ADD COLUMN answer_within     bigint      NOT NULL DEFAULT 864000 CHECK (answer_within >= respond_within);
UPDATE value_stream SET worded_at = created_at;
COMMENT ON COLUMN value_stream.respond_within IS 'seconds';
COMMENT ON COLUMN value_stream.answer_within IS 'seconds';

-- A stage keeps its key when it is renamed or moved. The default serves the version before, which knows of no keys.
ALTER TABLE value_stream_stage
    ADD COLUMN stage_key text NOT NULL DEFAULT 'stage-' || substr(md5(random()::text), 1, 12);
WITH named AS (
    SELECT value_stream_id, place,
           left(trim(BOTH '-' FROM regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), 50) AS slug
    FROM value_stream_stage
), usable AS (
    SELECT value_stream_id,
           bool_and(slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$') AND count(DISTINCT slug) = count(*) AS every
    FROM named GROUP BY value_stream_id
)
UPDATE value_stream_stage s
SET stage_key = CASE WHEN u.every THEN n.slug ELSE 'stage-' || (s.place + 1) END
FROM named n JOIN usable u USING (value_stream_id)
WHERE s.value_stream_id = n.value_stream_id AND s.place = n.place;
ALTER TABLE value_stream_stage
    ADD CONSTRAINT value_stream_stage_key UNIQUE (value_stream_id, stage_key) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE value_stream_future_stage (
    value_stream_id       bigint  NOT NULL REFERENCES value_stream,
    place                 integer NOT NULL,
    stage_key             text    NOT NULL,
    follows               text,
    name                  text    NOT NULL,
    department            text    NOT NULL REFERENCES department (code),
    process_time          bigint  NOT NULL CHECK (process_time >= 0),
    lead_time             bigint  NOT NULL CHECK (lead_time >= process_time),
    complete_and_accurate numeric(5, 4) NOT NULL CHECK (complete_and_accurate BETWEEN 0 AND 1),
    PRIMARY KEY (value_stream_id, place),
    CONSTRAINT value_stream_future_stage_key UNIQUE (value_stream_id, stage_key) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX value_stream_future_stage_department ON value_stream_future_stage (department);
COMMENT ON COLUMN value_stream_future_stage.follows IS 'key of the current stage that it follows from; null for a new one';
COMMENT ON COLUMN value_stream_future_stage.process_time IS 'seconds';
COMMENT ON COLUMN value_stream_future_stage.lead_time IS 'seconds';

-- value_stream.theme stays, as the first of them.
CREATE TABLE value_stream_theme (
    value_stream_id bigint  NOT NULL REFERENCES value_stream,
    place           integer NOT NULL,
    theme           text    NOT NULL,
    PRIMARY KEY (value_stream_id, place)
);
INSERT INTO value_stream_theme (value_stream_id, place, theme)
SELECT id, 0, theme FROM value_stream WHERE theme IS NOT NULL;

CREATE TABLE value_stream_trigger (
    value_stream_id bigint  NOT NULL REFERENCES value_stream,
    place           integer NOT NULL,
    what            text    NOT NULL,
    PRIMARY KEY (value_stream_id, place)
);

-- What somebody means to do about a gap between the two states.
CREATE TABLE value_stream_improvement (
    value_stream_id bigint NOT NULL REFERENCES value_stream,
    stage_key       text   NOT NULL,
    note            text   NOT NULL,
    owner           text,
    due             date,
    PRIMARY KEY (value_stream_id, stage_key)
);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON value_stream_future_stage, value_stream_theme, value_stream_trigger, value_stream_improvement TO "${runtimeRole}";
