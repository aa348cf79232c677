package io.jointly.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One file in memory, as it is and compressed, with a tag that follows from its content. */
final class StaticFile {
    private static final int WORTH_COMPRESSING = 1_024;
    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("txt", "text/plain; charset=utf-8"));
    private static final Map<String, String> BINARIES =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "webp", "image/webp",
                    "ico", "image/x-icon",
                    "woff2", "font/woff2",
                    "woff", "font/woff");

    private final String type;
    private final String tag;
    private final Buffer plain;
    private final Buffer gzip;
    private final Buffer brotli;

    private StaticFile(String type, String tag, Buffer plain, Buffer gzip, Buffer brotli) {
        this.type = type;
        this.tag = tag;
        this.plain = plain;
        this.gzip = gzip;
        this.brotli = brotli;
    }

    static boolean isKnownType(String name) {
        return TEXTS.containsKey(extension(name)) || BINARIES.containsKey(extension(name));
    }

    static Optional<StaticFile> fromClassPath(String resource) {
        return read(resource).map(bytes -> of(resource, bytes));
    }

    private static StaticFile of(String resource, byte[] bytes) {
        var extension = extension(resource);
        var compressible = TEXTS.containsKey(extension) && bytes.length >= WORTH_COMPRESSING;
        return new StaticFile(
                compressible || TEXTS.containsKey(extension)
                        ? TEXTS.get(extension)
                        : BINARIES.get(extension),
                tag(bytes),
                Buffer.buffer(bytes),
                compressible ? Buffer.buffer(read(resource + ".gz").orElse(gzip(bytes))) : null,
                compressible ? read(resource + ".br").map(Buffer::buffer).orElse(null) : null);
    }

    void send(RoutingContext request, String caching) {
        var response = request.response();
        var accepted = String.valueOf(request.request().getHeader("Accept-Encoding"));
        response.putHeader("Cache-Control", caching).putHeader("Vary", "Accept-Encoding");
        if (brotli != null && accepts(accepted, "br")) {
            response.putHeader("Content-Encoding", "br");
            write(request, response, brotli, "-br");
        } else if (gzip != null && accepts(accepted, "gzip")) {
            response.putHeader("Content-Encoding", "gzip");
            write(request, response, gzip, "-gz");
        } else {
            write(request, response, plain, "");
        }
    }

    private void write(
            RoutingContext request, HttpServerResponse response, Buffer body, String variant) {
        var etag = '"' + tag + variant + '"';
        response.putHeader("ETag", etag);
        var known = request.request().getHeader("If-None-Match");
        if (known != null && Arrays.asList(known.replace("W/", "").split(" *, *")).contains(etag)) {
            response.headers().remove("Content-Encoding");
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", type);
        if (request.request().method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", Integer.toString(body.length())).end();
        } else {
            response.end(body);
        }
    }

    private static boolean accepts(String header, String encoding) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(e -> e.equals(encoding) || e.startsWith(encoding + ";q=1"));
    }

    private static Optional<byte[]> read(String resource) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
