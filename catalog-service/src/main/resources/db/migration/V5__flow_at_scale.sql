-- The flow of work at scale: events in partitions that can be dropped, and figures that are kept while importing, so that a dashboard
-- costs the same with a thousand or ten million events behind it (docs/adr/0006).

ALTER TABLE work_item
    DROP COLUMN carried_since,
    ADD COLUMN era              date,
    ADD COLUMN stage            text,
    ADD COLUMN flow_seconds     double precision,
    ADD COLUMN stage_handoffs   integer NOT NULL DEFAULT 0,
    ADD COLUMN stage_ping_pongs integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN work_item.era IS 'Quarter of the first event known when the item was first seen; it never changes, so an item''s events stay together';
COMMENT ON COLUMN work_item.flow_seconds IS 'First to last event of a done work item; null for one that is not';
UPDATE work_item SET era = date_trunc('quarter', first_at AT TIME ZONE 'UTC')::date,
                     flow_seconds = CASE WHEN done THEN extract(epoch FROM last_at - first_at) END;
ALTER TABLE work_item ALTER COLUMN era SET NOT NULL;
CREATE INDEX work_item_flow_time ON work_item (value_stream_id, flow_seconds) INCLUDE (last_at) WHERE done;
CREATE INDEX work_item_open ON work_item (value_stream_id, first_at) WHERE NOT done;
CREATE INDEX work_item_team_handoffs ON work_item (value_stream_id, team_handoffs, id);
CREATE INDEX work_item_team_ping_pongs ON work_item (value_stream_id, team_ping_pongs, id);
CREATE INDEX work_item_department_handoffs ON work_item (value_stream_id, department_handoffs, id);
CREATE INDEX work_item_department_ping_pongs ON work_item (value_stream_id, department_ping_pongs, id);
CREATE INDEX work_item_type ON work_item (value_stream_id, type, last_at);

-- Events of a stream and an era share a partition, which retention can empty and drop at once.
ALTER TABLE work_item_event RENAME TO work_item_event_before;
ALTER TABLE work_item_event_before RENAME CONSTRAINT work_item_event_pkey TO work_item_event_before_pkey;
CREATE TABLE work_item_event (
    value_stream_id bigint      NOT NULL,
    work_item_id    bigint      NOT NULL,
    identity        uuid        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    import_id       bigint      NOT NULL,
    line            bigint      NOT NULL,
    sequence        bigint,
    era             date        NOT NULL,
    sla_met         boolean,
    activity        text        NOT NULL,
    state           text,
    department      text,
    team            text,
    actor           text,
    type            text,
    event_id        text,
    attributes      jsonb,
    PRIMARY KEY (value_stream_id, era, work_item_id, identity)
) PARTITION BY RANGE (value_stream_id, era);

-- The run-time role creates no tables; it may ask for a partition. Attaching one waits for nobody's import and stops nobody's read.
CREATE FUNCTION flow_partition(stream bigint, era date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    start date := date_trunc('quarter', era)::date;
    name  text := format('work_item_event_%s_%s', stream, to_char(start, 'YYYY"q"Q'));
BEGIN
    IF to_regclass(format('public.%I', name)) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(4712, 0);
    IF to_regclass(format('public.%I', name)) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE public.%I (LIKE public.work_item_event INCLUDING ALL)', name);
    EXECUTE format('ALTER TABLE public.work_item_event ATTACH PARTITION public.%I FOR VALUES FROM (%s, %L) TO (%s, %L)',
                   name, stream, start, stream, (start + interval '3 months')::date);
END
$$;
REVOKE ALL ON FUNCTION flow_partition(bigint, date) FROM PUBLIC;

SELECT flow_partition(value_stream_id, era) FROM (SELECT DISTINCT value_stream_id, era FROM work_item) e;
INSERT INTO work_item_event (value_stream_id, work_item_id, identity, occurred_at, import_id, line, sequence, era, sla_met, activity, state,
                             department, team, actor, type, event_id, attributes)
SELECT w.value_stream_id, w.id, e.identity, e.occurred_at, e.import_id, e.line, e.sequence, w.era, e.sla_met, e.activity, e.state,
       e.department, e.team, e.actor, e.type, e.event_id, e.attributes
FROM work_item_event_before e JOIN work_item w ON w.id = e.work_item_id;
DROP TABLE work_item_event_before;

-- Who carried a work item from when to when, at each level; a stay with a giver is a handoff.
DROP TABLE handoff;
CREATE TABLE stay (
    value_stream_id bigint   NOT NULL,
    work_item_id    bigint   NOT NULL,
    level           text     NOT NULL CHECK (level IN ('team', 'department', 'stage')),
    ordinal         integer  NOT NULL,
    carrier         text     NOT NULL,
    giver           text,
    bounces         integer  NOT NULL,
    events          integer  NOT NULL,
    from_at         timestamptz NOT NULL,
    to_at           timestamptz NOT NULL,
    ended_at        timestamptz NOT NULL,
    wait_seconds    double precision,
    held_seconds    double precision NOT NULL,
    active_seconds  double precision,
    waiting_seconds double precision,
    PRIMARY KEY (work_item_id, level, ordinal)
);
COMMENT ON COLUMN stay.bounces IS 'How many stays in a row, up to this one, went straight back to the giver of the one before';
COMMENT ON COLUMN stay.ended_at IS 'Last event of the work item: the day by which its figures count';
COMMENT ON COLUMN stay.held_seconds IS 'From its first event to the first event of the next carrier, or to its own last';
CREATE INDEX stay_carrier ON stay (value_stream_id, level, carrier, giver, ended_at) INCLUDE (wait_seconds);

-- Sums per day and type; a work item counts on the day of its last event, and arrives on the day of its first.
CREATE TABLE flow_day (
    value_stream_id           bigint NOT NULL,
    day                       date   NOT NULL,
    type                      text   NOT NULL,
    arrived                   bigint NOT NULL,
    items                     bigint NOT NULL,
    done                      bigint NOT NULL,
    events                    bigint NOT NULL,
    flow_ms                   bigint NOT NULL,
    open_since_ms             bigint NOT NULL,
    active_ms                 bigint NOT NULL,
    waiting_ms                bigint NOT NULL,
    classed_ms                bigint NOT NULL,
    classed_items             bigint NOT NULL,
    rework_events             bigint NOT NULL,
    rework_items              bigint NOT NULL,
    sla_measured              bigint NOT NULL,
    sla_met                   bigint NOT NULL,
    team_handoffs             bigint NOT NULL,
    team_handed               bigint NOT NULL,
    team_ping_pongs           bigint NOT NULL,
    team_ping_ponged          bigint NOT NULL,
    department_handoffs       bigint NOT NULL,
    department_handed         bigint NOT NULL,
    department_ping_pongs     bigint NOT NULL,
    department_ping_ponged    bigint NOT NULL,
    stage_handoffs            bigint NOT NULL,
    stage_handed              bigint NOT NULL,
    stage_ping_pongs          bigint NOT NULL,
    stage_ping_ponged         bigint NOT NULL,
    PRIMARY KEY (value_stream_id, day, type)
);
COMMENT ON COLUMN flow_day.type IS 'empty for work items without one';
COMMENT ON COLUMN flow_day.flow_ms IS 'Whole milliseconds per work item, so that sums are exact whatever the order in which they come';
COMMENT ON COLUMN flow_day.open_since_ms IS 'Sum of the first events of items not done, in milliseconds since 1970: now x count less this is the sum of their ages';
COMMENT ON COLUMN flow_day.classed_ms IS 'Flow time of the done items that have active time, the denominator of flow efficiency';

-- How many items had which value: flow times in classes of a quarter octave, handoffs as they are.
CREATE TABLE flow_histogram (
    value_stream_id bigint  NOT NULL,
    measure         text    NOT NULL,
    day             date    NOT NULL,
    bucket          integer NOT NULL,
    items           bigint  NOT NULL,
    PRIMARY KEY (value_stream_id, measure, day, bucket)
);

-- The class of a time: boundaries at 2^(n/4) seconds. Immutable, so that what was added can be taken off again.
CREATE FUNCTION flow_bucket(seconds double precision) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN seconds < 1 THEN 0 ELSE 1 + floor(4 * ln(seconds) / ln(2.0::double precision))::integer END $$;

-- Sums per pair of carriers and per carrier; months for long periods, days for what is left of them.
CREATE TABLE flow_pair (
    value_stream_id bigint  NOT NULL,
    level           text    NOT NULL,
    span            text    NOT NULL CHECK (span IN ('day', 'month')),
    start           date    NOT NULL,
    giver           text    NOT NULL,
    receiver        text    NOT NULL,
    handoffs        bigint  NOT NULL,
    wait_ms         bigint  NOT NULL,
    returns         bigint  NOT NULL,
    together        bigint  NOT NULL,
    PRIMARY KEY (value_stream_id, level, span, start, giver, receiver)
);
COMMENT ON COLUMN flow_pair.returns IS 'Handoffs straight back to whom it came from: ping-pong occurrences that end so';
COMMENT ON COLUMN flow_pair.together IS 'Work items in which both took part, kept with the pair in alphabetical order';

CREATE TABLE flow_carrier (
    value_stream_id bigint  NOT NULL,
    level           text    NOT NULL,
    span            text    NOT NULL CHECK (span IN ('day', 'month')),
    start           date    NOT NULL,
    carrier         text    NOT NULL,
    items           bigint  NOT NULL,
    stays           bigint  NOT NULL,
    events          bigint  NOT NULL,
    received        bigint  NOT NULL,
    given           bigint  NOT NULL,
    returned        bigint  NOT NULL,
    wait_ms         bigint  NOT NULL,
    held_ms         bigint  NOT NULL,
    active_ms       bigint  NOT NULL,
    waiting_ms      bigint  NOT NULL,
    PRIMARY KEY (value_stream_id, level, span, start, carrier)
);

-- Streams whose history has to be worked out again: their rules changed, or the way figures are kept did, as here.
CREATE TABLE flow_recalculation (
    value_stream_id bigint      PRIMARY KEY REFERENCES value_stream,
    requested_at    timestamptz NOT NULL
);
INSERT INTO flow_recalculation SELECT DISTINCT value_stream_id, now() FROM work_item;

GRANT SELECT, INSERT, UPDATE, DELETE ON work_item_event, stay, flow_day, flow_histogram, flow_pair, flow_carrier, flow_recalculation TO "${runtimeRole}";
GRANT EXECUTE ON FUNCTION flow_partition(bigint, date) TO "${runtimeRole}";
