package io.jointly.governance.waiting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that waits for the caller. */
@Schema(description = "What waits for the caller, the most urgent first, 200 at most.")
public record WaitingList(List<WaitingItem> items) {}
