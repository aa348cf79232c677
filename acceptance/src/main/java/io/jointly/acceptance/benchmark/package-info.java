/** How fast and how large: figures to look at, nothing that a build would fail on. */
package io.jointly.acceptance.benchmark;
