-- How work comes into a stage: by somebody's hand, or by itself. What is handed over by hand can be automated.
ALTER TABLE value_stream_stage
    ADD COLUMN handoff text NOT NULL DEFAULT 'manual' CHECK (handoff IN ('manual', 'automated'));
ALTER TABLE value_stream_future_stage
    ADD COLUMN handoff text NOT NULL DEFAULT 'manual' CHECK (handoff IN ('manual', 'automated'));
COMMENT ON COLUMN value_stream_stage.handoff IS 'how work is handed into the stage';
COMMENT ON COLUMN value_stream_future_stage.handoff IS 'how work is to be handed into the stage';
