/** How requests are read before a feature sees them: path, trace, parameters, JSON. */
package io.jointly.kit.http;
