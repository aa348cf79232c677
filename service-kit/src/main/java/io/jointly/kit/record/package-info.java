/** Records that people change together: versions, entity tags, preconditions, patches. */
package io.jointly.kit.record;
