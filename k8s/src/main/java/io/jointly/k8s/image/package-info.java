/**
 * Builds container images as tar files: without a container engine, without a registry, the same
 * bytes each time.
 */
package io.jointly.k8s.image;
