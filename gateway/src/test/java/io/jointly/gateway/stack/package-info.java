/** The gateway's neighbours as small fakes: an identity provider and the services. */
package io.jointly.gateway.stack;
