/** The engagement calendar: when the departments of a stream meet, and who was there. */
package io.jointly.catalog.engagement;
