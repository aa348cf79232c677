package io.jointly.catalog.service;

import java.util.List;

/**
 * Which services are wanted.
 *
 * @param part part of the name, the code or what it delivers; null for any
 * @param department an owner or consumer; null for any
 * @param lifecycles where they stand; empty for anywhere
 */
record ServiceFilter(String part, String department, List<Lifecycle> lifecycles) {}
