/** Value streams: whom they serve, who owns them together, which stages they run through. */
package io.jointly.catalog.valuestream;
