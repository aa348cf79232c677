-- Work items are written once per import, with their sums: the import takes their ids beforehand.
GRANT USAGE ON SEQUENCE work_item_id_seq TO "${runtimeRole}";

-- The waits of a pair in their order, so that a percentile of all of them is found from the end and not by sorting; and by their days.
CREATE INDEX stay_wait ON stay (value_stream_id, level, giver, carrier, wait_seconds DESC) WHERE giver IS NOT NULL;
CREATE INDEX stay_handoff ON stay (value_stream_id, level, giver, carrier, ended_at) INCLUDE (wait_seconds) WHERE giver IS NOT NULL;

-- The flow times of a class in a period, for the percentiles of a trend.
CREATE INDEX work_item_flow_class ON work_item (value_stream_id, flow_bucket(flow_seconds), last_at) INCLUDE (flow_seconds) WHERE done;

-- Last, since readers wait for it: the two above do its work.
DROP INDEX stay_carrier;
