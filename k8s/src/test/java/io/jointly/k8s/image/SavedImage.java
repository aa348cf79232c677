package io.jointly.k8s.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image tar as {@code docker load} and {@code ctr images import} read it. */
final class SavedImage {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, byte[]> members = new LinkedHashMap<>();
    private final JsonNode manifest;

    private SavedImage(Path tar) throws IOException {
        try (var archive =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
            for (TarArchiveEntry entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                members.put(entry.getName(), archive.readAllBytes());
            }
        }
        JsonNode manifests = JSON.readTree(members.get("manifest.json"));
        if (manifests.size() != 1) {
            throw new IOException("not one image but " + manifests.size());
        }
        manifest = manifests.get(0);
    }

    static SavedImage read(Path tar) throws IOException {
        return new SavedImage(tar);
    }

    List<String> tags() {
        var tags = new ArrayList<String>();
        manifest.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    JsonNode config() throws IOException {
        return JSON.readTree(members.get(manifest.path("Config").asText()));
    }

    /** The digests that the configuration promises. */
    List<String> promisedDigests() throws IOException {
        var digests = new ArrayList<String>();
        config().at("/rootfs/diff_ids").forEach(digest -> digests.add(digest.asText()));
        return digests;
    }

    /** The digests of the layers that are there. */
    List<String> actualDigests() throws IOException {
        var digests = new ArrayList<String>();
        for (JsonNode layer : manifest.path("Layers")) {
            digests.add("sha256:" + sha256(open(layer.asText()).readAllBytes()));
        }
        return digests;
    }

    List<TarArchiveEntry> files() throws IOException {
        var files = new ArrayList<TarArchiveEntry>();
        for (JsonNode layer : manifest.path("Layers")) {
            try (var archive = new TarArchiveInputStream(open(layer.asText()))) {
                for (TarArchiveEntry entry = archive.getNextEntry();
                        entry != null;
                        entry = archive.getNextEntry()) {
                    files.add(entry);
                }
            }
        }
        return files;
    }

    /** Lays all layers on top of each other, as a container engine does. */
    void unpack(Path root) throws IOException {
        for (JsonNode layer : manifest.path("Layers")) {
            try (var archive = new TarArchiveInputStream(open(layer.asText()))) {
                for (TarArchiveEntry entry = archive.getNextEntry();
                        entry != null;
                        entry = archive.getNextEntry()) {
                    Path file = root.resolve(entry.getName()).normalize();
                    if (!file.startsWith(root)) {
                        throw new IOException("leaves the image: " + entry.getName());
                    }
                    if (entry.isDirectory()) {
                        Files.createDirectories(file);
                    } else {
                        Files.createDirectories(file.getParent());
                        Files.copy(archive, file);
                    }
                    Files.setPosixFilePermissions(file, permissions(entry.getMode()));
                }
            }
        }
    }

    private InputStream open(String layer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(members.get(layer)));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        String bits = "%9s".formatted(Integer.toBinaryString(mode & 0777)).replace(' ', '0');
        var permissions = new StringBuilder("rwxrwxrwx");
        for (int i = 0; i < bits.length(); i++) {
            if (bits.charAt(i) == '0') {
                permissions.setCharAt(i, '-');
            }
        }
        return PosixFilePermissions.fromString(permissions.toString());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
