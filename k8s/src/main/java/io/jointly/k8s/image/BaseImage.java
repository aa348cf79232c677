package io.jointly.k8s.image;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a service's own files are laid upon. */
record BaseImage(String reference, String java, List<FileEntriesLayer> layers) {
    /**
     * Nothing but the Java runtime that builds the project, and the libraries that this runtime
     * needs.
     */
    static BaseImage ofThisBuild(Path work, String modules)
            throws IOException, InterruptedException {
        return new BaseImage("scratch", "/opt/java/bin/java", JavaRuntime.layers(work, modules));
    }

    /**
     * An image that has {@code java} on its path: a name in a registry, or {@code tar://} and a
     * file.
     */
    static BaseImage named(String reference) {
        return new BaseImage(reference, "java", List.of());
    }

    boolean isOffline() {
        return reference.equals("scratch") || reference.startsWith("tar://");
    }

    JibContainerBuilder start() throws InvalidImageReferenceException {
        JibContainerBuilder container =
                reference.equals("scratch") ? Jib.fromScratch() : Jib.from(reference);
        layers.forEach(container::addFileEntriesLayer);
        return container;
    }
}
