/** Which departments there are: catalog-service's reference data, as far as we need it. */
package io.jointly.governance.department;
