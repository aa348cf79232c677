/**
 * SQL without entities: questions where figures are counted in the database, and statements on a
 * connection within somebody's transaction.
 */
package io.jointly.catalog.query;
