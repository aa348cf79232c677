package io.jointly.catalog.flowsettings;

/**
 * The rules by which a stream's work is read have changed, so its figures have to be worked out
 * again.
 */
public record RulesChanged(long stream) {}
