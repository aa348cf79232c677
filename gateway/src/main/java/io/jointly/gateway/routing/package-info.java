/** Passing requests on to the services. */
package io.jointly.gateway.routing;
