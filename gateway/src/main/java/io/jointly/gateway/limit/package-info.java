/** How much one caller may ask in a while. */
package io.jointly.gateway.limit;
