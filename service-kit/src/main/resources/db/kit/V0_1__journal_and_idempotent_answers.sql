-- Every change: the source of the audit trail and of the change feed.
CREATE TABLE journal (
    position     bigint      PRIMARY KEY,
    recorded_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    on_behalf_of text,
    client       text        NOT NULL,
    action       text        NOT NULL,
    subject      text        NOT NULL,
    before       text,
    after        text,
    traceparent  text        NOT NULL,
    hash         bytea       NOT NULL
);
CREATE INDEX journal_subject ON journal (subject, position);

-- The end of the chain. Its row lock puts writers in line, so that positions have no gaps and follow the commits.
CREATE TABLE journal_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL,
    hash     bytea   NOT NULL
);
INSERT INTO journal_head (position, hash) VALUES (0, sha256('jointly'));

-- Written and verified by the same function, so the two cannot disagree.
CREATE FUNCTION journal_hash(previous bytea, "position" bigint, at timestamptz, actor text, behalf text, client text,
                             action text, subject text, before text, after text, trace text)
    RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
    RETURN sha256(previous || convert_to(jsonb_build_array("position", extract(epoch FROM at)::text, actor, behalf, client,
                                                           action, subject, before, after, trace)::text, 'UTF8'));

CREATE TABLE idempotent_answer (
    scope      text        NOT NULL,
    key        text        NOT NULL,
    request    bytea       NOT NULL,
    status     smallint    NOT NULL,
    location   text,
    tag        text,
    body       text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);

-- How far this service has followed the change feeds of others.
CREATE TABLE feed_position (
    source   text   PRIMARY KEY,
    position bigint NOT NULL
);

-- The run-time role appends to the journal and cannot change what is written.
GRANT SELECT, INSERT ON journal TO "${runtimeRole}";
GRANT SELECT, UPDATE ON journal_head TO "${runtimeRole}";
GRANT SELECT, INSERT, DELETE ON idempotent_answer TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON feed_position TO "${runtimeRole}";
