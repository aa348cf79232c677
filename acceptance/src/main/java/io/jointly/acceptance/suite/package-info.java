/** The running suite, and how the tests talk to it. */
package io.jointly.acceptance.suite;
