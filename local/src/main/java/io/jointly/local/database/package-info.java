/** The real PostgreSQL of the suite: binaries, cluster, databases and roles. */
package io.jointly.local.database;
