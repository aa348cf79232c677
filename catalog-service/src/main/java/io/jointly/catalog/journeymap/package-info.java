/**
 * The journey map: what customers go through in a stream, how hard each step is for them, which
 * stages stand behind it.
 */
package io.jointly.catalog.journeymap;
