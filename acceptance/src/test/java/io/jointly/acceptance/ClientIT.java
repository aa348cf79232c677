package io.jointly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.client.catalog.ApiException;
import io.jointly.client.catalog.api.ValueStreamsApi;
import io.jointly.client.catalog.model.ValueStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API through a client that knows nothing of us but the committed API descriptions. */
@ExtendWith(Running.class)
class ClientIT {
    private final RunningSuite suite;

    ClientIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void listsValueStreams() throws ApiException {
        var page = streams("head-it").listValueStreams(null, null, 1, null, true);
        assertThat(page.getItems())
                .hasSize(1)
                .extracting(ValueStream::getCode)
                .doesNotContainNull();
        assertThat(page.getItems().get(0).getOwners()).isNotEmpty();
        assertThat(page.getTotal()).isPositive();
    }

    @Test
    void tellsWhyARequestIsRefused() {
        var refused =
                catchThrowableOfType(
                        ApiException.class,
                        () -> streams("head-it").listValueStreams(null, null, 100_000, null, null));
        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getResponseBody()).contains("/docs/problems/invalid-request", "limit");
    }

    private ValueStreamsApi streams(String user) {
        var client = new io.jointly.client.catalog.ApiClient();
        client.updateBaseUri(suite.url());
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + suite.token(user)));
        return new ValueStreamsApi(client);
    }
}
