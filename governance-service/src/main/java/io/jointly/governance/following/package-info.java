/** Follows what catalog-service and okr-service tell, and lets our records learn of it. */
package io.jointly.governance.following;
