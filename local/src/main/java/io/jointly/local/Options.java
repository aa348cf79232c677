package io.jointly.local;

import io.jointly.local.process.Progress;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** How a suite is to run. */
public record Options(
        Workspace workspace,
        Ports ports,
        String host,
        Set<PartName> parts,
        boolean sample,
        Progress progress) {

    /** The usual suite: in the data folder of the repository (or another one), with everything. */
    public static Options of(Path root, Path data) {
        return new Options(
                Workspace.of(root, data),
                new Ports(Ports.DEFAULT_BASE),
                Addresses.LOOPBACK,
                EnumSet.allOf(PartName.class),
                true,
                Progress.silent());
    }

    /**
     * For tests: free ports, a fresh temporary folder, no sample data, the software of the
     * surrounding repository.
     */
    public static Options temporary() {
        try {
            return of(Workspace.findRoot(), Files.createTempDirectory("jointly"))
                    .withPorts(Ports.free())
                    .withSample(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Options withPorts(Ports other) {
        return new Options(workspace, other, host, parts, sample, progress);
    }

    public Options withHost(String other) {
        return new Options(workspace, ports, other, parts, sample, progress);
    }

    /** Only these parts; whoever leaves one out that another needs must run it elsewhere. */
    public Options withParts(Set<PartName> some) {
        return new Options(workspace, ports, host, EnumSet.copyOf(some), sample, progress);
    }

    public Options withSample(boolean wanted) {
        return new Options(workspace, ports, host, parts, wanted, progress);
    }

    public Options withProgress(Progress other) {
        return new Options(workspace, ports, host, parts, sample, other);
    }
}
