package io.jointly.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that creates or acts: runs in one transaction and, given an {@code Idempotency-Key}, once.
 *
 * <p>The first answer is stored in the same transaction and given again to whoever repeats the
 * request, with {@code Idempotency-Replayed: true}. Refusals roll back and are not stored. The
 * method must return a {@link org.jboss.resteasy.reactive.RestResponse}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
