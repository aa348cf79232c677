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
                .suite();
    }

    private static final class Shared implements AutoCloseable {
        private RunningSuite suite;
        private RuntimeException failure;

        private Shared() {
            try {
                suite = RunningSuite.obtain();
                World.of(suite.api());
            } catch (RuntimeException e) {
                // Remembered, so that a suite that does not start is not tried again for each test.
                failure = e;
            }
        }

        private RunningSuite suite() {
            if (failure != null) {
                throw new IllegalStateException("The suite did not start", failure);
            }
            return suite;
        }

        @Override
        public void close() {
            if (suite != null) {
                suite.close();
            }
        }
    }
}
