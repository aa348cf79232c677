package io.jointly.local.command;

import io.jointly.local.identity.Tokens;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.Secrets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an access token and nothing else. */
@Command(
        name = "token",
        description = "Prints an access token of a demo user or of integrator.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "USER",
            description = "for instance head-it, sponsor, admin, integrator")
    private String user;

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        var state = data.running();
        var realm = Addresses.url(state.host(), state.ports().identity()) + "/realms/jointly";
        System.out.println(new Tokens(realm, new Secrets(data.workspace().secrets())).of(user));
        return 0;
    }
}
