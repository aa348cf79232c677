/**
 * Departments confirm that they stand behind a stream's purpose and outcome, and are asked again.
 */
package io.jointly.catalog.confirmation;
