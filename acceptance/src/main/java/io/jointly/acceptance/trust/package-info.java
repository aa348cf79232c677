/** The promises of trust, each as something that can be run in any size and ends in one figure. */
package io.jointly.acceptance.trust;
