/** What every answer has in common: headers, refusals, the portal's files. */
package io.jointly.gateway.edge;
