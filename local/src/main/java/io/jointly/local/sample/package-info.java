/** The sample organisation that a newcomer meets on the first start. */
package io.jointly.local.sample;
