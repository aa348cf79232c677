/** The one public door: sign-in, routing, limits, API description, reports and the portal. */
package io.jointly.gateway;
