/** Who calls and what the verified token lets them be. */
package io.jointly.kit.identity;
