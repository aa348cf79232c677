package io.jointly.acceptance;

import io.jointly.acceptance.suite.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, follows redirects and fills in Keycloak's form. */
final class SignInPage {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final String url;
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> set = new ArrayList<>();
    private String address = "";

    SignInPage(String url) {
        this.url = url;
    }

    void signIn(String user, String to) {
        var page = follow("/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        var form = FORM.matcher(page.text());
        if (!form.find()) {
            throw new AssertionError("No sign-in form at " + address + ": " + page.text());
        }
        var sent =
                send(
                        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "username=" + user + "&password=jointly-demo")));
        follow(sent);
    }

    /** Goes to an address and on to where it leads. */
    Answer follow(String path) {
        return follow(get(path));
    }

    private Answer follow(Answer first) {
        var answer = first;
        for (int i = 0;
                i < MOST_REDIRECTS && answer.status() >= 300 && answer.status() < 400;
                i++) {
            answer =
                    send(
                            HttpRequest.newBuilder(
                                    URI.create(address).resolve(answer.header("Location"))));
        }
        return answer;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    Answer post(String path, String body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Where the browser is now. */
    String address() {
        return address;
    }

    /** Another browser with the same cookies, as a thief would have it. */
    SignInPage copy() {
        var copy = new SignInPage(url);
        copy.cookies.putAll(cookies);
        return copy;
    }

    List<String> sessionNames() {
        return cookies.keySet().stream().filter(name -> name.startsWith("q_session")).toList();
    }

    void setSession(List<String> names, String value) {
        names.forEach(name -> cookies.put(name, value));
    }

    /** Changes the session's cookie in the middle. */
    void spoilSession() {
        for (var name : sessionNames()) {
            var value = cookies.get(name);
            var middle = value.length() / 2;
            var other = value.charAt(middle) == 'A' ? 'B' : 'A';
            cookies.put(name, value.substring(0, middle) + other + value.substring(middle + 1));
        }
    }

    /** How the session's cookies were set, in lower case. */
    List<String> attributesOfSession() {
        return set.stream()
                .filter(one -> one.startsWith("q_session") && !one.contains("Max-Age=0"))
                .map(one -> one.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var asked = request.build();
        try {
            var answer = http.send(asked, BodyHandlers.ofString());
            address = asked.uri().toString();
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    asked.method() + " " + asked.uri(),
                    answer.statusCode(),
                    answer.headers(),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        set.add(cookie);
        var pair = cookie.split(";", 2)[0];
        var name = pair.substring(0, pair.indexOf('='));
        var value = pair.substring(name.length() + 1);
        if (value.isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
