-- Work items are written once per import, with their sums: the import takes their ids beforehand.
GRANT USAGE ON SEQUENCE work_item_id_seq TO "${runtimeRole}";

-- The waits of a pair of carriers in order, so that a percentile is found from the end and not by sorting all of them.
CREATE INDEX stay_wait ON stay (value_stream_id, level, giver, carrier, wait_seconds DESC) INCLUDE (ended_at) WHERE giver IS NOT NULL;
DROP INDEX stay_carrier;

-- The flow times of a class in a period, for the percentiles of a trend.
CREATE INDEX work_item_flow_class ON work_item (value_stream_id, flow_bucket(flow_seconds), last_at) INCLUDE (flow_seconds) WHERE done;
