/** The departments: who they are, what they are good at, how they nest. */
package io.jointly.catalog.department;
