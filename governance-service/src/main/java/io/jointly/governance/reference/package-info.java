/** The few forms that all features share: codes, JSON columns, query conditions. */
package io.jointly.governance.reference;
