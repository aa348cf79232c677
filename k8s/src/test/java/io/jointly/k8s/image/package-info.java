/** Takes a built image apart, and runs what is in it. */
package io.jointly.k8s.image;
