package io.jointly.local;

import io.jointly.local.database.PostgresServer;
import io.jointly.local.identity.KeycloakServer;
import io.jointly.local.process.Part;
import io.jointly.local.service.ServiceProcess;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Secrets;
import java.util.List;

/** The real parts of a suite. */
public final class Parts {
    private Parts() {}

    public static List<Part> of(Options options) {
        var secrets = new Secrets(options.workspace().secrets());
        return options.parts().stream().map(name -> part(name, options, secrets)).toList();
    }

    private static Part part(PartName name, Options options, Secrets secrets) {
        var workspace = options.workspace();
        var ports = options.ports();
        return switch (name) {
            case DATABASE -> new PostgresServer(workspace, ports.database(), secrets);
            case IDENTITY -> new KeycloakServer(workspace, ports, options.host(), secrets);
            case CATALOG, OKR, GOVERNANCE, GATEWAY ->
                    new ServiceProcess(name, workspace, ports, options.host(), secrets);
        };
    }
}
