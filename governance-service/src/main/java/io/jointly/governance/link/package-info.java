/** Links to other records, checked with the service that owns them. */
package io.jointly.governance.link;
