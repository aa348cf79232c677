-- What has come from a source, kept with it: to list sources is then no matter of how many imports there ever were.
ALTER TABLE flow_source
    ADD COLUMN imports        bigint NOT NULL DEFAULT 0,
    ADD COLUMN accepted       bigint NOT NULL DEFAULT 0,
    ADD COLUMN duplicate      bigint NOT NULL DEFAULT 0,
    ADD COLUMN rejected       bigint NOT NULL DEFAULT 0,
    ADD COLUMN last_import    bigint,
    ADD COLUMN last_import_at timestamptz;
COMMENT ON COLUMN flow_source.accepted IS 'events that were new, but for those of imports taken back';

UPDATE flow_source s
SET imports = t.imports, accepted = t.accepted, duplicate = t.duplicate, rejected = t.rejected,
    last_import = t.last_import, last_import_at = t.last_import_at
FROM (SELECT value_stream_id, source, count(*) AS imports,
             coalesce(sum(accepted) FILTER (WHERE reversed_at IS NULL), 0) AS accepted,
             sum(duplicate) AS duplicate, sum(rejected) AS rejected,
             max(id) AS last_import, max(finished_at) AS last_import_at
      FROM flow_import GROUP BY value_stream_id, source) t
WHERE t.value_stream_id = s.value_stream_id AND t.source = s.name;
