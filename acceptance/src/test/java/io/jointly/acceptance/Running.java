package io.jointly.acceptance;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one suite of this build to every test class that asks for it. */
final class Running implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(Running.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root store is closed when the last test class of the build is through.
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .suite;
    }

    private static final class Shared implements AutoCloseable {
        private final RunningSuite suite = RunningSuite.obtain();

        private Shared() {
            World.of(suite.api());
        }

        @Override
        public void close() {
            suite.close();
        }
    }
}
