/**
 * Renders the manifests and holds them against Kubernetes' own schema and against the rules of this
 * house.
 */
package io.jointly.k8s.manifest;
