/** Asks the database in SQL, where figures are counted there and not by entities. */
package io.jointly.catalog.query;
