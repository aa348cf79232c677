/** Reports that are composed of what several services know. */
package io.jointly.gateway.report;
