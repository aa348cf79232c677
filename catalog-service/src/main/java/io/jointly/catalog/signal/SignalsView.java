package io.jointly.catalog.signal;

import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Signals, by kind. */
@Schema(name = "Signals", description = "Signals by kind, the gravest of each kind first.")
public record SignalsView(List<Signal> items) implements Tabular {}
