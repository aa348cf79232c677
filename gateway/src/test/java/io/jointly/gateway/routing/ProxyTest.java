package io.jointly.gateway.routing;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.FakeService;
import io.jointly.gateway.stack.GatewayStack;
import java.net.http.HttpRequest;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;

/** Sends requests through the gateway to the fake services. */
abstract class ProxyTest {
    static final String STREAM = "/api/catalog/v1/value-streams/it-incidents";

    final FakeService catalog = GatewayStack.catalog();
    final Browser caller = new Browser();
    final String bearer = "Bearer " + GatewayStack.identity().tokenOf("integrator");

    @BeforeEach
    void forgetWhatWasSent() {
        catalog.reset();
        GatewayStack.governance().reset();
    }

    final Browser.Answer get(String path, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = bearer;
        return caller.get(path, all);
    }

    final Browser.Answer post(String path, byte[] body) {
        return caller.send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofByteArray(body),
                "Authorization",
                bearer);
    }
}
