/** What the tests share: the API in test words, neighbours that do as told, a clock to turn. */
package io.jointly.governance.testing;
