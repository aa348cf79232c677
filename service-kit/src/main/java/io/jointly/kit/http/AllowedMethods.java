package io.jointly.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which methods an address takes: a 405 must name them (RFC 9110), and Quarkus leaves that to us.
 */
@ApplicationScoped
public class AllowedMethods {
    private final Map<String, Set<String>> methodsByPath = new TreeMap<>();
    private final List<Map.Entry<Pattern, Set<String>>> known;

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class) && !type.isInterface())
                .forEach(this::read);
        known =
                methodsByPath.entrySet().stream()
                        .map(e -> Map.entry(Pattern.compile(e.getKey()), e.getValue()))
                        .toList();
    }

    /**
     * @param path below the address of the API, as {@code UriInfo.getPath} has it
     */
    public Set<String> of(String path) {
        var methods = new TreeSet<String>();
        known.stream()
                .filter(entry -> entry.getKey().matcher(trimmed(path)).matches())
                .forEach(entry -> methods.addAll(entry.getValue()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    private void read(Class<?> resource) {
        var base = resource.getAnnotation(Path.class).value();
        for (var method : resource.getMethods()) {
            httpMethods(method)
                    .forEach(
                            name -> {
                                var below = method.getAnnotation(Path.class);
                                methodsByPath
                                        .computeIfAbsent(
                                                pattern(base, below == null ? "" : below.value()),
                                                path -> new TreeSet<>())
                                        .add(name);
                            });
        }
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static String pattern(String base, String below) {
        return Arrays.stream((trimmed(base) + "/" + trimmed(below)).split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
