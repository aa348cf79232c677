/** What the tests of this service share: its API in test words, and neighbours that do as told. */
package io.jointly.okr.testing;
