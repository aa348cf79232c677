package io.jointly.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointly.local.workspace.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The little that the launcher changes in a realm once it has been imported. */
final class KeycloakAdmin {
    static final String USER = "admin";
    static final String SECRET = "keycloak.admin";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Secrets secrets;

    KeycloakAdmin(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** Points every address of the gateway's client to the portal's new place. */
    void movePortal(String publicUrl) throws IOException {
        var token = token();
        var clients = url + "/admin/realms/jointly/clients";
        var found = (ArrayNode) JSON.readTree(send(get(clients + "?clientId=gateway", token)));
        var client = (ObjectNode) found.get(0);
        var old = client.get("rootUrl").asText();
        var moved = JSON.writeValueAsString(client).replace(old, publicUrl);
        send(
                HttpRequest.newBuilder(URI.create(clients + "/" + client.get("id").asText()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(moved))
                        .build());
    }

    private String token() throws IOException {
        var form =
                Tokens.form(
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                USER,
                                "password",
                                secrets.of(SECRET)));
        var answer =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                url
                                                        + "/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        return JSON.readTree(answer).get("access_token").asText();
    }

    private static HttpRequest get(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException("Keycloak answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
