package io.jointly.local.process;

import io.jointly.local.workspace.PartName;
import java.nio.file.Path;
import java.util.Set;

/** One process of the suite, as the supervisor sees it. */
public interface Part {
    PartName name();

    /** The parts that have to be ready before this one starts. */
    Set<PartName> needs();

    Path log();

    /** Prepares whatever it takes and starts the process; long steps are shown by the task. */
    GuardedProcess launch(Progress.Task task);

    /** One look at whether it serves yet. */
    boolean isReady();

    /** Run once each time it has become ready. */
    default void afterReady() {}
}
